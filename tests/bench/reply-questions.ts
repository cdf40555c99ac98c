import type { Library } from '../../src/knowledge/library.js'

/** So many different questions out of the notes: titles, speakers, tags, and words of their passages. */
export function questionsFrom({ sessions }: Library, count: number): readonly string[] {
  const words = sessions.flatMap(({ title, speakers, tags, passages }) => [
    title,
    ...speakers.map(({ name }) => name),
    ...tags,
    ...passages.flatMap(({ text }) => [0, 3, 6].map((from) => wordsFrom(text, from))),
  ])
  const different = [...new Set(words.map((text) => text.trim()).filter((text) => text.length > 1))]
  // Every so many, so that all sessions have their part.
  const step = Math.max(1, Math.floor(different.length / count))
  const chosen = different.filter((_, at) => at % step === 0).slice(0, count)
  if (chosen.length < count) throw new RangeError(`The notes give only ${chosen.length} different questions`)
  return chosen.map((text) => `session ${text}`)
}

function wordsFrom(text: string, from: number): string {
  return text
    .split(/\s+/u)
    .slice(from, from + 3)
    .join(' ')
}
