import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Corpus } from './corpus.js'

const cranfieldSchema = z.object({
  documents: z.array(z.object({ title: z.string(), text: z.string() })),
  questions: z.array(z.object({ text: z.string(), expected: z.array(z.number()) })),
})

/** The Cranfield collection: 1,400 abstracts on aerodynamics, and questions with the abstracts that answer them. */
export async function readCranfield(file: string): Promise<Corpus> {
  const { documents, questions } = cranfieldSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return { documents: documents.map((document, id) => ({ ...document, id, speakers: [] })), questions }
}
