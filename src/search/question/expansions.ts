import type { Concept } from '../../knowledge/concepts/concepts.js'
import type { ExpansionRelation } from '../lexicon/concept-tables.js'
import type { KnownExpansion, Lexicon } from '../lexicon/lexicon.js'
import { termsOf } from '../text/terms.js'
import { EXPANSION, MOST_EXPANSIONS } from '../tuning.js'
import { type Interpretation, writtenTerms } from './interpretation.js'

const RELATIONS: readonly ExpansionRelation[] = ['narrower', 'tool', 'called for']

/** What is below a concept and in the notes, at falling confidence; at most `MOST_EXPANSIONS` names a relation, the nearest first. */
export function expansions(concept: Concept, asked: string, lexicon: Lexicon): Interpretation[] {
  if (lexicon.vocabulary.isLarge && asked.split(' ').every((word) => isSaid(word, lexicon))) return []
  const below = lexicon.knownBelow(concept)
  return RELATIONS.flatMap((relation) =>
    below
      .filter(({ expansion }) => expansion.relation === relation)
      .flatMap((known) => namesOf(known, asked))
      .slice(0, MOST_EXPANSIONS),
  )
}

// In a large archive talks say the word itself, and what only comes near it puts others before them (tests/bench/README.md, English).
function isSaid(word: string, { vocabulary }: Lexicon): boolean {
  return termsOf(word).every(({ text }) => vocabulary.has(text))
}

function namesOf({ expansion, names }: KnownExpansion, asked: string): Interpretation[] {
  const { relation, steps } = expansion
  const { first, next, factor } = EXPANSION[relation]
  const confidence = steps === 1 ? first : next
  const found = new Set<string>()
  return names.flatMap(({ spelling, terms, phrase }) => {
    const weighted = writtenTerms(terms, confidence * factor)
    const key = weighted.map(({ text }) => text).join(' ')
    if (found.has(key)) return []
    found.add(key)
    return [
      {
        source: relation,
        confidence,
        terms: weighted,
        whole: true,
        phrase,
        hop: { asked, found: spelling },
      },
    ]
  })
}
