import type { Concept } from '../../knowledge/concepts/concepts.js'
import type { Session } from '../../knowledge/session.js'
import { glossaryKey } from '../lexicon/glossary-table.js'
import { distance } from '../lexicon/spelling.js'
import { ENGLISH_STOP_WORDS } from '../text/closed-classes.js'
import { EVERYDAY_WORDS } from '../text/everyday-words.js'
import { MISHEARD } from '../tuning.js'

/** The index term of a name that captions seem to say in other words. */
export const heardTerm = (name: string): string => `≈${glossaryKey(name)}`

/** Consonants that captions confuse. */
const CLASSES: ReadonlyMap<string, string> = new Map(
  ['kcqgx', 'td', 'pbfv', 'szj', 'n', 'm', 'lr'].flatMap((letters) =>
    [...letters].map((letter): [string, string] => [letter, letters.charAt(0)]),
  ),
)

/**
 * Names of tools that a machine heard as other words: `cooper netties`, `post grass`, `graphana`. They have the same
 * consonants, and enough of the same letters; words that everybody uses are taken for what they are.
 */
export class Misheard {
  readonly #glossary: readonly (readonly string[])[]
  readonly #concepts: readonly Concept[]
  #table: NameTable | undefined

  constructor(glossary: readonly (readonly string[])[], concepts: readonly Concept[]) {
    this.#glossary = glossary
    this.#concepts = concepts
  }

  /** Learns the names in steps of a millisecond or two; where nobody speaks, there is nothing to learn them for. */
  *learn(sessions: readonly Session[]): Generator<undefined, void> {
    const isSpoken = sessions.some(({ passages }) => passages.some(({ source }) => source?.kind === 'moment'))
    if (isSpoken) this.#table ??= yield* nameTable(this.#glossary, this.#concepts)
  }

  /** The index terms of names that are heard in a text. */
  in(text: string): readonly string[] {
    if (!this.#table) return []
    const found = new Set<string>()
    for (const [run] of text.toLowerCase().matchAll(/[a-z]+(?: [a-z]+)*/gu)) {
      const words = run.split(' ')
      for (let start = 0; start < words.length; start++) {
        for (let length = 1; length <= MISHEARD.mostWords; length++) {
          const name =
            start + length <= words.length && heard(words.slice(start, start + length), this.#table)
          if (name) found.add(heardTerm(name))
        }
      }
    }
    return [...found]
  }
}

interface NameTable {
  /** Names of one word, by their consonants. */
  readonly byConsonants: ReadonlyMap<string, readonly string[]>
  /** The words of all names. */
  readonly words: ReadonlySet<string>
}

function* nameTable(
  glossary: readonly (readonly string[])[],
  concepts: readonly Concept[],
): Generator<undefined, NameTable> {
  const byConsonants = new Map<string, string[]>()
  const words = new Set<string>()
  const all = [
    // The glossary has words of any kind; names among them are written with a capital.
    ...glossary.map((names) => ({ names, isNamed: (name: string) => /^[A-Z]/u.test(name) })),
    ...concepts.map(({ names, kind }) => ({ names, isNamed: () => kind === 'tool' })),
  ]
  for (const [at, { names, isNamed }] of all.entries()) {
    if (at % CONCEPTS_A_STEP === 0) yield
    for (const name of names) {
      const lower = name.toLowerCase()
      for (const word of lower.match(/[a-z]+/gu) ?? []) words.add(word)
      if (!/^[a-z]{5,}$/u.test(lower) || !isNamed(name)) continue
      const key = consonantsOf(lower)
      const same = byConsonants.get(key)
      if (!same) byConsonants.set(key, [lower])
      else if (!same.includes(lower)) same.push(lower)
    }
  }
  return { byConsonants, words }
}

const CONCEPTS_A_STEP = 20

function heard(words: readonly string[], table: NameTable): string | undefined {
  if (words.some((word) => ENGLISH_STOP_WORDS.has(word))) return undefined
  if (words.every((word) => EVERYDAY_WORDS.has(word))) return undefined
  const joined = words.join('')
  if (joined.length > MISHEARD.longest) return undefined
  const isWord = words.length === 1
  if (isWord && table.words.has(joined)) return undefined
  const consonants = consonantsOf(joined)
  const least = leastLikeness(consonants.length, isWord)
  const likeness = (name: string) =>
    1 - distance(joined, name, joined.length) / Math.max(joined.length, name.length)
  return table.byConsonants.get(consonants)?.find((name) => likeness(name) >= least)
}

// The fewer consonants a name has, the more words have the same.
function leastLikeness(consonants: number, isWord: boolean): number {
  const { word, few, many, manyConsonants } = MISHEARD
  if (isWord) return consonants < word.consonants ? Number.POSITIVE_INFINITY : word.likeness
  return consonants < manyConsonants ? few : many
}

/** The classes of a word's consonants; of those side by side in one class, one. */
function consonantsOf(word: string): string {
  let key = ''
  let last = ''
  for (const letter of word) {
    const kind = CLASSES.get(letter) ?? (letter === 'h' || letter === 'w' ? last : '')
    if (kind !== last) key += kind
    last = kind
  }
  return key
}
