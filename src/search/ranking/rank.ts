import type { Session } from '../../knowledge/session.js'
import type { Plan } from '../question/plan.js'
import { BM25_POWER, CANDIDATES_READ, KIND_STRENGTH, MEETUP_STRENGTH, WITHOUT_NOTES } from '../tuning.js'
import { type Candidate, candidates, type Inverted, type Narrowed } from './candidates.js'
import { type AskedWord, askedWords, coverage, heldBy, type Read } from './evidence.js'
import type { PassageTerms } from './passage-terms.js'
import { type Stretch, stretchesOf } from './stretches.js'

/** A session that matches. */
export interface Hit {
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
}

/** What `rank` reads. */
export interface Ranked extends Inverted {
  readonly sessions: readonly Session[]
  readonly passageTerms: PassageTerms
}

/** The best sessions, best first; where equal, the newer. */
export function rank(ranked: Ranked, plan: Plan, { limit, allowed }: Narrowed): Hit[] {
  const found = candidates(ranked, plan, {
    limit: CANDIDATES_READ.perHit * limit + CANDIDATES_READ.more,
    allowed,
  })
  const words = askedWords(plan)
  const hits = found.flatMap((candidate) => {
    const session = ranked.sessions[candidate.documentNumber]
    if (!session) return []
    // What was searched is in the session as a whole or in none of its parts.
    const asked = heldBy(words, (term) => candidate.holds(term) > 0 || !plan.terms.has(term))
    return [{ candidate, session, asked, ...evidenceOf(session, candidate, asked, ranked.passageTerms) }]
  })
  const ordered = hits
    .map((hit) => ({ ...hit, order: hit.evidence * weightOf(hit) }))
    .sort((a, b) => b.order - a.order || a.candidate.documentNumber - b.candidate.documentNumber)
    .slice(0, limit)
  const first = ordered[0]
  return ordered.map(({ session, candidate, asked, evidence, stretch, read, order }) => ({
    session,
    bm25: candidate.bm25,
    evidence,
    stretch,
    asked,
    read,
    score: first ? order / weightOf(first) : 0,
  }))
}

// Between talks that cover the same, BM25 decides; then those with notes come before those without.
function weightOf({ candidate, session }: { candidate: Candidate; session: Session }): number {
  return candidate.bm25 ** BM25_POWER * (session.passages.length > 0 ? 1 : WITHOUT_NOTES)
}

interface Evidence {
  readonly evidence: number
  readonly stretch: Stretch
  readonly read: Read
}

const FACTS: Stretch = { kind: 'facts', strength: 1, passages: [] }

function evidenceOf(
  session: Session,
  candidate: Candidate,
  asked: readonly AskedWord[],
  terms: PassageTerms,
): Evidence {
  const strength = KIND_STRENGTH[session.kind]
  const stretches = stretchesOf(session)
  const [only] = stretches
  // A session of one stretch holds what that holds.
  if (!only || (stretches.length === 1 && only.kind === 'notes')) {
    const says = (phrase: string) =>
      terms.factsOf(session).says(phrase) ||
      session.passages.some((passage) => terms.of(passage).says(phrase))
    const read = { holds: candidate.holds, says }
    return { evidence: strength * coverage(asked, read), stretch: only ?? FACTS, read }
  }
  const facts = factsOf(session, terms)
  let best = { evidence: strength * coverage(asked, facts), stretch: FACTS, read: facts }
  for (const stretch of stretches) {
    const parts = stretch.passages.map((passage) => terms.of(passage))
    const read: Read = {
      holds: (term) =>
        parts.some(({ own, above }) => own.has(term) || above.includes(term)) ? 1 : facts.holds(term),
      says: (phrase) => facts.says(phrase) || parts.some(({ says }) => says(phrase)),
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
