import { join } from 'node:path'
import type { Concept } from '../../knowledge/concepts/concepts.js'
import { type PreparedConcepts, preparedConcepts } from '../../knowledge/concepts/prepared-concepts.js'
import {
  type PreparedHead,
  type PreparedLines,
  printPrepared,
  readPrepared,
} from '../../knowledge/concepts/prepared-lines.js'
import { ConceptNames } from './concept-names.js'
import {
  type ConceptTables,
  type ExpansionRelation,
  type Lookup,
  nextBelow,
  type Phrase,
} from './concept-tables.js'
import { DescriptionTable } from './description-table.js'
import { byRarestWord, PhraseTable } from './phrase-table.js'

/** What the build writes, beside the built code. */
export const PREPARED_TABLES = 'concept-tables.jsonl'

/** Which line of the file has the keys that begin alike, table by table; and the lengths of descriptions. */
interface TablesHead extends PreparedHead {
  readonly places: Readonly<Record<keyof Packed, Readonly<Record<string, number>>>>
  readonly words: readonly number[]
}

/** What stands under a key of each table; concepts by their places. */
interface Packed {
  readonly names: number
  readonly phrases: readonly (readonly [concept: number, place: number, words: Phrase['words']])[]
  readonly descriptions: readonly number[]
  readonly below: readonly (readonly [concept: number, relation: ExpansionRelation])[]
}

/** The tables of these very concepts, where the build has made some. */
export function preparedTablesOf(concepts: readonly Concept[]): ConceptTables | undefined {
  const prepared = preparedConcepts()
  if (prepared?.concepts !== concepts) return undefined
  return readPreparedTables(join(import.meta.dirname, PREPARED_TABLES), prepared)
}

/** The tables in a file; undefined where they are missing, or of other concepts. */
export function readPreparedTables(
  file: string,
  { hash, concepts }: PreparedConcepts,
): ConceptTables | undefined {
  const lines = readPrepared<TablesHead>(file)
  if (lines?.head.hash !== hash) return undefined
  const conceptAt = (at: number): Concept => {
    const concept = concepts[at]
    if (!concept) throw new RangeError(`There is no concept ${at}`)
    return concept
  }
  return {
    names: new PreparedTable(lines, 'names', conceptAt),
    phrases: new PreparedTable(lines, 'phrases', (phrases) =>
      phrases.map(([concept, place, words]) => ({ concept: conceptAt(concept), place, words })),
    ),
    descriptions: {
      postings: new PreparedTable(lines, 'descriptions', (postings) => postings),
      lengths: lines.head.words,
    },
    below: new PreparedTable(lines, 'below', (below) =>
      below.map(([concept, relation]) => ({ concept: conceptAt(concept), relation, steps: 1 })),
    ),
  }
}

/** A table whose lines are parsed when somebody first asks for a key that stands in them. */
class PreparedTable<Name extends keyof Packed, Value> implements Lookup<Value> {
  readonly #lines: PreparedLines<TablesHead>
  readonly #places: Map<string, number>
  readonly #unpack: (packed: Packed[Name]) => Value
  readonly #packed = new Map<string, Packed[Name]>()
  readonly #unpacked = new Map<string, Value>()

  constructor(lines: PreparedLines<TablesHead>, name: Name, unpack: (packed: Packed[Name]) => Value) {
    this.#lines = lines
    this.#places = new Map(Object.entries(lines.head.places[name]))
    this.#unpack = unpack
  }

  get(key: string): Value | undefined {
    const known = this.#unpacked.get(key)
    if (known !== undefined) return known
    this.#parse(initialOf(key))
    const packed = this.#packed.get(key)
    if (packed === undefined) return undefined
    const value = this.#unpack(packed)
    this.#unpacked.set(key, value)
    return value
  }

  #parse(initial: string): void {
    const place = this.#places.get(initial)
    if (place === undefined) return
    this.#places.delete(initial)
    const entries: readonly (readonly [string, Packed[Name]])[] = JSON.parse(this.#lines.line(place))
    for (const [key, packed] of entries) this.#packed.set(key, packed)
  }
}

/** So many keys begin alike that they are parsed in half a millisecond, and so few that it is said soon where they are. */
const initialOf = (key: string): string => (key >= '가' ? key.slice(0, 1) : key.slice(0, 2))

/** The tables of the shipped concepts, as the build writes them: making them takes a new process 0.3 s. */
export function prepareTables(prepared = preparedConcepts()): string {
  if (!prepared) throw new Error('The concepts are prepared first')
  const { hash, concepts } = prepared
  const numbers = new Map(concepts.map((concept, at) => [concept, at]))
  const numberOf = (concept: Concept) => numbers.get(concept) ?? -1
  const lines: unknown[] = []
  const descriptions = new DescriptionTable(concepts).whole()
  const head: Omit<TablesHead, 'lengths'> = {
    hash,
    words: descriptions.lengths,
    places: {
      names: pack(new ConceptNames(concepts).whole(), numberOf),
      phrases: pack(byRarestWord(new PhraseTable(concepts).whole()), (phrases) =>
        phrases.map(({ concept, place, words }) => [numberOf(concept), place, words]),
      ),
      descriptions: pack(descriptions.postings, (postings) => postings),
      below: pack(nextBelow(concepts), (below) =>
        below.map(({ concept, relation }) => [numberOf(concept), relation]),
      ),
    },
  }
  return printPrepared(head, lines)

  function pack<Value>(table: ReadonlyMap<string, Value>, packed: (value: Value) => unknown) {
    const alike = new Map<string, unknown[]>()
    for (const [key, value] of table) {
      const entries = alike.get(initialOf(key)) ?? []
      entries.push([key, packed(value)])
      alike.set(initialOf(key), entries)
    }
    return Object.fromEntries([...alike].map(([initial, entries]) => [initial, lines.push(entries) - 1]))
  }
}
