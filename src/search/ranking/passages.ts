import type { Passage } from '../../knowledge/session.js'
import { HEADINGS_SHARE, MOST_PASSAGES, STRETCH_STRENGTH } from '../tuning.js'
import type { MatchedPassage } from '../types.js'
import { type AskedWord, coverage } from './evidence.js'
import type { Mark } from './mark.js'
import type { PassageTerms } from './passage-terms.js'

/** Up to three passages that cover most of the question, best first; of equal ones the earlier. Without any the nearest. */
export function bestPassages(
  passages: readonly Passage[],
  asked: readonly AskedWord[],
  passageTerms: PassageTerms,
  mark: Mark,
  nearest: () => Passage | undefined,
): MatchedPassage[] {
  const terms = termsOfWords(asked)
  const covered: CoveredPassage[] = []
  for (const passage of passages) {
    const share = passageCoverage(passage, asked, terms, passageTerms)
    if (share > 0) covered.push({ passage, share })
  }
  const covering = covered
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_PASSAGES)
    .map(({ passage }) => passage)
  const shown = covering.length > 0 ? covering : [nearest() ?? []].flat()
  return shown.map((passage) => ({ passage, path: passage.path.map(mark), runs: mark(passage.text) }))
}

interface CoveredPassage {
  readonly passage: Passage
  readonly share: number
}

function termsOfWords(asked: readonly AskedWord[]): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const { interpretations } of asked) {
    for (const one of interpretations) for (const { text } of one.terms) terms.add(text)
  }
  return terms
}

// The headings above a passage help it less than its words: they are above its neighbours as well.
function passageCoverage(
  passage: Passage,
  asked: readonly AskedWord[],
  terms: ReadonlySet<string>,
  passageTerms: PassageTerms,
): number {
  const { own, above, says } = passageTerms.of(passage)
  const headings = above.filter((term) => terms.has(term))
  // Most passages have none of the terms.
  if (headings.length === 0 && !hasAny(own, terms)) return 0
  const strength = STRETCH_STRENGTH[passage.source?.kind ?? 'notes']
  const alone = coverage(asked, { holds: (term) => (own.has(term) ? 1 : 0), says, apart: 0 })
  const holds = (term: string) => (own.has(term) || headings.includes(term) ? 1 : 0)
  const below = headings.length > 0 ? coverage(asked, { holds, says, apart: 0 }) : alone
  return strength * ((1 - HEADINGS_SHARE) * alone + HEADINGS_SHARE * below)
}

function hasAny(own: ReadonlySet<string>, terms: ReadonlySet<string>): boolean {
  for (const term of terms) if (own.has(term)) return true
  return false
}
