import { expect, it } from 'vitest'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../build-library.js'

// 2,100 talks: "python" is in all of them, "packaging" in every third, "wheels" in one.
const talks = Array.from({ length: 2_100 }, (_, i) => {
  const words = ['python', ...(i % 3 === 0 ? ['packaging'] : []), ...(i === 1_200 ? ['wheels'] : [])]
  return buildSession(`Talk number ${i}`, [words.join(' ')], { id: `archive/${i}` })
})
const index = await createSearchIndex(buildLibrary(talks))
const first = (text: string) => index.search(text).matches[0]?.session.id

it('lets a rare word find sessions, and frequent ones order them', () => {
  expect(first('python packaging wheels')).toBe('archive/1200')
})

it('still answers a question of frequent words only', () => {
  const found = index.search('python packaging')
  expect([found.outcome, found.matches[0]?.score, found.matches[0]?.session.id]).toEqual([
    'answered',
    1,
    'archive/0',
  ])
})
