import type { Passage, Session } from '../../knowledge/session.js'
import type { Hop, Match, MatchedPassage, Run } from '../types.js'
import { coveredBy } from './evidence.js'
import type { Mark } from './mark.js'
import type { PassageTerms } from './passage-terms.js'
import { bestPassages } from './passages.js'
import type { Hit } from './rank.js'

/** What a match reads when it is shown. */
export interface MatchReading {
  readonly mark: Mark
  readonly passageTerms: PassageTerms
  /** The line to show where none covers any of the question. */
  readonly nearest: (hit: Hit) => Passage | undefined
}

/** A match that reads its title and passages when they are asked for: most of ten matches are only ever counted. */
export function matchOf(hit: Hit, reading: MatchReading): Match {
  return new FoundMatch(hit, reading)
}

// A class, since getters of its own for each match take longer than all else here.
class FoundMatch implements Match {
  readonly session: Session
  readonly score: number
  readonly via?: readonly Hop[]
  readonly #hit: Hit
  readonly #reading: MatchReading
  #title: readonly Run[] | undefined
  #passages: readonly MatchedPassage[] | undefined

  constructor(hit: Hit, reading: MatchReading) {
    this.session = hit.session
    this.score = hit.score
    const via = hopsOf(hit)
    if (via.length > 0) this.via = via
    this.#hit = hit
    this.#reading = reading
  }

  get title(): readonly Run[] {
    this.#title ??= this.#reading.mark(this.session.title)
    return this.#title
  }

  get passages(): readonly MatchedPassage[] {
    const { passageTerms, mark, nearest } = this.#reading
    this.#passages ??= bestPassages(this.session.passages, this.#hit.asked, passageTerms, mark, () =>
      nearest(this.#hit),
    )
    return this.#passages
  }
}

function hopsOf({ asked: words, read }: Hit): Hop[] {
  const hops: Hop[] = []
  for (const word of words) {
    if (!word.interpretations.some(({ hop }) => hop)) continue
    const { hop } = coveredBy(word, read).interpretation
    if (hop && !hops.some(({ asked, found }) => asked === hop.asked && found === hop.found)) hops.push(hop)
  }
  return hops
}
