import { remember } from '../../text/remember.js'
import { contentWords, formsOf } from '../lexicon/concept-words.js'
import { isHangul } from '../text/korean.js'
import { MEANING } from '../tuning.js'
import type { CountedForms } from './concept-texts.js'
import { columnCoordinates } from './subspace.js'
import { addScaled, lengthOf, unit, unitBytes } from './vectors.js'

/** Forms of words with a unit vector each; those of like meaning point in like directions. */
export interface WordTable {
  readonly forms: readonly string[]
  /** Inverse text frequency of each form. */
  readonly weights: readonly number[]
  /** The vectors one after the other, times 127. */
  readonly coordinates: Int8Array
}

/** The forms of words in texts, and where each points to by those it meets there: latent semantic analysis. */
export function wordTable(texts: readonly CountedForms[]): WordTable {
  const frequencies = new Map<string, number>()
  for (const text of texts) {
    for (const form of text.keys()) frequencies.set(form, (frequencies.get(form) ?? 0) + 1)
  }
  const forms = [...frequencies.keys()].sort()
  const weights = forms.map((form) => Math.log(1 + texts.length / (frequencies.get(form) ?? 1)))
  const places = new Map(forms.map((form, place) => [form, place]))
  const [starts, columns, values] = [[0], [] as number[], [] as number[]]
  for (const text of texts) {
    const row = [...text].map(([form, count]) => {
      const place = places.get(form) ?? 0
      return { place, value: Math.log1p(count) * (weights[place] ?? 0) }
    })
    const length = Math.hypot(...row.map(({ value }) => value))
    for (const { place, value } of row) {
      columns.push(place)
      values.push(value / length)
    }
    starts.push(columns.length)
  }
  const matrix = {
    starts: Uint32Array.from(starts),
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
    width: forms.length,
  }
  const coordinates = columnCoordinates(matrix, MEANING.dimensions)
  const dimensions = coordinates.length / forms.length
  const bytes = new Int8Array(coordinates.length)
  for (let at = 0; at < bytes.length; at += dimensions) {
    bytes.set(unitBytes(coordinates.subarray(at, at + dimensions)), at)
  }
  return { forms, weights, coordinates: bytes }
}

/** Vectors of words and texts. */
export class WordVectors {
  readonly dimensions: number
  readonly #places: ReadonlyMap<string, number>
  readonly #table: WordTable
  /** Of forms that the table does not have. */
  readonly #learnt = new Map<string, Direction>()
  /** The weight of a form that stands in one text. */
  readonly #rarest: number
  readonly #directionOf = remember((word) => this.#direction(word), MEANING.mostRemembered)

  constructor(table: WordTable) {
    this.#table = table
    this.dimensions = table.coordinates.length / table.forms.length
    this.#rarest = table.weights.reduce((most, weight) => Math.max(most, weight), 0)
    this.#places = new Map(table.forms.map((form, place) => [form, place]))
  }

  /** Learns the forms that only these texts have: each points to where the others of its texts do. In steps. */
  *learn(texts: Iterable<CountedForms>): Generator<undefined, void> {
    const sums = new Map<string, Float32Array>()
    for (const text of texts) {
      const unknown = [...text.keys()].filter((form) => !this.#places.has(form))
      if (unknown.length > 0) {
        const sum = this.#zero()
        for (const [form, count] of text) addDirection(sum, this.#known(form), Math.log1p(count))
        for (const form of unknown) addTo(sums, form, unit(sum))
      }
      yield
    }
    for (const [form, sum] of sums) {
      this.#learnt.set(form, { vector: unit(sum), weight: this.#rarest })
    }
  }

  /** The sum of a text's words, the rarer the longer; all 0 where it has no known word. */
  sumOf(text: string): Float32Array {
    const counts = new Map<string, number>()
    for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const sum = this.#zero()
    for (const [word, count] of counts) addDirection(sum, this.#directionOf(word), Math.log1p(count))
    return sum
  }

  /** 0 to 1: what of a text the sum of its words stands for, an unknown word being as rare as any. */
  knownShareOf(text: string, sum = this.sumOf(text)): number {
    const words = [...new Set(contentWords(text))]
    const unknown = words.filter((word) => !this.#directionOf(word)).length
    const known = lengthOf(sum) / Math.LN2
    return known > 0 ? known / Math.hypot(known, MEANING.unknown * this.#rarest * Math.sqrt(unknown)) : 0
  }

  /** Of a word by its forms, or by two known words that it is made of: 언어모델. */
  #direction(word: string): Direction | undefined {
    const forms = formsOf(word)
    return this.#joint(forms) ?? (isHangul(word) ? this.#ofHalves(forms) : undefined)
  }

  #joint(forms: readonly string[]): Direction | undefined {
    const known = forms.flatMap((form) => this.#known(form) ?? [])
    if (known.length === 0) return undefined
    const sum = this.#zero()
    for (const { vector } of known) addScaled(sum, vector, 1)
    return { vector: unit(sum), weight: Math.min(...known.map(({ weight }) => weight)) }
  }

  #ofHalves(forms: readonly string[]): Direction | undefined {
    for (const form of forms) {
      for (let length = form.length - SHORTEST_HALF; length >= SHORTEST_HALF; length--) {
        const halves = [form.slice(0, length), form.slice(length)].map((half) => this.#known(half))
        const [first, second] = halves
        if (!first || !second) continue
        const sum = this.#zero()
        for (const half of [first, second]) addDirection(sum, half, 1)
        return { vector: unit(sum), weight: lengthOf(sum) }
      }
    }
    return undefined
  }

  #known(form: string): Direction | undefined {
    const place = this.#places.get(form)
    if (place === undefined) return this.#learnt.get(form)
    const { coordinates, weights } = this.#table
    const bytes = coordinates.subarray(place * this.dimensions, (place + 1) * this.dimensions)
    return { vector: unit(Float32Array.from(bytes)), weight: weights[place] ?? 0 }
  }

  #zero(): Float32Array {
    return new Float32Array(this.dimensions)
  }
}

/** Where a word points to, and how much it says. */
interface Direction {
  readonly vector: Float32Array
  readonly weight: number
}

/** Syllables: of fewer nearly every word is made. */
const SHORTEST_HALF = 2

function addDirection(sum: Float32Array, direction: Direction | undefined, factor: number): void {
  if (direction) addScaled(sum, direction.vector, factor * direction.weight)
}

function addTo(sums: Map<string, Float32Array>, form: string, vector: Float32Array): void {
  const sum = sums.get(form)
  if (sum) addScaled(sum, vector, 1)
  else sums.set(form, Float32Array.from(vector))
}
