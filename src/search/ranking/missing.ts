import type { Concept } from '../../knowledge/concepts/concepts.js'
import type { NamedConcept } from '../question/interpretations.js'
import type { Plan } from '../question/plan.js'
import type { Ranked } from './rank.js'

/** A concept that the question names and no session is about: neither it nor what is below it is in the notes. */
export function missingConcept(plan: Plan, ranked: Ranked, question: string): string | undefined {
  const missing = plan.concepts.filter((named) => !isPresent(named, plan, ranked))
  const [first] = missing
  return first ? nameOf(first.concept, question) : undefined
}

function isPresent({ words }: NamedConcept, plan: Plan, ranked: Ranked): boolean {
  const [first = 0] = words
  const word = plan.words[first]
  if (!word) return true
  const own = words.length === 1 ? [word.own] : []
  return [...own, ...word.others].some(
    ({ terms, source }) =>
      source !== 'stem' &&
      terms.length > 0 &&
      occurTogether(
        terms.map(({ text }) => text),
        ranked,
      ),
  )
}

// The syllable pairs of a word may each stand in some session, and together in none.
function occurTogether(terms: readonly string[], { index, lexicon }: Ranked): boolean {
  if (!terms.every((term) => lexicon.vocabulary.has(term))) return false
  return (
    terms.length === 1 ||
    index.postings.occurTogether(terms.flatMap((term) => lexicon.vocabulary.numberOf(term) ?? []))
  )
}

/** The concept's name in the question's language. */
function nameOf({ id, names }: Concept, question: string): string {
  const korean = /[가-힣]/u.test(question)
  return names.find((name) => /[가-힣]/u.test(name) === korean) ?? id
}
