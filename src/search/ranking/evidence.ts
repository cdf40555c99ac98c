import type { Interpretation } from '../question/interpretation.js'
import type { Plan, QuestionWord } from '../question/plan.js'
import { EVERYDAY_EVIDENCE, PARTIAL_NAME, ROLE_EVIDENCE } from '../tuning.js'

/** How well a text holds a term: 1 in its own words, less where only its meetup has it, 0 where nothing has. */
export type Holds = (term: string) => number

/** What a text proves. */
export interface Read {
  readonly holds: Holds
  /** Whether it has the words of a name, flattened, beside each other. */
  readonly says: (phrase: string) => boolean
  /** What the words of a name prove where they stand apart or some are missing. */
  readonly apart?: number
}

/** A text of which only the terms are known. */
export const termsAlone = (holds: Holds): Read => ({ holds, says: () => true })

/** How a text covers a word of the question, by its best interpretation. */
export interface CoveredWord {
  readonly word: QuestionWord
  readonly interpretation: Interpretation
  /** 0 to 1. */
  readonly share: number
}

/** 0 to 1: the share of a question's topic that a text covers, each word weighted by its inverse document frequency. */
export function coverage(plan: Plan, read: Read): number {
  let [covered, total] = [0, 0]
  for (const { word, weight } of evidenceWords(plan)) {
    total += weight
    covered += weight * coveredBy(word, read).share
  }
  return total > 0 ? covered / total : 0
}

/** Words that prove something, with how much: those of the topic, and a little those that relate; without any, all. */
export function evidenceWords({ words }: Plan): readonly { word: QuestionWord; weight: number }[] {
  const proving = words.filter(({ role }) => ROLE_EVIDENCE[role] > 0)
  return proving.length > 0
    ? proving.map((word) => ({
        word,
        weight: word.idf * ROLE_EVIDENCE[word.role] * (word.isEveryday ? EVERYDAY_EVIDENCE : 1),
      }))
    : words.map((word) => ({ word, weight: word.idf }))
}

/** The best interpretation of a word in a text. */
export function coveredBy(word: QuestionWord, read: Read): CoveredWord {
  let best: CoveredWord = { word, interpretation: word.own, share: 0 }
  for (const interpretation of [word.own, ...word.others]) {
    const share = interpretation.confidence * shareOf(interpretation, read)
    if (share > best.share) best = { word, interpretation, share }
  }
  return best
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
  const isApart = phrase !== undefined && share > 0 && !says(phrase)
  return isApart || (whole && least === 0) ? share * apart : share
}
