import type { Library } from '../knowledge/library.js'
import type { Passage, Session } from '../knowledge/session.js'
import { explanationOf } from './explanation.js'
import { allowedBy, bySpeaker } from './filters.js'
import { contentWords } from './lexicon/concept-words.js'
import type { Suggestions } from './lexicon/suggestions.js'
import type { LikenessAt } from './meaning/session-meanings.js'
import type { NamedConcept, Reading } from './question/interpretations.js'
import { type Plan, planOf, questionTerms } from './question/plan.js'
import { roleOf } from './question/word-role.js'
import type { Narrowed } from './ranking/candidates.js'
import { coverage, termsAlone } from './ranking/evidence.js'
import { createMark } from './ranking/mark.js'
import { matchOf } from './ranking/match.js'
import { lackedConcept, missingConcept, nameOf } from './ranking/missing.js'
import type { PassageTerms } from './ranking/passage-terms.js'
import { type Hit, type Ranked, rank, rankByMeaning } from './ranking/rank.js'
import { isMedia } from './ranking/stretches.js'
import { otherLayout } from './text/keyboard.js'
import { stem } from './text/korean.js'
import {
  ANSWERED,
  LACKED_SHARE,
  LIKENESS_ORDER,
  LONGEST_QUESTION,
  LONGEST_START,
  MOST_COMPLETIONS,
  MOST_MATCHES,
  NEAREST,
  PAUSE_MS,
  UNSURE,
  UNSURE_HEADING,
  UNSURE_MEDIA,
  UNSURE_WITHOUT_CONCEPT,
} from './tuning.js'
import { Turns } from './turns.js'
import type { Explanation, Filters, SearchIndex, SearchResult, SuggestField, Suggestion } from './types.js'

/** A question, how it was understood, and what that ranks first. */
interface RankedQuestion {
  readonly question: string
  readonly plan: Plan
  readonly hits: readonly Hit[]
  /** The concept that it names and no session is about. */
  readonly missing: NamedConcept | undefined
  /** Whether the first session answers it. */
  readonly isSure: boolean
  /** The words by which hits are ordered by meaning, too, where they are: such an answer is never sure. */
  readonly meant?: string
}

const NOTHING: SearchResult = { outcome: 'none', matches: [] }

/** The search over one library. */
export class Searcher implements SearchIndex {
  readonly #library: Library
  readonly #ranked: Ranked
  readonly #suggestions: Suggestions

  constructor(library: Library, { suggestions, ...ranked }: Ranked & { suggestions: Suggestions }) {
    this.#library = library
    this.#ranked = ranked
    this.#suggestions = suggestions
  }

