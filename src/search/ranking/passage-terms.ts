import type { Passage, Session } from '../../knowledge/session.js'
import { remember } from '../../text/remember.js'
import type { Misheard } from '../sound/misheard.js'
import { flattened, saysName } from '../text/phrases.js'
import { type Term, termsOf } from '../text/terms.js'
import {
  MOST_REMEMBERED_CUTS,
  MOST_REMEMBERED_PASSAGES,
  MOST_REMEMBERED_SESSIONS,
  MOST_REMEMBERED_STRETCHES,
} from '../tuning.js'
import { factTerms, factTexts, meetupTerms } from './document.js'
import { cutForMarks } from './mark.js'
import { type Stretch, stretchesOf } from './stretches.js'

/** The terms of a passage. */
export interface TermsOfPassage {
  readonly own: ReadonlySet<string>
  /** Those of the headings above. */
  readonly above: readonly string[]
  /** Whether it or its headings have a flattened name. */
  readonly says: (phrase: string) => boolean
}

/** The terms of what is known about a session beside its notes. */
export interface TermsOfFacts {
  readonly own: ReadonlySet<string>
  /** Those of its meetup and of its speakers' employers. */
  readonly meetup: ReadonlySet<string>
  /** Whether the title or another fact has a flattened name. */
  readonly says: (phrase: string) => boolean
}

/** The terms of passages and facts that were read last: reading them takes longer than finding them. */
export class PassageTerms {
  readonly #passages = new Map<Passage, TermsOfPassage>()
  readonly #stretches = new Map<Passage, ReadonlySet<string>>()
  readonly #facts = new Map<Session, TermsOfFacts>()
  readonly #parts = new Map<Session, readonly Stretch[]>()
  /** Cuts titles, headings and passages for marks. */
  readonly cut = remember(cutForMarks, MOST_REMEMBERED_CUTS)

  readonly #misheard: Misheard

  constructor(misheard: Misheard) {
    this.#misheard = misheard
  }

  of(passage: Passage): TermsOfPassage {
    return remembered(this.#passages, passage, MOST_REMEMBERED_PASSAGES, ({ text, path, source }) => ({
      own: new Set([
        ...textsOf(termsOf(text)),
        ...(source?.kind === 'moment' ? this.#misheard.in(text) : []),
      ]),
      above: path.flatMap((heading) => termsOf(heading).map((term) => term.text)),
      says: saying([[...path, text].join(' ')]),
    }))
  }

  /** The terms of the passages of a stretch and of their headings; the first of them tells which stretch it is. */
  together(passages: readonly Passage[]): ReadonlySet<string> {
    const [first] = passages
    const read = () =>
      new Set(
        passages.flatMap((passage) => {
          const { own, above } = this.of(passage)
          return [...own, ...above]
        }),
      )
    return first ? remembered(this.#stretches, first, MOST_REMEMBERED_STRETCHES, read) : new Set()
  }

  /** The parts of a session's notes. */
  partsOf(session: Session): readonly Stretch[] {
    return remembered(this.#parts, session, MOST_REMEMBERED_SESSIONS, stretchesOf)
  }

  factsOf(session: Session): TermsOfFacts {
    return remembered(this.#facts, session, MOST_REMEMBERED_SESSIONS, (read) => ({
      own: textsOf(factTerms(read)),
      meetup: textsOf(meetupTerms(read)),
      says: saying([...factTexts(read), read.meetup.title, ...read.speakers.map(({ name }) => name)]),
    }))
  }
}

// Few texts are ever asked for a name of several words.
function saying(texts: readonly string[]): (phrase: string) => boolean {
  let flat: string | undefined
  return (phrase) => {
    // No name goes over the end of a line.
    flat ??= texts.map(flattened).join('\n')
    return saysName(flat, phrase)
  }
}

const textsOf = (terms: readonly Term[]): ReadonlySet<string> => new Set(terms.map((term) => term.text))

/** What is known of a key, else what `read` makes of it; a full map is emptied. */
function remembered<Key, Value>(map: Map<Key, Value>, key: Key, most: number, read: (key: Key) => Value) {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = read(key)
  if (map.size >= most) map.clear()
  map.set(key, value)
  return value
}
