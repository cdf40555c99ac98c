import type { Cue } from './recording.js'
import { ROLLING_SHARE } from './tuning.js'

/**
 * Captions of which each shows the line before again, or grows word by word, with every line said once. Others stay
 * as they are: whoever says "yes, yes" says it twice.
 */
export function unrolled(cues: readonly Cue[]): readonly Cue[] {
  const pairs = cues.slice(1).map((cue, at) => repeats(cues[at], cue))
  if (pairs.filter((again) => again > 0).length < Math.max(3, pairs.length * ROLLING_SHARE)) return cues
  const said: Cue[] = []
  for (const [at, cue] of cues.entries()) {
    const before = cues[at - 1]
    const last = said.at(-1)
    if (before && last && grows(before, cue)) {
      said[said.length - 1] = {
        ...last,
        end: cue.end,
        lines: [...last.lines.slice(0, -1), ...cue.lines.slice(-1)],
      }
      continue
    }
    const lines = cue.lines.slice(repeats(before, cue))
    if (lines.length > 0) said.push({ ...cue, lines })
  }
  return said
}

/** How many lines of a cue stood at the end of the one before; 1 for a line that goes on growing. */
function repeats(before: Cue | undefined, cue: Cue): number {
  if (!before || cue.start - before.end > 2) return 0
  for (let count = Math.min(before.lines.length, cue.lines.length); count > 0; count--) {
    if (before.lines.slice(-count).every((line, at) => line === cue.lines[at])) return count
  }
  return grows(before, cue) ? 1 : 0
}

/** The last line of a cue goes on in the next one: `so we`, `so we moved`. */
function grows(before: Cue, cue: Cue): boolean {
  const old = before.lines.at(-1) ?? ''
  const now = cue.lines.at(-1) ?? ''
  return before.lines.length === cue.lines.length && now.length > old.length && now.startsWith(`${old} `)
}
