import type { Passage, Session } from '../knowledge/session.js'

/** Narrows a search; each is matched tolerantly (loanwords, romanised names, parts of a title). */
export interface Filters {
  readonly meetup?: string
  readonly speaker?: string
  readonly tag?: string
}

/** A stretch of text; `marked` where it matches the question. */
export interface Run {
  readonly text: string
  readonly marked: boolean
}

/** A passage that matches, with its text and the headings above it cut into marked and unmarked runs. */
export interface MatchedPassage {
  readonly passage: Passage
  readonly path: readonly (readonly Run[])[]
  readonly runs: readonly Run[]
}

/** A session that matches a question. */
export interface Match {
  readonly session: Session
  /** 0 to 1, how sure: the share of the question's topic that one stretch of it covers; falls from match to match. */
  readonly score: number
  /** The session's title, marked. */
  readonly title: readonly Run[]
  /** Up to three, best first; empty when only the title or a speaker matches. */
  readonly passages: readonly MatchedPassage[]
  /** The steps from the question's concepts to the session's words; absent where the session says the words itself. */
  readonly via?: readonly Hop[]
}

/** A step through the concept graph: asked for `모니터링`, found by `OpenCensus`. */
export interface Hop {
  readonly asked: string
  readonly found: string
}

/** What a search gives: `answered` has matches, `unsure` the nearest five, `none` nothing. */
export interface SearchResult {
  readonly outcome: 'answered' | 'unsure' | 'none'
  /** Best first. */
  readonly matches: readonly Match[]
  /** With `none`: the concept, by its name in the question's language, that no session is about. */
  readonly missing?: string
}

/** A completion for a half-typed value. */
export interface Suggestion {
  /** What the person reads: may be longer than a chat allows, which cuts it. */
  readonly label: string
  /** What is sent when it is chosen; at most 100 characters. A session's title, a name, a meetup's title, a tag. */
  readonly value: string
}

/** What `suggest` completes. */
export type SuggestField = 'session' | 'speaker' | 'meetup' | 'tag'

/** How a question was understood, and why its first sessions come first. */
export interface Explanation {
  /** The question as it was read: on the right keyboard layout, cut where it is too long. */
  readonly question: string
  readonly outcome: SearchResult['outcome']
  readonly missing?: string
  readonly words: readonly ExplainedWord[]
  /** What was searched, the weightiest first. */
  readonly terms: readonly ExplainedTerm[]
  /** The first three, though the outcome may show fewer. */
  readonly sessions: readonly ExplainedSession[]
}

/** A word of a question: its role, and what it may mean. */
export interface ExplainedWord {
  readonly text: string
  readonly role: 'topic' | 'relating' | 'about' | 'frame'
  /** 0 for words of the frame, which are not searched. */
  readonly idf: number
  readonly meanings: readonly {
    /** `as written`, `equal name`, `narrower`, `tool`, `corrected`, `sound`, … */
    readonly source: string
    readonly confidence: number
    readonly terms: readonly string[]
  }[]
}

/** A term of the inverted index. */
export interface ExplainedTerm {
  readonly text: string
  readonly weight: number
  readonly idf: number
  /** How many sessions hold it. */
  readonly sessions: number
}

/** A session, and what it owes its place to. */
export interface ExplainedSession {
  readonly title: string
  readonly score: number
  readonly bm25: number
  readonly evidence: number
  /** How like it is to the question by the meaning of all its words, 0 to 1; absent where words alone decided. */
  readonly likeness?: number
  /** The stretch that gave the evidence, its beginning; the title where its facts did. */
  readonly stretch: { readonly kind: 'facts' | 'notes' | 'page' | 'moment'; readonly text: string }
}

/** Finds sessions. Synchronous, in memory, immutable: a new library gets a new index. */
export interface SearchIndex {
  /** Never throws, whatever the text. `limit` is the number of matches, 10 where it is left out. */
  search(text: string, filters?: Filters, limit?: number): SearchResult
  /** Sessions of a speaker, by name, romanised name, alias or sound; newest first, empty when nobody fits. */
  bySpeaker(name: string): readonly Session[]
  /** At most `limit` completions, best first over all sessions; useful when `typed` is empty. */
  suggest(field: SuggestField, typed: string, filters?: Filters, limit?: number): readonly Suggestion[]
  /** The question's terms without particles and stop words, sorted: equal for near-identical questions. */
  key(text: string): string
  /** How `search` comes to what it gives without filters. */
  explain(text: string): Explanation
  /**
   * Makes whole, in turns, what would else grow with the first questions. Changes no answer, but that questions are read by
   * meaning when it is done. With `isQuiet` it waits for that, leaves it where it is false, and gives way to questions.
   */
  prepare(isQuiet?: Promise<boolean>): Promise<void>
}
