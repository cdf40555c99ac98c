import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Library } from '../../src/knowledge/library.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { libraryOfTexts } from '../knowledge/library-of-texts.js'

const questionsSchema = z.array(
  z.object({
    q: z.string(),
    /** Talks by post and title, `*` for any of the post; null where no post has an answer. */
    expect: z.array(z.object({ post: z.string(), title: z.string() })).nullable(),
  }),
)

/** How concept questions fare over a folder of posts. Shares are per cent of `answerable` or of `unanswerable`. */
export interface ConceptResult {
  readonly answerable: number
  readonly rightAt1: number
  readonly shown: number
  readonly wronglyNone: number
  readonly unanswerable: number
  /** Questions without an answer that got none; unsure counts half. */
  readonly refused: number
}

/** Asks the questions of a file over all posts of a folder (DIR/NAME/NAME.md), read as one archive. */
export async function measureConcepts(
  file: string,
  folder: string,
  { glossary, concepts }: Pick<Library, 'glossary' | 'concepts'>,
): Promise<ConceptResult> {
  const questions = questionsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const posts = await Promise.all(
    readdirSync(folder).map(async (name) => ({
      path: join(folder, `${name}.md`),
      text: await readFile(join(folder, name, `${name}.md`), 'utf8'),
    })),
  )
  const index = await createSearchIndex({ ...libraryOfTexts(posts), glossary, concepts })
  const asked = questions.map(({ q, expect }) => {
    const { outcome, matches } = index.search(q)
    const right = matches.findIndex(({ session }) =>
      expect?.some(
        ({ post, title }) =>
          basename(session.meetup.file, '.md') === post && (title === '*' || sameTitle(title, session.title)),
      ),
    )
    return { outcome, right, isAnswerable: expect !== null }
  })
  const answerable = asked.filter(({ isAnswerable }) => isAnswerable)
  const others = asked.filter(({ isAnswerable }) => !isAnswerable)
  const share = (part: number, whole: readonly unknown[]) => (100 * part) / Math.max(1, whole.length)
  const count = (test: (one: (typeof asked)[number]) => boolean) =>
    share(answerable.filter(test).length, answerable)
  const refusals = others.reduce(
    (sum, { outcome }) => sum + (outcome === 'none' ? 1 : outcome === 'unsure' ? 0.5 : 0),
    0,
  )
  return {
    answerable: answerable.length,
    rightAt1: count(({ right }) => right === 0),
    shown: count(({ right }) => right >= 0),
    wronglyNone: count(({ outcome }) => outcome === 'none'),
    unanswerable: others.length,
    refused: share(refusals, others),
  }
}

const keyOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function sameTitle(one: string, other: string): boolean {
  const [a, b] = [keyOf(one), keyOf(other)]
  return a === b || (Math.min(a.length, b.length) >= 6 && (a.includes(b) || b.includes(a)))
}
