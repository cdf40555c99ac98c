import { beforeAll, describe, expect, it } from 'vitest'
import { createSearchIndex } from '../../src/search/search-index.js'
import type { SearchIndex } from '../../src/search/types.js'
import { type ArchiveQuestion, generatedArchive } from './generated-archive.js'

const { library, questions } = generatedArchive()
let index: SearchIndex
beforeAll(async () => {
  index = await createSearchIndex(library)
})

const isRight = ({ text, expected }: ArchiveQuestion): boolean => {
  const { outcome, matches } = index.search(text)
  return expected === undefined ? outcome === 'none' : matches[0]?.session.id === expected
}

function rightOf(kind: string): string {
  const asked = questions.filter((question) => question.kind === kind)
  return `${asked.filter(isRight).length} of ${asked.length}`
}

describe('an archive of 300 talks', () => {
  it('is answered as well as it was', () => {
    const kinds = [...new Set(questions.map(({ kind }) => kind))]
    expect(Object.fromEntries(kinds.map((kind) => [kind, rightOf(kind)]))).toEqual({
      ko: '42 of 43',
      en: '41 of 43',
      misspelt: '41 of 43',
      spacing: '43 of 43',
      // Some of these fit several talks: the archive is not saturated.
      place: '28 of 43',
      person: '42 of 43',
      concept: '42 of 42',
      absent: '12 of 12',
    })
  })
})
