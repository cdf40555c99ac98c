import type { Reading } from '../question/interpretation.js'
import type { Plan, QuestionWord } from '../question/plan.js'

/** 0 to 1: the share of a question that the terms of a session cover, each word by how telling it is. */
export function coverage(plan: Plan, has: (term: string) => boolean): number {
  const evidence = plan.words.filter((word) => !word.about)
  const words = evidence.length > 0 ? evidence : plan.words
  const total = words.reduce((sum, word) => sum + word.telling, 0)
  const covered = words.reduce((sum, word) => sum + word.telling * wordCoverage(word, has), 0)
  return total > 0 ? covered / total : 0
}

function wordCoverage({ own, others }: QuestionWord, has: (term: string) => boolean): number {
  return Math.max(...[own, ...others].map((reading) => reading.certainty * shareOf(reading, has)))
}

function shareOf({ terms }: Reading, has: (term: string) => boolean): number {
  return terms.filter((term) => has(term.text)).length / Math.max(1, terms.length)
}
