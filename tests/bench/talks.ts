import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Document, Question } from './corpus.js'
import { pick, randomFrom, shuffle } from './random.js'

const talkSchema = z.object({ title: z.string(), description: z.string(), speakers: z.array(z.string()) })

/** Real conference talks, one JSON object a line, gzipped. */
export async function readTalks(file: string): Promise<Document[]> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
  return lines.map((line, id) => {
    const { title, description, speakers } = talkSchema.parse(JSON.parse(line))
    return { id, title, speakers, text: description }
  })
}

/**
 * The first `size` talks of a shuffled archive; a larger archive is grown with made-up ones: half of one talk, half of another, 3 %
 * of the words changed by one edit, so that every talk has near-duplicates.
 */
export function archiveOf(talks: readonly Document[], size: number, seed: number): Document[] {
  const random = randomFrom(seed)
  const archive = shuffle(talks, random).slice(0, size)
  while (archive.length < size) {
    const [one, other] = [pick(talks, random), pick(talks, random)]
    const words = [...half(one.text, 'first'), ...half(other.text, 'second')]
    const text = words.map((word) => (random() < 0.03 ? edited(word, random) : word)).join(' ')
    const title = [...half(one.title, 'first'), ...half(other.title, 'second')].join(' ')
    archive.push({ id: 0, title, speakers: other.speakers, text })
  }
  return archive.map((talk, id) => ({ ...talk, id }))
}

function half(text: string, which: 'first' | 'second'): string[] {
  const words = text.split(/\s+/)
  const middle = Math.ceil(words.length / 2)
  return which === 'first' ? words.slice(0, middle) : words.slice(middle)
}

/** A known-item question, clean and with one misspelt word. */
export interface TalkQuestion {
  readonly clean: string
  readonly misspelt: string
  /** Title of the talk it is about. */
  readonly title: string
}

/** Three or four words of one talk, each four letters or longer; the same for the same seed. */
export function talkQuestions(talks: readonly Document[], count: number, seed: number): TalkQuestion[] {
  const random = randomFrom(seed)
  const questions: TalkQuestion[] = []
  for (let tries = 0; questions.length < count && tries < 20 * count; tries++) {
    const talk = pick(talks, random)
    const words = [...new Set(`${talk.title} ${talk.text}`.toLowerCase().match(/\b[a-z]{4,}\b/g))]
    if (words.length < 8) continue
    const chosen = shuffle(words, random).slice(0, 3 + Math.floor(random() * 2))
    const wrong = Math.floor(random() * chosen.length)
    const misspelt = chosen.map((word, i) => (i === wrong ? edited(word, random) : word))
    questions.push({ clean: chosen.join(' '), misspelt: misspelt.join(' '), title: talk.title })
  }
  return questions
}

/** The word with one letter deleted, inserted, replaced or swapped with the next. */
export function edited(word: string, random: () => number): string {
  const at = Math.floor(random() * Math.max(1, word.length - 1))
  const letter = pick([...'abcdefghijklmnopqrstuvwxyz'], random)
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ]
  const edits = [before + next + after, before + letter + here + next + after, before + letter + next + after]
  return pick([...edits, before + next + here + after], random)
}

const questionsSchema = z.array(z.object({ clean: z.string(), misspelt: z.string(), title: z.string() }))

/** Questions that were written to a file, or brought by others. */
export async function readTalkQuestions(file: string): Promise<TalkQuestion[]> {
  return questionsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** The questions about talks that the archive holds. */
export function questionsAbout(
  archive: readonly Document[],
  questions: readonly TalkQuestion[],
  kind: 'clean' | 'misspelt',
): Question[] {
  const places = new Map<string, number[]>()
  for (const { title, id } of archive) places.set(title, [...(places.get(title) ?? []), id])
  return questions.flatMap((question) => {
    const expected = places.get(question.title)
    return expected ? [{ text: question[kind], expected }] : []
  })
}
