import type { Concept } from '../../knowledge/concepts/concepts.js'
import { isHangul, stem } from '../text/korean.js'
import { LONGEST_NAME } from '../tuning.js'
import type { ConceptGraph } from './concept-graph.js'
import { forms } from './lexicon.js'

/** How words in a row may be written as one name. */
export function spellingsOf(span: readonly string[]): string[] {
  const before = span.slice(0, -1).join('')
  const last = span.at(-1) ?? ''
  if (!isHangul(last)) return [before + last]
  // A noun of one syllable is none by itself, unless the tables have it: 앱이, 깃에.
  return [...new Set([...forms(last), stem(last)])].map((form) => before + form)
}

/** The concepts that words in a row name, each word in the longest name that it is part of. */
export function conceptsNamedBy(words: readonly string[], concepts: ConceptGraph): Concept[] {
  const found = new Set<Concept>()
  for (let start = 0; start < words.length; ) {
    const { length, concept } = longestNameAt(words.slice(start, start + LONGEST_NAME), concepts)
    if (concept) found.add(concept)
    start += length
  }
  return [...found]
}

function longestNameAt(
  words: readonly string[],
  concepts: ConceptGraph,
): { length: number; concept?: Concept } {
  for (let length = words.length; length > 0; length--) {
    const span = words.slice(0, length)
    const concept = concepts.find(...spellingsOf(span), span.join(' '))
    if (concept) return { length, concept }
  }
  return { length: 1 }
}
