import type { Concept } from '../../knowledge/concepts/concepts.js'
import type { Library } from '../../knowledge/library.js'
import type { Session } from '../../knowledge/session.js'
import { escapePattern } from '../../text/pattern.js'
import { ownNotes } from '../cards/lines.js'
import type { Notes } from '../reply-context.js'
import type { Locale } from '../wording/locale.js'
import { bare } from './meetups.js'

const mostExamples = 3
const longestExample = 24
/** An example opens a card with at least so many lines that match. */
const fewestLines = 2
/** Of each kind so many are tried: a search takes milliseconds in a large archive. */
const mostTried = 8

/** They are asked for at every greeting, and the notes seldom change. */
const known = new WeakMap<Library, Map<Locale, readonly string[]>>()

/**
 * Questions that surely have a good answer, each of them another, in the reader's language: topics of which sections
 * of the notes treat, then those that most talks name; a speaker; tools. Where there are none, headings, tags and titles
 * as they are written.
 */
export function exampleTexts(notes: Notes, locale: Locale): readonly string[] {
  const ofLibrary = known.get(notes.library) ?? new Map<Locale, readonly string[]>()
  known.set(notes.library, ofLibrary)
  const texts = ofLibrary.get(locale) ?? findExamples(notes, locale)
  ofLibrary.set(locale, texts)
  return texts
}

function findExamples({ library, index }: Notes, locale: Locale): readonly string[] {
  const talks = library.sessions.filter((session) => session.kind === 'talk' && ownNotes(session).length > 0)
  const isOwn = (text: string) => (locale === 'ko' ? hangul.test(text) : !hangul.test(text))
  const concepts = bestTreatedFirst(library, talks)
  // Tools go by their own names in every language.
  const nameIn = ({ kind, names }: Concept) =>
    names.find((name) => (kind === 'tool' && locale === 'ko') || isOwn(name))
  const named = (kinds: readonly Concept['kind'][]) =>
    concepts.filter(({ kind }) => kinds.includes(kind)).flatMap((concept) => nameIn(concept) ?? [])
  const speakers = talks.flatMap((talk) => talk.speakers.flatMap(({ name, aliases }) => [name, ...aliases]))
  const written = talks.flatMap((talk) => [...headingsOf(talk), ...talk.tags, talk.title])
  const seen = new Set<string>()
  const chosen: string[] = []
  take(named(['topic', 'problem']), mostExamples - 1, fewestLines)
  take(speakers.filter(isOwn), 1, 0)
  take(named(['topic', 'problem', 'tool']), mostExamples, fewestLines)
  take([...written.filter(isOwn), ...written, ...speakers], mostExamples, 0)
  return chosen

  function take(texts: readonly string[], most: number, lines: number): void {
    const end = Math.min(chosen.length + most, mostExamples)
    for (const text of [...new Set(texts)].slice(0, mostTried)) {
      if (chosen.length >= end) return
      if (isNew(text, lines)) chosen.push(text)
    }
  }

  /** Whether it is answered with so many lines, and by what no other example shows first. */
  function isNew(text: string, lines: number): boolean {
    if (text.length < 2 || text.length > longestExample) return false
    const { outcome, matches } = index.search(text, {}, 1)
    const [best] = matches
    if (outcome !== 'answered' || !best || best.passages.length < lines) return false
    if (ownNotes(best.session).length < fewestLines) return false
    const shown = lines > 0 ? `${best.session.id} ${best.passages[0]?.passage.text}` : best.session.id
    if (seen.has(shown)) return false
    seen.add(shown).add(best.session.id)
    return true
  }
}

const hangul = /\p{Script=Hangul}/u

/**
 * The concepts of the notes: first those that are the heading of a section, by the lines below it, then by how many
 * talks name them. What a meetup is called after is no example: every talk there is about it.
 */
function bestTreatedFirst({ concepts, meetups }: Library, talks: readonly Session[]): readonly Concept[] {
  const lines = new Map<string, number>()
  for (const heading of talks.flatMap(headingsOf)) {
    const key = bare(heading)
    lines.set(key, (lines.get(key) ?? 0) + 1)
  }
  const texts = talks.map((talk) => [talk.title, ...talk.tags, ...headingsOf(talk)].join('\n').toLowerCase())
  const titles = meetups.map(({ title }) => title.toLowerCase())
  const pieces = new Set(texts.flatMap(piecesOf))
  const mayBeSaid = (name: string) => piecesOf(name.toLowerCase()).every((piece) => pieces.has(piece))
  return concepts
    .filter(({ names }) => names.some(mayBeSaid))
    .map((concept) => {
      const says = concept.names.map(saidBy)
      const isSaid = (text: string) => says.some((name) => name(text))
      const below = Math.max(...concept.names.map((name) => lines.get(bare(name)) ?? 0))
      const count = texts.filter(isSaid).length
      return { concept, below, count, isName: count > 0 && titles.some(isSaid) }
    })
    .filter(({ count, isName }) => count > 0 && !isName)
    .sort((one, other) => other.below - one.below || other.count - one.count)
    .map(({ concept }) => concept)
}

/** All that stands in three characters of a text: what is quick to know before it is read for thousands of names. */
function piecesOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3))
}

/** A Latin name is said as a whole word; a Korean one takes particles. */
function saidBy(name: string): (text: string) => boolean {
  const lower = name.toLowerCase()
  if (hangul.test(name)) return (text) => text.includes(lower)
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(lower)}(?![\\p{Script=Latin}\\p{N}])`, 'u')
  return (text) => text.includes(lower) && word.test(text)
}

function headingsOf({ passages }: Session): readonly string[] {
  return passages.flatMap(({ path }) => path.slice(0, 1))
}
