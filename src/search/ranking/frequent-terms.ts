import type { Vocabulary } from '../lexicon/vocabulary.js'
import type { Plan } from '../question/plan.js'
import type { Turns } from './turns.js'

/** Below this many sessions every term is searched: reading long lists of sessions costs nothing yet. */
export const LARGE_ARCHIVE = 2_000

/** A term that adds to the score of sessions which rarer terms have found. */
export interface AddedTerm {
  readonly term: string
  readonly holds: (place: number) => boolean
}

// Share of the sessions from which a term is frequent. The larger the archive, the sooner its lists get slow.
const frequentFrom = (sessions: number): number =>
  Math.max(200, sessions * (sessions > 50_000 ? 0.005 : 0.01))
const ENOUGH_WORDS = 2
const ENOUGH_SESSIONS = 40

/**
 * Terms of a large archive that are in so many sessions that finding candidates by them is slow and tells little:
 * with a rarer term at hand they only add score. Measured on 10,785 talks: see tests/bench/README.md.
 */
export class FrequentTerms {
  #places = new Map<string, number[]>()
  readonly #holders = new Map<string, Uint32Array>()

  /** Learns the terms of the next session. */
  add(place: number, terms: ReadonlySet<string>): void {
    for (const term of terms) {
      const places = this.#places.get(term)
      if (places) places.push(place)
      else this.#places.set(term, [place])
    }
  }

  /** Keeps what is frequent, once all sessions are known. */
  async close(sessions: number, turns: Turns): Promise<void> {
    for (const [term, places] of this.#places) {
      if (turns.isOver()) await turns.next()
      if (places.length <= frequentFrom(sessions)) continue
      const bits = new Uint32Array((sessions >>> 5) + 1)
      for (const place of places) bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
      this.#holders.set(term, bits)
    }
    this.#places = new Map()
  }

  /** Parts the terms of a plan: those that find sessions, and those that only add score. */
  split({ terms }: Plan, vocabulary: Vocabulary): { searched: string[]; added: AddedTerm[] } {
    const rarest = [...terms.keys()].sort((a, b) => vocabulary.frequency(a) - vocabulary.frequency(b))
    const searched: string[] = []
    const added: AddedTerm[] = []
    const most = 5 * frequentFrom(vocabulary.sessions)
    let [words, sessions] = [0, 0]
    for (const term of rarest) {
      const frequency = vocabulary.frequency(term)
      const needed = frequency <= most && (words < ENOUGH_WORDS || sessions < ENOUGH_SESSIONS)
      const bits = this.#holders.get(term)
      if (bits && searched.length > 0 && !needed) {
        added.push({ term, holds: (place) => (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1 })
        continue
      }
      searched.push(term)
      if (terms.get(term)?.alternative) continue
      words++
      sessions += frequency
    }
    return { searched, added }
  }
}
