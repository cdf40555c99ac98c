import type { Concept } from '../../knowledge/concepts/concepts.js'
import type { Passage, Session } from '../../knowledge/session.js'
import type { ConceptGraph } from '../lexicon/concept-graph.js'
import { contentWords } from '../lexicon/concept-words.js'
import { conceptsNamedBy } from '../lexicon/spans.js'
import { type Stretch, stretchesOf } from '../ranking/stretches.js'
import { LIKENESS_ORDER, MEANING_OF_TITLE } from '../tuning.js'
import { addScaled, dot, lengthOf, unit, unitBytes } from './vectors.js'
import type { WordVectors } from './word-vectors.js'
import { wordVectorsOf } from './word-vectors-of.js'

/** Where the title of a session and the parts of its notes point to, in this order. */
interface SessionMeaning {
  readonly stretches: readonly Stretch[]
  /** Unit vectors times 127, side by side. */
  readonly vectors: Int8Array
}

/** How like a session is to a question, by the part that is most. */
export interface Likeness {
  /** The cosine of the angle between them. */
  readonly cosine: number
  /** The same, less what words without a vector may mean. */
  readonly sure: number
  readonly stretch?: Stretch
}

/** How like the session at a place in the library is to a question; read when it is first asked for. */
export type LikenessAt = (documentNumber: number) => Likeness | undefined

/** What the sessions of a library are about, as vectors. */
export class SessionMeanings {
  readonly #sessions: readonly Session[]
  readonly #concepts: readonly Concept[]
  readonly #graph: ConceptGraph
  #words: WordVectors | undefined
  readonly #meanings: SessionMeaning[] = []
  #state: 'unread' | 'being read' | 'read' = 'unread'

  /** `graph`: of the same concepts. */
  constructor(sessions: readonly Session[], concepts: readonly Concept[], graph: ConceptGraph) {
    this.#sessions = sessions
    this.#concepts = concepts
    this.#graph = graph
  }

  /** Reads all sessions, a part of one at each step. */
  *prepare(): Generator<undefined, void> {
    if (this.#state !== 'unread') return
    this.#state = 'being read'
    yield
    this.#words = yield* wordVectorsOf(this.#concepts)
    if (this.#words) {
      const words = this.#words
      const conceptMeaning = conceptMeanings(words)
      for (const session of this.#sessions) {
        const named = conceptsNamedBy([...contentWords(session.title)], this.#graph)
        const title = titleMeaning(session, named.map(conceptMeaning), words)
        this.#meanings.push(yield* meaningOf(session, title, words))
      }
    }
    this.#state = 'read'
  }

  /**
   * How like sessions are to a text. Undefined while they are being read, which nobody in a chat should wait for, and where
   * no word of the text has a meaning.
   */
  likenessesTo(text: string): LikenessAt | undefined {
    if (this.#state === 'being read') return undefined
    for (const _ of this.prepare());
    const sum = this.#words?.sumOf(text)
    if (!this.#words || !sum) return undefined
    const share = this.#words.knownShareOf(text, sum)
    if (share === 0) return undefined
    const question = unit(sum)
    const known: Likeness[] = []
    return (documentNumber) => {
      const meaning = this.#meanings[documentNumber]
      if (meaning) known[documentNumber] ??= likenessOf(meaning, question, share)
      return known[documentNumber]
    }
  }

  /** The passage that is most like a text; undefined where none is like it at all. */
  nearest(text: string, passages: readonly Passage[]): Passage | undefined {
    const words = this.#words
    if (!words) return undefined
    const question = words.sumOf(text)
    let nearest: { readonly passage: Passage; readonly cosine: number } | undefined
    for (const passage of passages) {
      const cosine = dot(question, unit(words.sumOf(passage.text)))
      if (cosine > (nearest?.cosine ?? 0)) nearest = { passage, cosine }
    }
    return nearest?.passage
  }
}

/** Where concepts point to; each is read once. */
function conceptMeanings(words: WordVectors): (concept: Concept) => Float32Array {
  const read = new Map<Concept, Float32Array>()
  return (concept) => {
    const meaning = read.get(concept) ?? unit(words.sumOf(textOf(concept)))
    read.set(concept, meaning)
    return meaning
  }
}

const textOf = ({ names, about }: Concept): string => [...names, ...about].join(' ')

/** Where a title points to: its words, and a little what is said of the concepts that it names. */
function titleMeaning({ title }: Session, named: readonly Float32Array[], words: WordVectors): Float32Array {
  const sum = words.sumOf(title)
  if (named.length === 0) return sum
  const all = new Float32Array(sum.length)
  for (const vector of named) addScaled(all, vector, 1)
  addScaled(sum, unit(all), MEANING_OF_TITLE.concepts * lengthOf(sum))
  return sum
}

function* meaningOf(
  session: Session,
  title: Float32Array,
  words: WordVectors,
): Generator<undefined, SessionMeaning> {
  const stretches = stretchesOf(session).filter(({ kind }) => kind === 'notes')
  const vectors = new Int8Array((1 + stretches.length) * words.dimensions)
  vectors.set(unitBytes(title))
  for (const [at, { passages }] of stretches.entries()) {
    const sum = words.sumOf(passages.map(({ text }) => text).join(' '))
    addScaled(sum, title, MEANING_OF_TITLE.beside)
    vectors.set(unitBytes(sum), (1 + at) * words.dimensions)
    yield
  }
  yield
  return { stretches, vectors }
}

function likenessOf({ stretches, vectors }: SessionMeaning, question: Float32Array, share: number): Likeness {
  let nearest = 0
  let most = 0
  for (let part = 0; part <= stretches.length; part++) {
    const product = dot(question, vectors, part * question.length)
    if (product > most) [nearest, most] = [part, product]
  }
  // Of many parts one is like any question.
  const cosine = most / 127 - LIKENESS_ORDER.part * Math.log(1 + stretches.length)
  const stretch = stretches[nearest - 1]
  return { cosine, sure: share * cosine, ...(stretch ? { stretch } : {}) }
}
