import type { Interpretation, InterpretationSource } from '../question/interpretation.js'
import type { Plan, QuestionWord } from '../question/plan.js'
import { BELOW_IN_MEDIA, EVERYDAY_EVIDENCE, PARTIAL_NAME, ROLE_EVIDENCE } from '../tuning.js'

/** How well a text holds a term: 1 in its own words, less where only its meetup has it, 0 where nothing has. */
export type Holds = (term: string) => number

/** What a text proves. */
export interface Read {
  readonly holds: Holds
  /** Whether it has the words of a name, flattened, beside each other. */
  readonly says: (phrase: string) => boolean
  /** What the words of a name prove where they stand apart or some are missing. */
  readonly apart?: number
  /** Whether it is a page or a moment: those name many things in passing. */
  readonly isMedia?: boolean
}

/** A text of which only the terms are known. */
export const termsAlone = (holds: Holds): Read => ({ holds, says: () => true })

/** A word of the question that proves something. */
export interface AskedWord {
  readonly word: QuestionWord
  /** How much it proves. */
  readonly weight: number
  /** As typed, and in other ways. */
  readonly interpretations: readonly Interpretation[]
}

/** How a text covers a word of the question, by its best interpretation. */
export interface CoveredWord {
  readonly interpretation: Interpretation
  /** 0 to 1. */
  readonly share: number
}

/** 0 to 1: the share of a question's topic that a text covers, each word weighted by its inverse document frequency. */
export function coverage(asked: readonly AskedWord[], read: Read): number {
  let [covered, total] = [0, 0]
  for (const each of asked) {
    const by = coveredBy(each, read)
    const weight = each.weight * (read.isMedia && isOneName(by) ? each.word.nameShare : 1)
    total += weight
    covered += weight * by.share
  }
  return total > 0 ? covered / total : 0
}

// Another name of several words proves one thing: who asks for Helm charts is half answered by Helm.
function isOneName({ interpretation: { source, confidence }, share }: CoveredWord): boolean {
  return (source === 'equal name' || BELOW.has(source)) && share >= confidence / 2
}

const BELOW: ReadonlySet<InterpretationSource> = new Set(['narrower', 'tool', 'called for'])

/** Words that prove something: those of the topic, and a little those that relate; without any, all. */
export function askedWords({ words }: Plan): readonly AskedWord[] {
  const proving = words.filter(({ role }) => ROLE_EVIDENCE[role] > 0)
  const weightOf = ({ idf, role, isEveryday }: QuestionWord) =>
    proving.length > 0 ? idf * ROLE_EVIDENCE[role] * (isEveryday ? EVERYDAY_EVIDENCE : 1) : idf
  return (proving.length > 0 ? proving : words).map((word) => ({
    word,
    weight: weightOf(word),
    interpretations: [word.own, ...word.others],
  }))
}

/**
 * The same words without the ways to understand them of which a session has no term: it has many parts, and most names
 * that a question may mean are in none of them.
 */
export function heldBy(asked: readonly AskedWord[], mayHold: Holds): readonly AskedWord[] {
  return asked.map(({ word, weight, interpretations }) => {
    const held: Interpretation[] = []
    for (const one of interpretations) if (hasAny(one, mayHold)) held.push(one)
    return { word, weight, interpretations: held }
  })
}

// A loop, since this runs for each name that a question may mean in each session.
function hasAny({ terms }: Interpretation, mayHold: Holds): boolean {
  for (const { text } of terms) if (mayHold(text) > 0) return true
  return false
}

/** The best interpretation of a word in a text. */
export function coveredBy({ word, interpretations }: AskedWord, read: Read): CoveredWord {
  let best = word.own
  let most = 0
  for (const interpretation of interpretations) {
    if (interpretation.confidence <= most) continue
    const below = read.isMedia && BELOW.has(interpretation.source) ? BELOW_IN_MEDIA : 1
    const share = below * interpretation.confidence * shareOf(interpretation, read)
    if (share <= most) continue
    best = interpretation
    most = share
  }
  return { interpretation: best, share: most }
}

// Half of a compound or of a known name is something else, and so are its words apart.
function shareOf(
  { terms, whole, phrase }: Interpretation,
  { holds, says, apart = PARTIAL_NAME }: Read,
): number {
  let [sum, least] = [0, 1]
  for (const { text } of terms) {
    const held = holds(text)
    sum += held
    least = Math.min(least, held)
  }
  const share = sum / Math.max(1, terms.length)
  if (share === 0) return 0
  // A text is looked through only where it has all terms.
  const isApart = (whole && least === 0) || (phrase !== undefined && !says(phrase))
  return isApart ? share * apart : share
}