  search(text: string, filters: Filters = {}, limit = MOST_MATCHES): SearchResult {
    const allowed = allowedBy(filters, this.#ranked)
    if (text.trim() === '') return this.#all(allowed, filters, limit)
    return this.#found(this.#answer(text, narrowedTo(limit, allowed)), allowed !== undefined)
  }

  explain(text: string): Explanation {
    const answer = this.#answer(text, { limit: NEAREST })
    return explanationOf(answer.question, answer.plan, this.#found(answer), answer.hits, this.#ranked)
  }

  /** What a question names; where the notes do not answer that, what it describes; else what is most like it. */
  #answer(text: string, narrowed: Narrowed): RankedQuestion {
    const question = this.#read(text)
    const named = this.#readAs('by name', question, narrowed)
    if (named.missing !== undefined || this.#ranked.lexicon.vocabulary.isLarge) return named
    if (named.isSure && isNamed(named)) return named
    const meant = meantIn(question)
    const likenessAt = this.#ranked.meanings.likenessesTo(meant)
    if (named.isSure && isLike(named, likenessAt)) return named
    if (!likenessAt) return this.#readAs('by description', question, narrowed, named.plan)
    const plan = planOf(question, this.#ranked.lexicon, 'by description', named.plan)
    const { byWords, byMeaning } = rankByMeaning(this.#ranked, plan, narrowed, likenessAt)
    const described = this.#ranking(question, plan, byWords)
    const isFirst = ({ hits: [first] }: RankedQuestion) =>
      first?.documentNumber === byMeaning[0]?.documentNumber
    const sure = [named, described].find((answer) => answer.isSure && isFirst(answer))
    const { missing } = described
    return sure ?? { question, plan, hits: byMeaning, missing, isSure: false, meant }
  }

  #readAs(reading: Reading, question: string, narrowed: Narrowed, before?: Plan): RankedQuestion {
    const plan = planOf(question, this.#ranked.lexicon, reading, before)
    return this.#ranking(question, plan, rank(this.#ranked, plan, narrowed))
  }

  #ranking(question: string, plan: Plan, hits: readonly Hit[]): RankedQuestion {
    const missing = missingConcept(plan, this.#ranked)
    const isProven = bestOf(hits) >= ANSWERED && !missing
    const isSure = isProven && !lackedConcept(plan, hits.slice(0, 1), this.#ranked, LACKED_SHARE.unsure)
    return { question, plan, hits, missing, isSure }
  }

  #found(answer: RankedQuestion, isNarrowed = false): SearchResult {
    const { question, plan, hits, missing } = answer
    const shown = this.#worthShowing(answer)
    if (missing && bestOf(hits) < UNSURE_WITHOUT_CONCEPT) {
      return { ...NOTHING, missing: nameOf(missing, question) }
    }
    const nearest = shown.slice(0, NEAREST)
    const lacked = isNear(nearest) ? undefined : lackedConcept(plan, nearest, this.#ranked, LACKED_SHARE.none)
    // Of others than the allowed ones some may be about it.
    if (lacked) return isNarrowed ? NOTHING : { ...NOTHING, missing: nameOf(lacked, question) }
    const { passageTerms } = this.#ranked
    const nearestLine = (hit: Hit) => this.#nearestLine(hit, answer)
    const reading = { mark: createMark(plan, passageTerms.cut), passageTerms, nearest: nearestLine }
    const matches = shown.map((hit) => matchOf(hit, reading))
    if (answer.isSure) return { outcome: 'answered', matches }
    return matches.length > 0 ? { outcome: 'unsure', matches: matches.slice(0, NEAREST) } : NOTHING
  }

  #worthShowing({ hits, meant }: RankedQuestion): readonly Hit[] {
    const worth = hits.filter((hit) => isWorthShowing(hit, this.#ranked.passageTerms))
    if (meant === undefined) return worth
    const isShown = worth.length > 0 || hits.some(({ likeness = 0 }) => likeness >= LIKENESS_ORDER.shown)
    return isShown
      ? hits.filter((hit) => (hit.likeness ?? 0) >= LIKENESS_ORDER.beside || worth.includes(hit))
      : []
  }

  /** The line of its part that is most like the question, for a session none of whose lines covers any of it. */
  #nearestLine({ stretch }: Hit, { meant }: RankedQuestion): Passage | undefined {
    return meant === undefined ? undefined : this.#ranked.meanings.nearest(meant, stretch.passages)
  }

  bySpeaker(name: string): readonly Session[] {
    const numbers = bySpeaker(name, this.#ranked)
    return this.#library.sessions.filter((_, number) => numbers.has(number))
  }

  suggest(
    field: SuggestField,
    typed: string,
    filters: Filters = {},
    limit = MOST_COMPLETIONS,
  ): readonly Suggestion[] {
    const numbers = allowedBy(filters, this.#ranked)
    const allowed = (number: number) => numbers?.has(number) ?? true
    const start = typed.slice(0, LONGEST_START)
    const completed = this.#suggestions.complete(field, start, this.#ranked.lexicon, allowed, limit)
    if (field !== 'session' || completed.length >= limit || start.trim() === '') return completed
    const named = this.#readAs('by name', this.#read(start), narrowedTo(limit, numbers))
    const found = this.#found(named).matches.map(({ session }) => this.#suggestions.session(session))
    const known = new Set(completed.map(({ label }) => label))
    return [...completed, ...found.filter(({ label }) => !known.has(label))].slice(0, limit)
  }

  key(text: string): string {
    const words = questionTerms(text.slice(0, LONGEST_QUESTION), this.#ranked.lexicon.vocabulary).map(
      (term) => term.word,
    )
    return [...new Set(words.map((word) => stem(word)))].sort().join(' ')
  }

  async prepare(isQuiet?: Promise<boolean>): Promise<void> {
    const steps = this.#steps()
    if (!isQuiet) return await new Turns().run(steps)
    steps.next()
    if (await isQuiet) await new Turns(PAUSE_MS).run(steps)
  }

  *#steps(): Generator<undefined, void> {
    const meanings = this.#ranked.lexicon.vocabulary.isLarge ? undefined : this.#ranked.meanings.prepare()
    // From its first step on nobody waits for it.
    meanings?.next()
    yield* this.#ranked.lexicon.prepare()
    yield* this.#suggestions.prepare()
    if (meanings) yield* meanings
  }

  #read(text: string): string {
    const { lexicon } = this.#ranked
    return otherLayout(text.slice(0, LONGEST_QUESTION), (word) => lexicon.knows(word))
  }

  #all(allowed: ReadonlySet<number> | undefined, filters: Filters, limit: number): SearchResult {
    const sessions = allowed ? this.#library.sessions.filter((_, number) => allowed.has(number)) : []
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
}

const bestOf = ([first]: readonly Hit[]): number => first?.score ?? 0

/** Whether one of these means so nearly what is asked that it need not say the concept. */
const isNear = (hits: readonly Hit[]): boolean =>
  hits.some(({ likeness = 0 }) => likeness >= LIKENESS_ORDER.near)

/** All words of a question that say something: what happens to a thing says what it is, too, though it proves little. */
const meantIn = (question: string): string =>
  [...contentWords(question)].filter((word) => roleOf(word) === 'topic').join(' ')

/** Whether each word of the topic is part of a concept's name. */
function isNamed({ plan }: RankedQuestion): boolean {
  const named = new Set(plan.concepts.flatMap(({ words }) => words))
  return plan.words.every(({ role }, place) => role !== 'topic' || named.has(place))
}

/** Whether the first session is like the question: words that name nothing may stand there in another sense, or apart. */
function isLike({ hits: [first] }: RankedQuestion, likenessAt: LikenessAt | undefined): boolean {
  const likeness = first && likenessAt?.(first.documentNumber)
  // Where a word has no meaning, that of the others says little.
  return !likeness || likeness.sure < likeness.cosine || likeness.cosine >= LIKENESS_ORDER.sure
}

const narrowedTo = (limit: number, allowed: ReadonlySet<number> | undefined): Narrowed => ({
  limit,
  allowed: allowed && ((number) => allowed.has(number)),
})

/** Whether a session is worth showing when no other is. */
function isWorthShowing({ evidence, stretch, asked }: Hit, terms: PassageTerms): boolean {
  if (!isMedia(stretch)) return evidence >= UNSURE
  if (evidence >= UNSURE_MEDIA || evidence < UNSURE) return evidence >= UNSURE_MEDIA
  const heading = new Set(stretch.passages.flatMap((passage) => terms.of(passage).above))
  return (
    coverage(
      asked,
      termsAlone((term) => (heading.has(term) ? 1 : 0)),
    ) >= UNSURE_HEADING
  )
}
