import type { Session } from '../../knowledge/session.js'
import type { LikenessAt, SessionMeanings } from '../meaning/session-meanings.js'
import type { Plan } from '../question/plan.js'
import {
  BM25_POWER,
  CANDIDATES_READ,
  KIND_STRENGTH,
  LIKENESS_ORDER,
  MEDIA_ONLY,
  MEETUP_STRENGTH,
  WITHOUT_NOTES,
} from '../tuning.js'
import { type Candidate, candidates, type Inverted, type Narrowed } from './candidates.js'
import { WRITTEN_FIELDS } from './document.js'
import { type AskedWord, askedWords, coverage, heldBy, type Read, termsAlone } from './evidence.js'
import type { PassageTerms } from './passage-terms.js'
import { isMedia, type Stretch } from './stretches.js'

/** A session that matches. */
export interface Hit {
  /** Its place in the library. */
  readonly documentNumber: number
  readonly session: Session
  readonly bm25: number
  /** 0 to 1: the share of the question's topic that its best stretch covers. */
  readonly evidence: number
  /** That stretch. */
  readonly stretch: Stretch
  /** The words of the question, as far as the session may have them. */
  readonly asked: readonly AskedWord[]
  /** What that stretch says, with the session's facts. */
  readonly read: Read
  /** Its evidence, less what BM25 sets it behind the first one: falls from hit to hit. */
  readonly score: number
  /** How like it is to the question by the meaning of words, where that was asked for. */
  readonly likeness?: number
}

/** What `rank` reads. */
export interface Ranked extends Inverted {
  readonly sessions: readonly Session[]
  readonly passageTerms: PassageTerms
  readonly meanings: SessionMeanings
}

/** The best sessions, best first; where equal, the newer. */
export function rank(ranked: Ranked, plan: Plan, narrowed: Narrowed): Hit[] {
  return hitsOf(ranked, plan, narrowed).slice(0, narrowed.limit)
}

/**
 * The same, and with those that are most like the question, whatever their words, in the order of both.
 */
export function rankByMeaning(
  ranked: Ranked,
  plan: Plan,
  narrowed: Narrowed,
  likenessAt: LikenessAt,
): { byWords: Hit[]; byMeaning: Hit[] } {
  const { limit } = narrowed
  const hits = hitsOf(ranked, plan, narrowed, likenessAt)
  const byMeaning = hits.map((hit) => ({ ...hit, score: likeScore(hit) }))
  return {
    byWords: hits.filter(({ score }) => score > 0).slice(0, limit),
    byMeaning: byMeaning.sort(byScore).slice(0, limit),
  }
}

function likeScore({ score, likeness = 0, session }: Hit): number {
  const kind = session.kind === 'talk' ? LIKENESS_ORDER.talk : 0
  return (LIKENESS_ORDER.score * score + likeness + kind) / (LIKENESS_ORDER.score + 1 + LIKENESS_ORDER.talk)
}

const byScore = (a: Hit, b: Hit): number => b.score - a.score || a.documentNumber - b.documentNumber

/** Sessions that hold some of a plan's terms, and the nearest of those with likenesses, the best first. */
function hitsOf(ranked: Ranked, plan: Plan, narrowed: Narrowed, likenessAt?: LikenessAt): Hit[] {
  const { limit, allowed } = narrowed
  const byWords = candidates(ranked, plan, {
    limit: CANDIDATES_READ.perHit * limit + CANDIDATES_READ.more,
    allowed,
  })
  const found = likenessAt ? withNearest(byWords, likenessAt, { ranked, plan, narrowed }) : byWords
  const words = askedWords(plan)
  const read: ReadHit[] = []
  for (const candidate of found) {
    const session = ranked.sessions[candidate.documentNumber]
    if (!session) continue
    // What was searched is in the session as a whole or in none of its parts.
    const asked = heldBy(words, candidate.mayHold)
    const { evidence, stretch, read: says } = evidenceOf(session, candidate, asked, ranked.passageTerms)
    read.push({ candidate, session, asked, evidence, stretch, read: says })
  }
  const written = writtenScores(ranked, plan, read)
  const weights = read.map((hit) => weightOf(hit, written))
  let [order, first] = [0, 1]
  for (const [at, { evidence }] of read.entries()) {
    const weight = weights[at] ?? 0
    if (evidence * weight > order) [order, first] = [evidence * weight, weight]
  }
  return read
    .map(({ session, candidate, asked, evidence, stretch, read }, at): Hit => {
      const likeness = likenessAt?.(candidate.documentNumber)
      return {
        documentNumber: candidate.documentNumber,
        session,
        bm25: candidate.bm25,
        evidence,
        stretch: evidence > 0 ? stretch : (likeness?.stretch ?? stretch),
        asked,
        read,
        score: (evidence * (weights[at] ?? 0)) / first,
        ...(likeness ? { likeness: likeness.sure } : {}),
      }
    })
    .sort(byScore)
}

