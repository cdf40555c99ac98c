import type { Library } from '../knowledge/library.js'
import type { Session } from '../knowledge/session.js'
import type { Suggestions } from './lexicon/suggestions.js'
import { type Plan, planOf, questionTerms } from './question/plan.js'
import { coverage } from './ranking/coverage.js'
import { matchOf } from './ranking/match.js'
import { type Hit, type Indexed, rank } from './ranking/rank.js'
import { otherLayout } from './text/keyboard.js'
import { stem } from './text/korean.js'
import { termsOf } from './text/terms.js'
import type { Filters, Found, Match, SearchIndex, SuggestField, Suggestion } from './types.js'

/** Coverage of the best hit from which it is an answer, and from which it is worth showing (REPORT, section 4). */
const ANSWERED = 0.5
const UNSURE = 0.25
const NEAREST = 3
// A surname is half a name (see asName), so that a whole one reaches two thirds.
const SAME_SPEAKER = 0.6
const SAME_LABEL = 0.75
// Ours: nobody asks longer, and whoever pastes a page means its first lines.
const LONGEST_QUESTION = 300
const LONGEST_START = 60

/** The search over one library. */
export class Searcher implements SearchIndex {
  readonly #library: Library
  readonly #indexed: Indexed

  readonly #suggestions: Suggestions

  constructor(library: Library, { suggestions, ...indexed }: Indexed & { suggestions: Suggestions }) {
    this.#library = library
    this.#indexed = indexed
    this.#suggestions = suggestions
  }

  search(text: string, filters: Filters = {}, limit = 10): Found {
    const allowed = this.#allowed(filters)
    if (text.trim() === '') return this.#all(allowed, filters, limit)
    const plan = this.#plan(text)
    const hits = rank(this.#indexed, plan, { limit, allowed: allowed && ((place) => allowed.has(place)) })
    const matches = hits.flatMap((hit) => this.#match(hit, plan)).filter((match) => match.score >= UNSURE)
    const best = matches[0]?.score ?? 0
    if (best >= ANSWERED) return { outcome: 'answered', matches }
    return matches.length > 0
      ? { outcome: 'unsure', matches: matches.slice(0, NEAREST) }
      : { outcome: 'none', matches: [] }
  }

  bySpeaker(name: string): readonly Session[] {
    const places = this.#speakerPlaces(name)
    return this.#library.sessions.filter((_, place) => places.has(place))
  }

  suggest(field: SuggestField, typed: string, filters: Filters = {}, limit = 25): readonly Suggestion[] {
    const places = this.#allowed(filters)
    const allowed = (place: number) => places?.has(place) ?? true
    const start = typed.slice(0, LONGEST_START)
    const completed = this.#suggestions.complete(field, start, this.#indexed.lexicon, allowed, limit)
    if (field !== 'session' || completed.length >= limit || start.trim() === '') return completed
    const found = this.search(start, filters, limit).matches.map(({ session }) =>
      this.#suggestions.session(session),
    )
    const known = new Set(completed.map(({ label }) => label))
    return [...completed, ...found.filter(({ label }) => !known.has(label))].slice(0, limit)
  }

  key(text: string): string {
    const words = questionTerms(text.slice(0, LONGEST_QUESTION), this.#indexed.lexicon.vocabulary).map(
      (term) => term.word,
    )
    return [...new Set(words.map((word) => stem(word)))].sort().join(' ')
  }

  #plan(text: string): Plan {
    const question = text.slice(0, LONGEST_QUESTION)
    const { lexicon } = this.#indexed
    return planOf(
      otherLayout(question, (word) => lexicon.knows(word)),
      lexicon,
    )
  }

  #match({ place, covered }: Hit, plan: Plan): Match[] {
    const session = this.#library.sessions[place]
    return session ? [matchOf(session, covered, plan)] : []
  }

  #all(allowed: ReadonlySet<number> | undefined, filters: Filters, limit: number): Found {
    const sessions = allowed ? this.#library.sessions.filter((_, place) => allowed.has(place)) : []
    const matches = sessions.slice(0, limit).map((session) => ({
      session,
      score: 1,
      title: [{ text: session.title, marked: false }],
      passages: [],
    }))
    return matches.length > 0 && Object.keys(filters).length > 0
      ? { outcome: 'answered', matches }
      : { outcome: 'none', matches: [] }
  }

  #allowed({ meetup, speaker, tag }: Filters): ReadonlySet<number> | undefined {
    if (!meetup && !speaker && !tag) return undefined
    const speakerPlaces = speaker ? this.#speakerPlaces(speaker) : undefined
    const places = [...this.#library.sessions.entries()].filter(
      ([place, session]) =>
        (speakerPlaces?.has(place) ?? true) &&
        (!meetup ||
          this.#covers(meetup, `${session.meetup.id} ${session.meetup.title} ${session.meetup.date}`)) &&
        (!tag || session.tags.some((own) => this.#covers(tag, own))),
    )
    return new Set(places.map(([place]) => place))
  }

  #covers(asked: string, text: string): boolean {
    const terms = new Set(termsOf(text).map((term) => term.text))
    return coverage(this.#plan(asked), (term) => terms.has(term)) >= SAME_LABEL
  }

  #speakerPlaces(name: string): ReadonlySet<number> {
    const joined = /^[가-힣\s]+$/.test(name) ? name.replace(/\s+/g, '') : name
    const plan = this.#plan(joined)
    const hits = rank(this.#indexed, plan, { limit: this.#library.sessions.length, fields: ['speakers'] })
    return new Set(hits.filter((hit) => hit.covered >= SAME_SPEAKER).map((hit) => hit.place))
  }
}
