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
  const terms = new Set(
    asked.flatMap(({ interpretations }) =>
      interpretations.flatMap((one) => one.terms.map(({ text }) => text)),
    ),
  )
  const covering = passages
    .map((passage) => ({ passage, covered: passageCoverage(passage, { asked, terms }, passageTerms) }))
    .filter(({ covered }) => covered > 0)
    .sort((a, b) => b.covered - a.covered)
    .slice(0, MOST_PASSAGES)
    .map(({ passage }) => passage)
  const shown = covering.length > 0 ? covering : [nearest() ?? []].flat()
  return shown.map((passage) => ({ passage, path: passage.path.map(mark), runs: mark(passage.text) }))
}

// The headings above a passage help it less than its words: they are above its neighbours as well.
function passageCoverage(
  passage: Passage,
  { asked, terms }: { readonly asked: readonly AskedWord[]; readonly terms: ReadonlySet<string> },
  passageTerms: PassageTerms,
): number {
  const { own, above, says } = passageTerms.of(passage)
  const headings = above.filter((term) => terms.has(term))
  const strength = STRETCH_STRENGTH[passage.source?.kind ?? 'notes']
  const alone = coverage(asked, { holds: (term) => (own.has(term) ? 1 : 0), says, apart: 0 })
  const holds = (term: string) => (own.has(term) || headings.includes(term) ? 1 : 0)
  const below = headings.length > 0 ? coverage(asked, { holds, says, apart: 0 }) : alone
  return strength * ((1 - HEADINGS_SHARE) * alone + HEADINGS_SHARE * below)
}