/** What was found by words, and those that are most like the question. */
function withNearest(
  found: readonly Candidate[],
  likenessAt: LikenessAt,
  {
    ranked,
    plan,
    narrowed: { limit, allowed = () => true },
  }: { ranked: Ranked; plan: Plan; narrowed: Narrowed },
): readonly Candidate[] {
  const known = new Set(found.map(({ documentNumber }) => documentNumber))
  const nearest = ranked.sessions
    .map((_, documentNumber) => ({ documentNumber, cosine: likenessAt(documentNumber)?.cosine ?? 0 }))
    .filter(({ documentNumber, cosine }) => cosine >= LIKENESS_ORDER.shown && allowed(documentNumber))
    .sort((a, b) => b.cosine - a.cosine || a.documentNumber - b.documentNumber)
    .slice(0, limit)
    .map(({ documentNumber }) => documentNumber)
    .filter((documentNumber) => !known.has(documentNumber))
  const read = candidates(ranked, plan, {
    limit: nearest.length,
    allowed: (number) => nearest.includes(number),
  })
  const byNumber = new Map(read.map((candidate) => [candidate.documentNumber, candidate]))
  const mayHold = (term: string) => (plan.terms.has(term) ? 0 : 1)
  const none = (documentNumber: number): Candidate => ({ documentNumber, bm25: 0, holds: () => 0, mayHold })
  return [...found, ...nearest.map((number) => byNumber.get(number) ?? none(number))]
}

/** A hit before it is compared with others. */
interface ReadHit extends Pick<Hit, 'session' | 'asked' | 'evidence' | 'stretch' | 'read'> {
  readonly candidate: Candidate
}

// Between talks that cover the same, BM25 decides; then those with notes come before those without.
function weightOf(hit: ReadHit, written: ReadonlyMap<number, number>): number {
  const { candidate } = hit
  const bm25 = written.get(candidate.documentNumber) ?? candidate.bm25
  return bm25 ** BM25_POWER * notesWeightOf(hit)
}

function notesWeightOf({ session: { passages }, stretch }: ReadHit): number {
  if (passages.length === 0) return WITHOUT_NOTES
  return isMedia(stretch) || passages.some(({ source }) => !source) ? 1 : MEDIA_ONLY
}

/**
 * The BM25 of what was written about those sessions that have a deck or a recording, and answer without it: a long one
 * says any word often, and would set them before others that answer as well.
 */
function writtenScores(ranked: Ranked, plan: Plan, hits: readonly ReadHit[]): ReadonlyMap<number, number> {
  const { passageTerms } = ranked
  const numbers = new Set(
    hits
      .filter(({ session, stretch }) => !isMedia(stretch) && passageTerms.partsOf(session).some(isMedia))
      .map(({ candidate }) => candidate.documentNumber),
  )
  if (numbers.size === 0) return new Map()
  const narrowed = {
    limit: numbers.size,
    allowed: (number: number) => numbers.has(number),
    fields: WRITTEN_FIELDS,
  }
  return new Map(candidates(ranked, plan, narrowed).map(({ documentNumber, bm25 }) => [documentNumber, bm25]))
}

interface SessionEvidence {
  readonly evidence: number
  readonly stretch: Stretch
  readonly read: Read
}

const FACTS: Stretch = { kind: 'facts', strength: 1, passages: [] }

function evidenceOf(
  session: Session,
  { holds, mayHold }: Candidate,
  asked: readonly AskedWord[],
  terms: PassageTerms,
): SessionEvidence {
  const strength = KIND_STRENGTH[session.kind]
  const stretches = terms.partsOf(session)
  const [only] = stretches
  // A session of one stretch holds what that holds.
  if (!only || (stretches.length === 1 && only.kind === 'notes')) {
    const says = (phrase: string) =>
      terms.factsOf(session).says(phrase) ||
      session.passages.some((passage) => terms.of(passage).says(phrase))
    const read = { holds, says }
    return { evidence: strength * coverage(asked, read), stretch: only ?? FACTS, read }
  }
  const facts = factsOf(session, terms)
  let best = { evidence: strength * coverage(asked, facts), stretch: FACTS, read: facts }
  const most = coverage(asked, termsAlone(mayHold))
  for (const stretch of stretches) {
    // Most parts are no better than those before them even if they have all that the session has.
    if (strength * stretch.strength * (isMedia(stretch) ? 1 : most) <= best.evidence) continue
    const parts = stretch.passages.map((passage) => terms.of(passage))
    const held = terms.together(stretch.passages)
    const read: Read = {
      holds: (term) => (held.has(term) ? 1 : facts.holds(term)),
      says: (phrase) => facts.says(phrase) || parts.some(({ says }) => says(phrase)),
      isMedia: isMedia(stretch),
    }
    const evidence = strength * stretch.strength * coverage(asked, read)
    if (evidence > best.evidence) best = { evidence, stretch, read }
  }
  return best
}

function factsOf(session: Session, terms: PassageTerms): Read {
  const { own, meetup, says } = terms.factsOf(session)
  return { holds: (term) => (own.has(term) ? 1 : meetup.has(term) ? MEETUP_STRENGTH : 0), says }
}
