import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Library } from '../../src/knowledge/library.js'
import type { SearchIndex } from '../../src/search/types.js'
import { labelled } from './labels.js'

const questionsSchema = z.object({
  queries: z.array(
    z.object({ q: z.string(), lang: z.enum(['ko', 'en']), kind: z.string(), expected: z.array(z.string()) }),
  ),
})

/** A question with the labels of the sessions that answer it; none when the notes cannot. */
export type LabelledQuestion = z.infer<typeof questionsSchema>['queries'][number]

/** The questions of a file like questions.json. */
export async function readLabelled(file: string | URL): Promise<LabelledQuestion[]> {
  return questionsSchema.parse(JSON.parse(await readFile(file, 'utf8'))).queries
}

/** How well a search does on labelled questions. */
export interface Score {
  readonly answerable: number
  readonly rightAt1: number
  readonly rightAt3: number
  readonly unanswerable: number
  /** Questions without an answer that were not answered; unsure is right as well. */
  readonly refused: number
  readonly mistakes: readonly string[]
}

/** Asks every question and compares what comes first with the labels. */
export function score(index: SearchIndex, library: Library, questions: readonly LabelledQuestion[]): Score {
  const asked = questions.map(({ q, expected }) => {
    const ids = expected.flatMap((label) => labelled(label, library.sessions)).map((session) => session.id)
    const { outcome, matches } = index.search(q)
    const found = matches.map((match) => match.session.id)
    return { q, ids, outcome, found, place: found.findIndex((id) => ids.includes(id)) }
  })
  const answerable = asked.filter(({ ids }) => ids.length > 0)
  const unanswerable = asked.filter(({ ids }) => ids.length === 0)
  const within = (most: number) => answerable.filter(({ place }) => place >= 0 && place < most)
  const refused = unanswerable.filter(({ outcome }) => outcome !== 'answered')
  const wrong = asked.filter((one) => !within(1).includes(one) && !refused.includes(one))
  return {
    answerable: answerable.length,
    rightAt1: within(1).length,
    rightAt3: within(3).length,
    unanswerable: unanswerable.length,
    refused: refused.length,
    mistakes: wrong.map(({ q, outcome, found }) => `${q}: ${outcome} ${found[0] ?? ''}`),
  }
}
