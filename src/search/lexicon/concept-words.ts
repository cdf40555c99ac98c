import { remember } from '../../text/remember.js'
import { ENGLISH_STOP_WORDS, KOREAN_STOP_WORDS } from '../text/closed-classes.js'
import { isHangul, stem } from '../text/korean.js'
import { predicateRoot } from '../text/predicates.js'
import { stemOf } from './stem-table.js'

/**
 * The words of a name or a description of a concept, lower case, without those that glue. Tables hold tens of thousands of
 * them; cutting them as notes are cut takes twice as long.
 */
export function* contentWords(text: string): Generator<string, undefined> {
  for (const word of text.toLowerCase().match(/[가-힣]+|[a-z0-9]+/gu) ?? []) {
    if (!ENGLISH_STOP_WORDS.has(word) && !KOREAN_STOP_WORDS.has(word)) yield word
  }
}

/** Some more than the shipped tables have: ours. */
const MOST_WORDS = 40_000

/** What a word has in common with its inflections: the stem of a noun, and the root it has if it is a predicate. */
export const formsOf = remember((word: string): readonly string[] => {
  if (!isHangul(word)) return [/^[a-z]{3,}$/.test(word) ? stemOf(word) : word]
  const [noun, root] = [stem(word), predicateRoot(word)]
  return noun === root ? [noun] : [noun, root]
}, MOST_WORDS)
