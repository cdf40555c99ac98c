import type { Cue, Moment } from './recording.js'
import { LONG_PAUSE, PAUSE, STRETCH_ENDS, STRETCH_MAY_END } from './tuning.js'

/** Gathers cues to stretches that end where somebody pauses or a sentence is over. */
export function momentsOf(cues: readonly Cue[]): readonly Moment[] {
  const moments: Moment[] = []
  let open: Cue[] = []
  const close = () => {
    const [first] = open
    const text = open.flatMap(({ lines }) => lines).join(' ')
    if (first && text) moments.push({ seconds: Math.floor(first.start), text })
    open = []
  }
  for (const cue of cues) {
    if (isOver(open, cue)) close()
    open.push(cue)
  }
  close()
  return moments
}

function isOver(open: readonly Cue[], next: Cue): boolean {
  const [first] = open
  const last = open.at(-1)
  if (!first || !last) return false
  // Captions of YouTube stay on the screen while the next ones come.
  const pause = next.start - last.end
  const length = Math.min(last.end, next.start) - first.start
  if (pause >= LONG_PAUSE || next.end - first.start > STRETCH_ENDS + 10 || length >= STRETCH_ENDS) return true
  return length >= STRETCH_MAY_END && (pause >= PAUSE || endsSentence(last.lines.at(-1) ?? ''))
}

/** Captions that a machine made have no full stops: the endings of Korean sentences stand for them. */
function endsSentence(line: string): boolean {
  return (
    /[.!?。…]["'”’)]?$/u.test(line) ||
    /(?:니다|어요|아요|에요|예요|세요|네요|군요|고요|는데요|거든요|지요|죠|까요|니까)$/u.test(line)
  )
}
