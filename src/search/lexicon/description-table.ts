import type { Concept } from '../../knowledge/concepts/concepts.js'
import { DESCRIBED } from '../tuning.js'
import { ConceptSums } from './concept-sums.js'
import type { Descriptions } from './concept-tables.js'
import { contentWords, formsOf } from './concept-words.js'

/** A concept that a question describes: names and descriptions of it have some of its words. */
export interface DescribedConcept {
  readonly concept: Concept
  /** Places of these words in the question, rising; at least two. */
  readonly words: readonly number[]
  /** 0 to 1: what these words weigh among those of the question, by how few concepts have them. */
  readonly share: number
}

/**
 * Concepts by the words of their names and descriptions, in any order and inflection. What people ask for without its
 * name they describe: explicit semantic analysis (Gabrilovich and Markovitch 2007) over concepts instead of articles.
 */
export class DescriptionTable {
  readonly #concepts: readonly Concept[]
  readonly #postings = new Map<string, number[]>()
  readonly #lengths: number[] = []
  readonly #descriptions: Descriptions
  #words = 0
  #sums: ConceptSums | undefined
  #state: 'unread' | 'being read' | 'read' = 'unread'

  /** `descriptions`: those that were read of these concepts. */
  constructor(concepts: readonly Concept[], descriptions?: Descriptions) {
    this.#concepts = concepts
    this.#descriptions = descriptions ?? { postings: this.#postings, lengths: this.#lengths }
    if (!descriptions) return
    this.#words = descriptions.lengths.reduce((total, length) => total + length, 0)
    this.#state = 'read'
  }

  /**
   * The concepts that a question's words describe best, the best first. None while they are being prepared: reading them
   * takes a fifth of a second, which nobody in a chat should wait.
   */
  find(words: readonly { readonly text: string; readonly place: number }[]): DescribedConcept[] {
    if (this.#state === 'being read') return []
    for (const _ of this.prepare());
    this.#sums ??= new ConceptSums(this.#concepts.length)
    let total = 0
    for (const { text, place } of words) total += this.#count(text, place, this.#sums)
    return this.#sums
      .take()
      .filter(({ weight }) => weight >= DESCRIBED.leastShare * total)
      .sort((a, b) => b.score - a.score)
      .slice(0, DESCRIBED.most)
      .flatMap(({ concept: at, words, weight }) => {
        const concept = this.#concepts[at]
        return concept ? [{ concept, words, share: weight / total }] : []
      })
  }

  /** Reads all concepts, a few at each step. */
  *prepare(): Generator<undefined, void> {
    if (this.#state !== 'unread') return
    this.#state = 'being read'
    for (const [at, { names, about }] of this.#concepts.entries()) {
      let length = 0
      for (const text of [...names, ...about]) {
        for (const word of contentWords(text)) {
          for (const form of formsOf(word)) {
            length++
            this.#put(form, at)
          }
        }
      }
      this.#lengths.push(length)
      this.#words += length
      if (at % FEW === 0) yield
    }
    this.#state = 'read'
  }

  /** All descriptions. */
  whole(): { postings: ReadonlyMap<string, readonly number[]>; lengths: readonly number[] } {
    for (const _ of this.prepare());
    return { postings: this.#postings, lengths: this.#lengths }
  }

  #put(form: string, concept: number): void {
    const postings = this.#postings.get(form)
    if (!postings) this.#postings.set(form, [concept, 1])
    else if (postings.at(-2) === concept) postings[postings.length - 1] = (postings.at(-1) ?? 0) + 1
    else postings.push(concept, 1)
  }

  /** Counts a word for each concept that has one of its forms, with what BM25 makes of it; gives how rare the word is. */
  #count(word: string, place: number, sums: ConceptSums): number {
    const { postings: lists, lengths } = this.#descriptions
    const { b, k } = DESCRIBED
    const average = this.#words / Math.max(1, this.#concepts.length)
    return sums.add(place, (put) => {
      let weight = Number.POSITIVE_INFINITY
      for (const form of formsOf(word)) {
        const postings = lists.get(form) ?? []
        const holders = postings.length / 2
        const idf = Math.log(1 + (this.#concepts.length - holders + 0.5) / (holders + 0.5))
        weight = Math.min(weight, idf)
        for (let i = 0; i < postings.length; i += 2) {
          const [concept = 0, count = 0] = [postings[i], postings[i + 1]]
          const length = 1 - b + (b * (lengths[concept] ?? 0)) / average
          put(concept, (idf * count * (k + 1)) / (count + k * length))
        }
      }
      return weight
    })
  }
}

/** Less than a millisecond of work. */
const FEW = 4
