import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'

/** The glossary that the product ships. */
export async function readGlossary(): Promise<string[][]> {
  return z
    .array(z.array(z.string()))
    .parse(parse(await readFile('/work/shared/search/prototype/glossary.json', 'utf8')))
}
