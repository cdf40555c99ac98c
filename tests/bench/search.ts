import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadLibrary } from '../../src/knowledge/load-library.js'
import { SHIPPED_NOTES } from '../../src/knowledge/shipped-notes.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { readLabelled, score } from '../search/labelled.js'
import { measureConcepts } from './concept-questions.js'
import type { Corpus } from './corpus.js'
import { readCranfield } from './cranfield.js'
import { type Engine, flexSearch, fuse, lunrKorean, miniSearches, orama, ours } from './engines.js'
import { readKorquad } from './korquad.js'
import { frequentWords, measureLoanwords, readLoanwords } from './loanwords.js'
import { measure, type Result } from './measure.js'
import { mistypedQuestions } from './mistyped.js'
import { type KorquadResult, printed, type Report, type TalkResult } from './report.js'
import {
  archiveOf,
  questionsAbout,
  readTalkQuestions,
  readTalks,
  type Talk,
  type TalkQuestion,
  talkQuestions,
  titleQuestions,
} from './talks.js'

const { values } = parseArgs({
  options: {
    korquad: { type: 'string' },
    talks: { type: 'string' },
    loanwords: { type: 'string' },
    cranfield: { type: 'string' },
    concepts: { type: 'string' },
    posts: { type: 'string' },
    questions: { type: 'string' },
    queries: { type: 'string' },
    knowledge: { type: 'string' },
    sizes: { type: 'string', default: '1000,10785' },
    passes: { type: 'string', default: '3' },
    half: { type: 'string', default: 'report' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
})

const passes = Number(values.passes)
const notes = await loadLibrary(values.knowledge ?? SHIPPED_NOTES)
const product = ours(notes)
const engines = [product, ...miniSearches, flexSearch, lunrKorean, orama].filter(chosen)
const QUESTIONS_FOR_FUSE = 100
const TALK_QUESTIONS = 1_000
const TALK_QUESTIONS_FILE = 'dist/bench/talk-queries.json'
const TALK_SEED = values.half === 'tune' ? 1 : 2
const ARCHIVE_SEED = 1
const MISTYPED_SEED = 3
const KINDS = ['clean', 'misspelt'] as const
// Above this, only the engines that can be compared at all.
const LARGE = 20_000

const scales = ({ name }: Engine): boolean => ['ours', 'MiniSearch', 'FlexSearch'].includes(name)

function chosen(engine: Engine): boolean {
  return values.only === '' || values.only.split(',').includes(engine.name)
}

async function korquad(file: string): Promise<KorquadResult[]> {
  const { documents, questions } = await readKorquad(file, values.half === 'tune' ? 'tune' : 'report')
  const lists = [questions, mistypedQuestions(questions, MISTYPED_SEED)]
  const trials = engines.map((engine) => ({ engine, documents, questions: lists }))
  const few = [fuse].filter(chosen)
  const some = few.map((engine) => ({
    engine,
    documents,
    questions: lists.map((list) => list.slice(0, QUESTIONS_FOR_FUSE)),
  }))
  const [clean = [], wrong = []] = await measure([...trials, ...some], passes)
  return [
    ...clean.map((result) => ({ kind: 'clean' as const, ...result })),
    ...wrong.map((result) => ({ kind: 'mistyped' as const, ...result })),
  ]
}

async function talks(file: string): Promise<TalkResult[]> {
  const all = await readTalks(file)
  const sizes = values.sizes.split(',').map(Number)
  const questions = await questionsFor(archiveOf(all, Math.min(...sizes), ARCHIVE_SEED))
  const results: TalkResult[] = []
  for (const size of sizes) {
    const documents = archiveOf(all, size, ARCHIVE_SEED)
    const asked = size > LARGE ? engines.filter(scales) : engines
    const lists = KINDS.map((kind) => questionsAbout(documents, questions, kind))
    const measured = await measure(
      asked.map((engine) => ({ engine, documents, questions: lists })),
      passes,
    )
    KINDS.forEach((kind, i) => {
      results.push(...(measured[i] ?? []).map((result) => ({ size, kind, ...result })))
    })
  }
  return results
}

// Every engine on one corpus.
async function corpus({ documents, questions }: Corpus): Promise<Result[]> {
  const trials = engines.map((engine) => ({ engine, documents, questions: [questions] }))
  return (await measure(trials, passes)).flat()
}

// About talks that every archive holds, so that its sizes compare.
async function questionsFor(smallest: readonly Talk[]): Promise<readonly TalkQuestion[]> {
  if (values.queries) return readTalkQuestions(values.queries)
  const questions = talkQuestions(smallest, TALK_QUESTIONS, TALK_SEED)
  await writeFile(TALK_QUESTIONS_FILE, JSON.stringify(questions, null, 1))
  return questions
}

async function loanwords(file: string) {
  const korean = values.korquad ? (await readKorquad(values.korquad, 'tune')).documents : []
  const english = values.talks ? await readTalks(values.talks) : []
  const hangul = frequentWords(
    korean.map(({ text }) => text),
    'hangul',
    3_000,
  )
  const latin = frequentWords(
    english.map(({ title, text }) => `${title} ${text}`),
    'latin',
    3_000,
  )
  return measureLoanwords(await readLoanwords(file), { hangul, latin })
}

async function questions(file: string) {
  return [score(await createSearchIndex(notes), notes, await readLabelled(file))]
}

const report: Report = {
  korquad: values.korquad ? await korquad(values.korquad) : [],
  talks: values.talks ? await talks(values.talks) : [],
  titles: values.talks
    ? await corpus(titleQuestions(await readTalks(values.talks), TALK_QUESTIONS, TALK_SEED))
    : [],
  cranfield: values.cranfield ? await corpus(await readCranfield(values.cranfield)) : [],
  concepts:
    values.concepts && values.posts ? [await measureConcepts(values.concepts, values.posts, notes)] : [],
  loanwords: values.loanwords ? await loanwords(values.loanwords) : [],
  questions: values.questions ? await questions(values.questions) : [],
}
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : printed(report))
