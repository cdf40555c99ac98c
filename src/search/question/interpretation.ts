import { isHangul } from '../text/korean.js'
import type { Term } from '../text/terms.js'
import { WHOLE_WORD_WEIGHT } from '../tuning.js'
import type { Hop } from '../types.js'

/** A term to search for, with the weight of its score. */
export interface WeightedTerm {
  readonly text: string
  readonly weight: number
}

/** How an interpretation was found. */
export type InterpretationSource =
  | 'as written'
  | 'compound'
  | 'equal name'
  | 'narrower'
  | 'tool'
  | 'called for'
  | 'described'
  | 'corrected'
  | 'completed'
  | 'sound'
  | 'joined'
  | 'person'
  | 'stem'

/** One way to understand a word: as typed, corrected, by another name, by sound. */
export interface Interpretation {
  readonly source: InterpretationSource
  /** 0 to 1: how much of the word a session covers that holds all the terms. */
  readonly confidence: number
  readonly terms: readonly WeightedTerm[]
  /** A name of several words, or of a known concept: some of its terms prove little. */
  readonly whole?: boolean
  /** A name of several words, flattened: its words prove little where they stand apart. */
  readonly phrase?: string | undefined
  /** The step through the concept graph that led here. */
  readonly hop?: Hop
}

/** The terms of a word, or of a name of several words, as it is written; each once. */
export function writtenTerms(terms: readonly Term[], factor = 1): WeightedTerm[] {
  const weights = new Map<string, number>()
  for (const term of terms) {
    if (term.kind !== 'word' && term.kind !== 'bigram') continue
    weights.set(term.text, (weights.get(term.text) ?? 0) + weightOf(term) * factor)
  }
  return [...weights].map(([text, weight]) => ({ text, weight }))
}

// A word of two syllables is its own only bigram, so it counts for both.
function weightOf({ kind, text }: Term): number {
  if (kind === 'bigram') return 1
  return isHangul(text) && text.length !== 2 ? 1 : WHOLE_WORD_WEIGHT
}
