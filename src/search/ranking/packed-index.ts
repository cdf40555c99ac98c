import type { Library } from '../../knowledge/library.js'
import { Lexicon } from '../lexicon/lexicon.js'
import { Suggestions } from '../lexicon/suggestions.js'
import { PACKED_LINE } from '../tuning.js'
import type { BuiltIndex } from './build.js'
import { FrequentTerms, isFrequent } from './frequent-terms.js'
import { type IndexedTerm, type IndexFacts, InvertedIndex } from './inverted-index.js'
import { PassageTerms } from './passage-terms.js'
import { Turns } from './turns.js'

/** The first line. What is quickly made from the library, or when it is first needed, is not packed. */
interface Head {
  readonly sessions: number
  readonly facts: IndexFacts
}

/** Some terms, each with the number of its sessions. */
interface TermsLine {
  readonly terms: readonly IndexedTerm[]
  readonly frequencies: readonly number[]
}

/** Some words in the order in which they were learnt. */
interface WordsLine {
  readonly words: readonly string[]
}

type Line = TermsLine | WordsLine | { readonly end: true }

/** A new index as lines of JSON, each made in a few milliseconds. */
export function* packIndex({ index, lexicon, sessions }: BuiltIndex): Generator<string> {
  const head: Head = { sessions: sessions.length, facts: index.facts() }
  yield JSON.stringify(head)
  let terms: IndexedTerm[] = []
  let occurrences = 0
  const line = (): TermsLine => ({
    terms,
    frequencies: terms.map(([term]) => lexicon.vocabulary.frequency(term)),
  })
  for (const each of index.terms()) {
    terms.push(each)
    occurrences += 1 + lexicon.vocabulary.frequency(each[0])
    if (occurrences < PACKED_LINE) continue
    yield JSON.stringify(line())
    terms = []
    occurrences = 0
  }
  yield JSON.stringify(line())
  const words = [...lexicon.words()]
  for (let from = 0; from < words.length; from += PACKED_LINE) {
    yield JSON.stringify({ words: words.slice(from, from + PACKED_LINE) } satisfies WordsLine)
  }
  yield JSON.stringify({ end: true })
}

/** The index of a library out of the lines that were packed for an equal one, in turns. Throws where some are missing. */
export async function unpackIndex(library: Library, lines: Iterable<string>): Promise<BuiltIndex> {
  const { sessions, glossary, concepts } = library
  const turns = new Turns()
  const [first = '', ...rest] = lines
  const head: Head = JSON.parse(first)
  if (head.sessions !== sessions.length) throw new Error('It is of another library')
  const lexicon = new Lexicon(glossary, concepts)
  lexicon.vocabulary.restore(sessions.length)
  const frequent = new FrequentTerms()
  const suggestions = new Suggestions()
  const index = new InvertedIndex()
  index.restore(head.facts)
  let isWhole = false
  for (const text of rest) {
    if (turns.isOver()) await turns.next()
    const line: Line = JSON.parse(text)
    if ('words' in line) {
      for (const word of line.words) {
        lexicon.learn(word)
        if (turns.isOver()) await turns.next()
      }
    } else if ('terms' in line) restoreTerms(line)
    else isWhole = line.end
  }
  if (!isWhole) throw new Error('Its end is missing')
  for (const [documentNumber, session] of sessions.entries()) {
    suggestions.add(documentNumber, session)
    if (turns.isOver()) await turns.next()
  }
  return { sessions, index, lexicon, frequent, suggestions, passageTerms: new PassageTerms() }

  function restoreTerms({ terms, frequencies }: TermsLine): void {
    for (const [at, each] of terms.entries()) {
      const [term, fields] = each
      const frequency = frequencies[at] ?? 0
      index.restoreTerm(each)
      lexicon.vocabulary.restoreTerm(term, frequency)
      if (!isFrequent(frequency, sessions.length)) continue
      const holders = new Set(Object.values(fields).flatMap((counts) => Object.keys(counts)))
      frequent.keep(term, [...holders].map(Number), sessions.length)
    }
  }
}
