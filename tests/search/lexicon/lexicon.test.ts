import { expect, it } from 'vitest'
import { Lexicon } from '../../../src/search/lexicon/lexicon.js'
import { termsOf } from '../../../src/search/text/terms.js'

it('has a word from the session on that says it, though it was asked for before', () => {
  const lexicon = new Lexicon([])
  expect(lexicon.has('kafka')).toBe(false)
  lexicon.add([termsOf('Kafka 이야기')])
  expect([lexicon.has('kafka'), lexicon.has('redis')]).toEqual([true, false])
})
