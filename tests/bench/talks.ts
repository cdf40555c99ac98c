import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { ENGLISH_STOP_WORDS } from '../../src/search/text/closed-classes.js'
import type { Corpus, Document, Question } from './corpus.js'
import { pick, randomFrom, shuffle } from './random.js'

const talkSchema = z.object({ title: z.string(), description: z.string(), speakers: z.array(z.string()) })

/** A talk; `line` is its place in the file, -1 for a made-up one. */
export interface Talk extends Document {
  readonly line: number
}

/** Real conference talks, one JSON object a line, gzipped. */
export async function readTalks(file: string): Promise<Talk[]> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
  return lines.map((line, id) => {
    const { title, description, speakers } = talkSchema.parse(JSON.parse(line))
    return { id, line: id, title, speakers, text: description }
  })
}

/**
 * The first `size` talks in a random order; a larger archive is grown with made-up ones: half of one talk, half
 * of another, 3 % of the words changed by one edit, so that every talk has near-duplicates.
 */
export function archiveOf(talks: readonly Talk[], size: number, seed: number): Talk[] {
  const random = randomFrom(seed)
  const archive = shuffle(talks, random).slice(0, size)
  while (archive.length < size) {
    const [one, other] = [pick(talks, random), pick(talks, random)]
    const words = [...half(one.text, 'first'), ...half(other.text, 'second')]
    const text = words.map((word) => (random() < 0.03 ? edited(word, random) : word)).join(' ')
    const title = [...half(one.title, 'first'), ...half(other.title, 'second')].join(' ')
    archive.push({ id: 0, line: -1, title, speakers: other.speakers, text })
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
  /** Line of the talk it is about in the file of talks, the first is 0. */
  readonly talk: number
}

/** Three or four words of one talk, four letters or longer and no stop words; the same for the same seed. */
export function talkQuestions(talks: readonly Talk[], count: number, seed: number): TalkQuestion[] {
  const random = randomFrom(seed)
  const rich = talks.filter((talk) => talk.line >= 0 && questionWords(talk).length >= 8)
  return Array.from({ length: count }, () => {
    const talk = pick(rich, random)
    const words = shuffle(questionWords(talk), random).slice(0, 3 + Math.floor(random() * 2))
    const wrong = Math.floor(random() * words.length)
    const misspelt = words.map((word, i) => (i === wrong ? edited(word, random) : word))
    return { clean: words.join(' '), misspelt: misspelt.join(' '), talk: talk.line }
  })
}

/** Titles against descriptions: the talk's title as the question, among documents without titles and speakers. */
export function titleQuestions(talks: readonly Talk[], count: number, seed: number): Corpus {
  const documents = talks.map(({ id, text }): Document => ({ id, title: '', speakers: [], text }))
  const rich = talks.filter(({ text }) => text.length > 100)
  const asked = shuffle(rich, randomFrom(seed)).slice(0, count)
  return { documents, questions: asked.map(({ id, title }) => ({ text: title, expected: [id] })) }
}

function questionWords({ title, text }: Talk): string[] {
  const words = `${title} ${text}`.toLowerCase().match(/\p{L}+/gu) ?? []
  return [...new Set(words.filter((word) => /^[a-z]{4,}$/.test(word) && !ENGLISH_STOP_WORDS.has(word)))]
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

const questionsSchema = z.array(z.object({ clean: z.string(), misspelt: z.string(), talk: z.number() }))

/** Questions that were written to a file, or brought by others. */
export async function readTalkQuestions(file: string): Promise<TalkQuestion[]> {
  return questionsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** The questions about talks that the archive holds. */
export function questionsAbout(
  archive: readonly Talk[],
  questions: readonly TalkQuestion[],
  kind: 'clean' | 'misspelt',
): Question[] {
  const places = new Map(archive.map(({ line, id }) => [line, id]))
  return questions.flatMap((question) => {
    const place = places.get(question.talk)
    return place === undefined ? [] : [{ text: question[kind], expected: [place] }]
  })
}
