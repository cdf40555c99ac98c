import type { Passage } from '../../knowledge/session.js'
import type { Hop, Match, MatchedPassage, Run } from '../types.js'
import { coveredBy } from './evidence.js'
import type { Mark } from './mark.js'
import type { PassageTerms } from './passage-terms.js'
import { bestPassages } from './passages.js'
import type { Hit } from './rank.js'

/**
 * A match that reads its passages when they are asked for: most of ten matches are only ever counted. Where none covers any
 * of the question it shows the nearest one.
 */
export function matchOf(
  hit: Hit,
  mark: Mark,
  passageTerms: PassageTerms,
  nearest: () => Passage | undefined,
): Match {
  const { session, score, asked } = hit
  let title: readonly Run[] | undefined
  let passages: readonly MatchedPassage[] | undefined
  const via = hopsOf(hit)
  return {
    session,
    score,
    get title() {
      title ??= mark(session.title)
      return title
    },
    get passages() {
      passages ??= bestPassages(session.passages, asked, passageTerms, mark, nearest)
      return passages
    },
    ...(via.length > 0 ? { via } : {}),
  }
}

function hopsOf({ asked: words, read }: Hit): Hop[] {
  const hops = words.flatMap((word) =>
    word.interpretations.some(({ hop }) => hop) ? (coveredBy(word, read).interpretation.hop ?? []) : [],
  )
  return hops.filter(
    ({ asked, found }, i) => hops.findIndex((hop) => hop.asked === asked && hop.found === found) === i,
  )
}
