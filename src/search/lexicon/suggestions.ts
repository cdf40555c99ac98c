import { disassemble } from 'es-hangul'
import type { Session } from '../../knowledge/session.js'
import { headOf } from '../../text/graphemes.js'
import { isHangul } from '../text/korean.js'
import { LONGEST_COMPLETION } from '../tuning.js'
import type { SuggestField, Suggestion } from '../types.js'
import { forms, type Lexicon } from './lexicon.js'

interface SuggestionEntry extends Suggestion {
  /** What it is found by, in jamo, with a space before each word. */
  readonly letters: string
  /** Numbers of its sessions in the library, newest first. */
  readonly numbers: number[]
}

type IsAllowed = (documentNumber: number) => boolean

/** Everything that can be completed: titles, speakers, meetups and tags; learnt when somebody first types, or in quiet moments. */
export class Suggestions {
  readonly #sessions: readonly Session[]
  #learnt = 0
  readonly #entries: Readonly<Record<SuggestField, Map<string, SuggestionEntry>>> = {
    session: new Map(),
    speaker: new Map(),
    meetup: new Map(),
    tag: new Map(),
  }
  readonly #meetups: string[] = []

  /** The newest session comes first. */
  constructor(sessions: readonly Session[]) {
    this.#sessions = sessions
  }

  /** Learns all sessions, a few at each step. */
  *prepare(): Generator<undefined, void> {
    while (this.#learnt < this.#sessions.length) {
      this.#learn(this.#learnt + FEW)
      yield
    }
  }

  /** What begins or holds each typed word, best first: at the start, at the start of words, inside words. */
  complete(
    field: SuggestField,
    typed: string,
    lexicon: Lexicon,
    allowed: IsAllowed,
    limit: number,
  ): Suggestion[] {
    this.#learn(this.#sessions.length)
    const words = lettersOf(typed).split(' ').filter(Boolean)
    if (words.length === 0) return this.#newest(field, allowed).slice(0, limit)
    const sought = typed
      .normalize('NFC')
      .toLowerCase()
      .trim()
      .split(/\s+/)
      .map((word) => spellings(word, lexicon))
    const found: { entry: SuggestionEntry; fit: number }[] = []
    for (const entry of this.#entries[field].values()) {
      const fit = fitOf(entry.letters, words.join(' '), sought)
      if (fit > 0 && entry.numbers.some(allowed)) found.push({ entry, fit })
    }
    return found
      .sort((a, b) => b.fit - a.fit || first(a.entry) - first(b.entry))
      .slice(0, limit)
      .map(({ entry }) => shown(entry))
  }

  /** A session as a completion. */
  session({ title, speakers }: Session): Suggestion {
    const label = [title, ...speakers.map((speaker) => speaker.name)].join(' · ')
    return { label, value: cut(title) }
  }

  #newest(field: SuggestField, allowed: IsAllowed): Suggestion[] {
    const entries = [...this.#entries[field].values()].filter((entry) => entry.numbers.some(allowed))
    if (field !== 'session') return entries.map(shown)
    const newest = entries[0]?.numbers.find(allowed)
    if (newest === undefined) return []
    const sameMeetup = (number: number) => allowed(number) && this.#meetups[number] === this.#meetups[newest]
    return entries.filter((entry) => entry.numbers.some(sameMeetup)).map(shown)
  }

  #learn(end: number): void {
    for (const { title, speakers, tags, meetup } of this.#sessions.slice(this.#learnt, end)) {
      const number = this.#learnt++
      const names = speakers.map((speaker) => speaker.name)
      this.#meetups[number] = meetup.id
      this.#put('session', [title, ...names].join(' · '), title, [title, ...names, ...tags], number)
      for (const { name, aliases } of speakers) this.#put('speaker', name, name, [name, ...aliases], number)
      this.#put('meetup', meetup.title, meetup.title, [meetup.title, meetup.id, meetup.date], number)
      for (const tag of tags) this.#put('tag', tag, tag, [tag], number)
    }
  }

  #put(field: SuggestField, label: string, value: string, foundBy: readonly string[], number: number): void {
    if (value.trim() === '') return
    const known = this.#entries[field].get(label)
    if (known) known.numbers.push(number)
    else {
      const letters = ` ${lettersOf(foundBy.join(' '))}`
      this.#entries[field].set(label, { label, value: cut(value), letters, numbers: [number] })
    }
  }
}

/** Under a millisecond of work. */
const FEW = 50

const first = (entry: SuggestionEntry): number => entry.numbers[0] ?? 0
const shown = ({ label, value }: SuggestionEntry): Suggestion => ({ label, value })
const cut = (value: string): string => headOf(value, LONGEST_COMPLETION)

// In jamo a syllable that is still being typed is a beginning like any other: 모니ㅌ, 쿠버넽.
function lettersOf(text: string): string {
  const spaced = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return disassemble(spaced.trim())
}

// A typed word, without its particles, and what it may begin in the other script.
function spellings(word: string, lexicon: Lexicon): string[] {
  const plain = isHangul(word) ? forms(word) : []
  return [...new Set([word, ...plain, ...lexicon.completions(word)].map(lettersOf))].filter(Boolean)
}

function fitOf(letters: string, typed: string, sought: readonly (readonly string[])[]): number {
  if (letters.startsWith(` ${typed}`)) return 4
  if (letters.includes(` ${typed}`)) return 3
  const fits = sought.map((words) => Math.max(...words.map((word) => wordFit(letters, word))))
  return Math.min(...fits)
}

function wordFit(letters: string, word: string): number {
  const at = letters.indexOf(word)
  if (at < 0) return 0
  return letters.includes(` ${word}`) ? 2 : 1
}
