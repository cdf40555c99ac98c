/** A concept that several words of a question have been counted for. */
export interface ConceptSum {
  /** Its place among the concepts. */
  readonly concept: number
  readonly score: number
  readonly weight: number
  /** Places of those words in the question. */
  readonly words: readonly number[]
}

/**
 * What the words of one question add up to, concept by concept. A word may have hundreds of concepts, and nearly all of them
 * no second word: numbers side by side, kept from question to question, instead of a thing for each.
 */
export class ConceptSums {
  readonly #scores: Float64Array
  readonly #weights: Float64Array
  readonly #counts: Uint16Array
  readonly #firstPlaces: Uint16Array
  /** The score of the word at hand. */
  readonly #own: Float64Array
  #found: number[] = []
  #several = new Map<number, number[]>()

  constructor(concepts: number) {
    this.#scores = new Float64Array(concepts)
    this.#weights = new Float64Array(concepts)
    this.#counts = new Uint16Array(concepts)
    this.#firstPlaces = new Uint16Array(concepts)
    this.#own = new Float64Array(concepts)
  }

  /** Counts a word: `score` is above 0 for each of its concepts, and may be said more than once; then the highest counts. */
  add(place: number, scoresOf: (put: (concept: number, score: number) => void) => number): number {
    const concepts: number[] = []
    const weight = scoresOf((concept, score) => {
      const before = this.#own[concept] ?? 0
      if (before === 0) concepts.push(concept)
      if (score > before) this.#own[concept] = score
    })
    for (const concept of concepts) this.#count(concept, place, weight)
    return weight
  }

  #count(concept: number, place: number, weight: number): void {
    const count = this.#counts[concept] ?? 0
    if (count === 0) {
      this.#found.push(concept)
      this.#firstPlaces[concept] = place
    } else if (count === 1) this.#several.set(concept, [this.#firstPlaces[concept] ?? 0, place])
    else this.#several.get(concept)?.push(place)
    this.#counts[concept] = count + 1
    this.#scores[concept] = (this.#scores[concept] ?? 0) + (this.#own[concept] ?? 0)
    this.#weights[concept] = (this.#weights[concept] ?? 0) + weight
    this.#own[concept] = 0
  }

  /** The concepts that have two words or more, in the order in which they came; begins anew. */
  take(): ConceptSum[] {
    const sums: ConceptSum[] = []
    for (const concept of this.#found) {
      const words = this.#several.get(concept)
      const [score = 0, weight = 0] = [this.#scores[concept], this.#weights[concept]]
      if (words) sums.push({ concept, score, weight, words })
      this.#scores[concept] = 0
      this.#weights[concept] = 0
      this.#counts[concept] = 0
    }
    this.#found = []
    this.#several = new Map()
    return sums
  }
}
