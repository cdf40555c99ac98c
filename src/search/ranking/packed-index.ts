import { endianness } from 'node:os'
import type { Library } from '../../knowledge/library.js'
import { Lexicon } from '../lexicon/lexicon.js'
import { Misheard } from '../sound/misheard.js'
import { PACKED_LINE, PACKED_NUMBERS } from '../tuning.js'
import { Turns } from '../turns.js'
import { type BuiltIndex, indexOf } from './build.js'
import { FIELDS } from './document.js'
import { FieldLengths } from './field-lengths.js'
import { type PostingArrays, Postings } from './postings.js'

/** The first line. What is quickly made from the library, or when it is first needed, is not packed. */
interface HeadLine {
  readonly sessions: number
  readonly terms: number
  readonly postings: number
  /** The order of the bytes in a number. */
  readonly bytes: ReturnType<typeof endianness>
}

/** Some terms in the order of their numbers, each with the number of its sessions. */
interface TermsLine {
  readonly terms: readonly string[]
  readonly frequencies: readonly number[]
}

/** Some words in the order in which they were learnt. */
interface WordsLine {
  readonly words: readonly string[]
}

/** The lengths of the fields of some documents. */
interface LengthsLine {
  readonly lengths: readonly number[]
}

/** Part of an array of postings, in base64. */
interface ArrayLine {
  readonly array: keyof PostingArrays
  readonly from: number
  readonly base64: string
}

type PackedLine = TermsLine | WordsLine | LengthsLine | ArrayLine | { readonly end: true }

/** A new index as lines of JSON, each made in a few milliseconds. */
export function* packIndex({ index, lexicon, sessions }: BuiltIndex): Generator<string> {
  for (const line of linesOf({ index, lexicon, sessions })) yield JSON.stringify(line)
}

function* linesOf({
  index: { postings, fieldLengths },
  lexicon,
  sessions,
}: Pick<BuiltIndex, 'index' | 'lexicon' | 'sessions'>): Generator<HeadLine | PackedLine> {
  const { vocabulary } = lexicon
  const { starts, documents, counts } = postings.arrays
  yield {
    sessions: sessions.length,
    terms: vocabulary.size,
    postings: documents.length,
    bytes: endianness(),
  }
  for (const terms of sliced(vocabulary.terms())) {
    yield { terms, frequencies: terms.map((term) => vocabulary.frequency(term)) }
  }
  for (const words of sliced(lexicon.words())) yield { words }
  for (const lengths of sliced(fieldLengths.all, PACKED_LINE * FIELDS.length)) yield { lengths }
  yield* arrayLines('starts', starts)
  yield* arrayLines('documents', documents)
  yield* arrayLines('counts', counts)
  yield { end: true }
}

function* sliced<Item>(items: Iterable<Item>, most = PACKED_LINE): Generator<readonly Item[]> {
  let slice: Item[] = []
  for (const item of items) {
    slice.push(item)
    if (slice.length < most) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}

function* arrayLines(array: ArrayLine['array'], numbers: Uint32Array | Uint16Array): Generator<ArrayLine> {
  for (let from = 0; from < numbers.length; from += PACKED_NUMBERS) {
    const { buffer, byteOffset, byteLength } = numbers.subarray(from, from + PACKED_NUMBERS)
    yield { array, from, base64: Buffer.from(buffer, byteOffset, byteLength).toString('base64') }
  }
}

/** The index of a library out of the lines that were packed for an equal one, in turns. Throws where some are missing. */
export async function unpackIndex(library: Library, lines: Iterable<string>): Promise<BuiltIndex> {
  const { sessions, glossary, concepts } = library
  const turns = new Turns()
  const [first = '', ...rest] = lines
  const head: HeadLine = JSON.parse(first)
  if (head.sessions !== sessions.length) throw new Error('It is of another library')
  if (head.bytes !== endianness()) throw new Error('It is of another machine')
  const lexicon = new Lexicon(glossary, concepts)
  await turns.run(lexicon.concepts.look())
  const { vocabulary } = lexicon
  vocabulary.restore(sessions.length)
  const lengths = new FieldLengths()
  const arrays: PostingArrays = {
    starts: new Uint32Array(head.terms * FIELDS.length + 1),
    documents: new Uint32Array(head.postings),
    counts: new Uint16Array(head.postings),
  }
  let missing = arrays.starts.length + 2 * head.postings
  let isWhole = false
  for (const text of rest) {
    if (turns.isOver()) await turns.next()
    const line: PackedLine = JSON.parse(text)
    if ('terms' in line) {
      for (const [at, term] of line.terms.entries()) vocabulary.restoreTerm(term, line.frequencies[at] ?? 0)
    } else if ('words' in line) {
      for (const word of line.words) {
        lexicon.restore(word)
        if (turns.isOver()) await turns.next()
      }
    } else if ('lengths' in line) {
      for (let from = 0; from < line.lengths.length; from += FIELDS.length) {
        lengths.add(line.lengths.slice(from, from + FIELDS.length))
      }
    } else if ('array' in line) {
      const { buffer, BYTES_PER_ELEMENT } = arrays[line.array]
      const written = Buffer.from(buffer).write(line.base64, line.from * BYTES_PER_ELEMENT, 'base64')
      missing -= written / BYTES_PER_ELEMENT
    } else isWhole = line.end
  }
  if (!isWhole) throw new Error('Its end is missing')
  if (missing !== 0 || vocabulary.size !== head.terms || lengths.documents !== head.sessions) {
    throw new Error('Some of its lines are missing')
  }
  const misheard = new Misheard(glossary, concepts)
  await turns.run(misheard.learn(sessions))
  const postings = new Postings(arrays)
  return await indexOf({ sessions, concepts }, { lexicon, postings, lengths, misheard }, turns)
}
