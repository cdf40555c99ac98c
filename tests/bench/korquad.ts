import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Corpus, Document, Question } from './corpus.js'
import { randomFrom, shuffle } from './random.js'

const korquadSchema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
})

/** Articles are shuffled with this seed; the first half is for tuning, the second is reported. */
const SPLIT_SEED = 20_261_122

/**
 * KorQuAD 1.0: which paragraph is a question about? All paragraphs are documents; the questions are those of one
 * half of the articles.
 */
export async function readKorquad(file: string, half: 'tune' | 'report'): Promise<Corpus> {
  const { data } = korquadSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const ids = new Map<string, number>()
  for (const { paragraphs } of data)
    for (const { context } of paragraphs) ids.set(context, ids.get(context) ?? ids.size)
  const articles = shuffle(data, randomFrom(SPLIT_SEED))
  const middle = Math.floor(articles.length / 2)
  const chosen = half === 'tune' ? articles.slice(0, middle) : articles.slice(middle)
  const questions = chosen.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ context, qas }) =>
      qas.map(({ question }): Question => ({ text: question, expected: [ids.get(context) ?? -1] })),
    ),
  )
  const documents = [...ids].map(([text, id]): Document => ({ id, title: '', speakers: [], text }))
  return { documents, questions }
}
