import { camelParts, singular } from './english.js'
import { isSuffix, stem } from './korean.js'
import { compose, isCode, lower, type Word, wordsOf } from './words.js'

/**
 * What is kept in the inverted index. `word` is a whole word, `bigram` two neighbouring characters of one,
 * `spacing` bridges a space that some writers leave out, `part` is a piece of a word (`open` of OpenCensus),
 * `joined` two words written as one (`cicd` of CI/CD), `whole` a word of two syllables that stands by itself: the `=로그`
 * of 로그는, and not of 프로그램.
 */
export type TermKind = 'word' | 'bigram' | 'spacing' | 'part' | 'joined' | 'whole'

/** A key of the inverted index, with the stretch of the composed text it stands for. */
export interface Term {
  readonly text: string
  readonly kind: TermKind
  /** The word it comes from, lower case. */
  readonly word: string
  readonly start: number
  readonly end: number
}

/** A composed text and its words, but for particles of words in another script: the 에서 of AWS에서. */
export interface CutWords {
  readonly composed: string
  readonly words: readonly Word[]
}

/** Cuts a text into the words that have terms. */
export function cutWords(text: string): CutWords {
  const composed = compose(text)
  const words: Word[] = []
  for (const word of wordsOf(lower(composed))) {
    if (word.script !== 'hangul' || !isParticleOf(word, words.at(-1))) words.push(word)
  }
  return { composed, words }
}

/** Cuts a text into index terms, in the text's order. */
export function termsOf(text: string): Term[] {
  return termsIn(cutWords(text))
}

/** The index terms of a text that is cut into words. `skip` leaves out words: stop words of a question. */
export function termsIn(
  { composed, words }: CutWords,
  skip: (word: string) => boolean = () => false,
): Term[] {
  const terms: Term[] = []
  let previous: Word | undefined
  for (const word of words) {
    if (word.script === 'hangul') hangulTerms(word, previous, skip, terms)
    else if (word.script === 'han') bigrams(word.text, word, terms)
    else if (!skip(word.text) || isCompound(word, composed)) codeTerms(word, previous, composed, terms)
    previous = word
  }
  return terms
}

/** The terms of a name in Hangul that its stem lacks, none of other names. */
export function wholeName(name: string): Term[] {
  const [word, ...rest] = wordsOf(lower(compose(name)))
  if (word?.script !== 'hangul' || rest.length > 0) return []
  const terms: Term[] = [{ ...word, kind: 'word', word: word.text }]
  bigrams(word.text, word, terms)
  const known = new Set(termsOf(name).map((term) => term.text))
  return terms.filter((term) => !known.has(term.text))
}

/** The terms of a name that is no more than likely meant: a word of two syllables must stand by itself. */
export function nameTerms(name: string): Term[] {
  const terms = termsOf(name)
  const alone = new Set(terms.filter(({ kind }) => kind === 'whole').map(({ text }) => text.slice(1)))
  return terms
    .filter(({ kind }) => kind === 'word' || kind === 'bigram')
    .map((term) => (alone.has(term.text) ? { ...term, text: `=${term.text}` } : term))
}

/** A name as it is written, and in one word where others leave the space out: `time zone`, `timezone`. */
export function nameSpellings(name: string): string[] {
  return /^(?:[a-z]{2,} [a-z]{2,}|[가-힣]+ [가-힣]+)$/i.test(name) ? [name, name.replace(' ', '')] : [name]
}

function hangulTerms(word: Word, previous: Word | undefined, skip: (word: string) => boolean, terms: Term[]) {
  const root = stem(word.text)
  if (skip(root) || skip(word.text)) return
  if (root.length > 1) bigrams(root, word, terms)
  if (root.length !== 2)
    terms.push({
      text: root,
      kind: 'word',
      word: word.text,
      start: word.start,
      end: word.start + root.length,
    })
  if (root.length === 2)
    terms.push({ text: `=${root}`, kind: 'whole', word: word.text, start: word.start, end: word.start + 2 })
  if (previous && spaced(previous, word) && !skip(previous.text)) {
    const text = previous.text.slice(-1) + root.charAt(0)
    terms.push({ text, kind: 'spacing', word: word.text, start: previous.end - 1, end: word.start + 1 })
  }
}

// The 에서 of AWS에서.
function isParticleOf(word: Word, previous: Word | undefined): boolean {
  return previous?.end === word.start && previous.script !== 'hangul' && isSuffix(word.text)
}

// Where a particle closes the earlier word, nobody would write the two as one.
function spaced(previous: Word, word: Word): boolean {
  return (
    previous.script === 'hangul' && previous.end + 1 >= word.start && stem(previous.text) === previous.text
  )
}

// The two syllables of a short word are its only bigram, and so the whole word.
function bigrams(text: string, word: Word, terms: Term[]) {
  const kind = text.length === 2 || text.length === 1 ? 'word' : 'bigram'
  for (let i = 0; i === 0 || i + 1 < text.length; i++) {
    const start = word.start + i
    terms.push({
      text: text.slice(i, i + 2),
      kind,
      word: word.text,
      start,
      end: Math.min(start + 2, word.end),
    })
  }
}

function codeTerms(word: Word, previous: Word | undefined, composed: string, terms: Term[]) {
  const { start, end } = word
  terms.push({ text: term(word), kind: 'word', word: word.text, start, end })
  for (const part of partsOf(word, composed)) {
    const from = start + part.start
    const text = singular(part.text.toLowerCase())
    terms.push({ text, kind: 'part', word: word.text, start: from, end: from + part.text.length })
  }
  if (previous && isCode(previous.script) && /^[/.\-_&+]$/.test(composed.slice(previous.end, start))) {
    const text = singular(previous.text + word.text)
    terms.push({ text, kind: 'joined', word: word.text, start: previous.start, end })
  }
}

// The `on` of on-demand and the `in` of Dong-in are no stop words.
function isCompound({ start, end }: Word, composed: string): boolean {
  return (
    /[a-z0-9][/.\-_&+]$/i.test(composed.slice(Math.max(0, start - 2), start)) ||
    /^[/.\-_&+][a-z0-9]/i.test(composed.slice(end, end + 2))
  )
}

const term = ({ text, script }: Word): string => (script === 'latin' ? singular(text) : text)

function partsOf(word: Word, composed: string) {
  if (word.script === 'latin') return camelParts(composed.slice(word.start, word.end))
  const parts = word.script === 'mixed' ? [...word.text.matchAll(/[a-z]{2,}|[0-9]{2,}/g)] : []
  return parts.map((part) => ({ text: part[0], start: part.index }))
}
