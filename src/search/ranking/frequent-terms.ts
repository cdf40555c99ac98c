import type { Vocabulary } from '../lexicon/vocabulary.js'
import type { Plan } from '../question/plan.js'
import { FREQUENT, LARGE_ARCHIVE } from '../tuning.js'
import type { Turns } from '../turns.js'
import type { Postings } from './postings.js'

/** A term that adds to the score of sessions which rarer terms have found. */
export interface AddedTerm {
  readonly term: string
  readonly holds: (documentNumber: number) => boolean
}

const { leastSessions, share, hugeArchive, hugeShare, enoughWords, enoughSessions, mostSearched } = FREQUENT

// The larger the archive, the sooner its lists get slow.
const frequentFrom = (sessions: number): number =>
  Math.max(leastSessions, sessions * (sessions > hugeArchive ? hugeShare : share))

/** Whether a term in so many of the sessions is frequent; in a small archive none is. */
const isFrequent = (frequency: number, sessions: number): boolean =>
  sessions > LARGE_ARCHIVE && frequency > frequentFrom(sessions)

/**
 * Terms of a large archive that are in so many sessions that finding candidates by them is slow and helps little:
 * with a rarer term at hand they only add score. Measured on 10,785 talks: see tests/bench/README.md.
 */
export class FrequentTerms {
  readonly #holders = new Map<string, Uint32Array>()

  /** Keeps the sessions of the frequent terms. */
  static async of(vocabulary: Vocabulary, postings: Postings, turns: Turns): Promise<FrequentTerms> {
    const frequent = new FrequentTerms()
    if (!vocabulary.isLarge) return frequent
    let number = 0
    for (const term of vocabulary.terms()) {
      if (isFrequent(vocabulary.frequency(term), vocabulary.sessions)) {
        frequent.#keep(term, postings.holders(number), vocabulary.sessions)
      }
      if (turns.isOver()) await turns.next()
      number++
    }
    return frequent
  }

  #keep(term: string, holders: Uint32Array, sessions: number): void {
    const bits = new Uint32Array((sessions >>> 5) + 1)
    for (const holder of holders) bits[holder >>> 5] = (bits[holder >>> 5] ?? 0) | (1 << (holder & 31))
    this.#holders.set(term, bits)
  }

  /** Parts the terms of a plan: those that find sessions, and those that only add score. */
  split({ terms }: Plan, vocabulary: Vocabulary): { searched: string[]; added: AddedTerm[] } {
    const rarest: { readonly term: string; readonly frequency: number }[] = []
    for (const term of terms.keys()) rarest.push({ term, frequency: vocabulary.frequency(term) })
    rarest.sort((a, b) => a.frequency - b.frequency)
    const searched: string[] = []
    const added: AddedTerm[] = []
    const most = mostSearched * frequentFrom(vocabulary.sessions)
    let [words, sessions] = [0, 0]
    for (const { term, frequency } of rarest) {
      const needed = frequency <= most && (words < enoughWords || sessions < enoughSessions)
      const bits = this.#holders.get(term)
      if (bits && searched.length > 0 && !needed) {
        added.push({ term, holds: (number) => (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1 })
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
