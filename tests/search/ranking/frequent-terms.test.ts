import { expect, it } from 'vitest'
import { Lexicon } from '../../../src/search/lexicon/lexicon.js'
import { planOf } from '../../../src/search/question/plan.js'
import { FrequentTerms } from '../../../src/search/ranking/frequent-terms.js'
import { PostingsBuilder } from '../../../src/search/ranking/postings.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { termsOf } from '../../../src/search/text/terms.js'
import { Turns } from '../../../src/search/turns.js'
import { buildLibrary, buildSession } from '../build-library.js'

// "python" in all but one of 2,100 texts, "wheels" in fifty, "tarballs" in ten.
const texts = Array.from({ length: 2_100 }, (_, i) =>
  [i === 7 ? '' : 'python', i % 42 === 0 ? 'wheels' : '', i % 210 === 0 ? 'tarballs' : ''].join(' '),
)

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

it('searches no frequent term while rarer ones are at hand, and adds its score where it is held', async () => {
  const lexicon = new Lexicon([])
  const collected = new PostingsBuilder()
  for (const text of texts) collected.add(lexicon.add([termsOf(text)]))
  const turns = new Turns()
  const postings = await collected.close(lexicon.vocabulary.size, turns)
  const frequent = await FrequentTerms.of(lexicon.vocabulary, postings, turns)
  const { searched, added } = frequent.split(planOf('python wheels tarballs', lexicon), lexicon.vocabulary)
  expect([searched, added.map(({ term }) => term)]).toEqual([['tarball', 'wheel'], ['python']])
  expect([added[0]?.holds(1_200), added[0]?.holds(7)]).toEqual([true, false])
})
