import { isHangul } from '../text/korean.js'
import type { Term } from '../text/terms.js'

/** A term to search for, with the weight of its score. */
export interface WeightedTerm {
  readonly text: string
  readonly weight: number
}

/** One way to understand a word: as typed, corrected, by another name, by sound. */
export interface Reading {
  /** 0 to 1: how much of the word a session covers that holds all the terms. */
  readonly certainty: number
  readonly terms: readonly WeightedTerm[]
}

const CODE_WEIGHT = 2

/** The reading of a word, or of a name of several words, as it is written. */
export function ownReading(terms: readonly Term[], factor = 1, certainty = 1): Reading {
  const weights = new Map<string, number>()
  for (const term of terms) {
    if (term.kind !== 'word' && term.kind !== 'bigram') continue
    weights.set(term.text, (weights.get(term.text) ?? 0) + weightOf(term) * factor)
  }
  return { certainty, terms: [...weights].map(([text, weight]) => ({ text, weight })) }
}

// A word of two syllables is its own only bigram, so it counts for both.
function weightOf({ kind, text }: Term): number {
  if (kind === 'bigram') return 1
  return isHangul(text) && text.length !== 2 ? 1 : CODE_WEIGHT
}
