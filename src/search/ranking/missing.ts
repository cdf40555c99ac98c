import { spellingsOf } from '../lexicon/spans.js'
import type { Interpretation } from '../question/interpretation.js'
import type { NamedConcept } from '../question/interpretations.js'
import type { Plan, QuestionWord } from '../question/plan.js'
import type { Hit, Ranked } from './rank.js'

/** A concept that the question names and no session is about: neither it nor what is below it is in the notes. */
export function missingConcept(plan: Plan, ranked: Ranked): NamedConcept | undefined {
  return plan.concepts.find((named) => !isPresent(named, plan, ranked))
}

/**
 * A concept that the question names, that is more than such a share of what it asks, and that none of these sessions says
 * where it would answer: neither it nor what is below it. Others may name it in passing.
 */
export function lackedConcept(
  plan: Plan,
  hits: readonly Hit[],
  ranked: Ranked,
  share: number,
): NamedConcept | undefined {
  // Of a large archive's question concepts are followed only where no session says the word.
  if (ranked.lexicon.vocabulary.isLarge) return undefined
  const total = plan.words.reduce((sum, word) => sum + topicOf(word), 0)
  return plan.concepts.find((named) => {
    const words = wordsOf(named, plan)
    const asked = words.reduce((sum, word) => sum + topicOf(word), 0)
    if (asked <= share * total) return false
    const meanings = meaningsOf(named, plan)
    return !hits.some((hit) => saysOne(hit, meanings)) && !areInOneTitle(words, hits, ranked)
  })
}

const topicOf = ({ role, idf }: QuestionWord): number => (role === 'topic' ? idf : 0)

function isPresent(named: NamedConcept, plan: Plan, ranked: Ranked): boolean {
  return (
    wordsOf(named, plan).length === 0 ||
    meaningsOf(named, plan).some(({ terms }) =>
      occurTogether(
        terms.map(({ text }) => text),
        ranked,
      ),
    )
  )
}

const wordsOf = ({ words }: NamedConcept, plan: Plan): readonly QuestionWord[] =>
  plan.words.filter((_, place) => words.includes(place))

/** The ways to say a concept that the question names: as it does, by another name, by what is below. */
function meaningsOf(named: NamedConcept, plan: Plan): readonly Interpretation[] {
  const [first, ...others] = wordsOf(named, plan)
  if (!first) return []
  const own = others.length === 0 ? [first.own] : []
  return [...own, ...first.others].filter(
    ({ source, terms }) => source !== 'stem' && source !== 'described' && terms.length > 0,
  )
}

const saysOne = ({ read }: Hit, meanings: readonly Interpretation[]): boolean =>
  meanings.some(
    ({ terms, phrase }) =>
      terms.every(({ text }) => read.holds(text) > 0) && (phrase === undefined || read.says(phrase)),
  )

/** Whether one title has all words, each by any name of its own: what stands apart in it belongs together. */
function areInOneTitle(
  words: readonly QuestionWord[],
  hits: readonly Hit[],
  { lexicon, passageTerms }: Ranked,
): boolean {
  const saidBy = words.map(({ text }) => {
    const spellings = spellingsOf([text])
    const equals = lexicon.concepts.find(...spellings)?.names ?? []
    const names = [text, ...lexicon.glossary.namesFor(...spellings), ...equals]
    return names.flatMap((name) => lexicon.knownSpellings(name))
  })
  return hits.some(({ session }) => {
    const { own } = passageTerms.factsOf(session)
    return saidBy.every((names) => names.some(({ terms }) => terms.every(({ text }) => own.has(text))))
  })
}

// The syllable pairs of a word may each stand in some session, and together in none.
function occurTogether(terms: readonly string[], { index, lexicon }: Ranked): boolean {
  if (!terms.every((term) => lexicon.vocabulary.has(term))) return false
  return (
    terms.length === 1 ||
    index.postings.occurTogether(terms.flatMap((term) => lexicon.vocabulary.numberOf(term) ?? []))
  )
}

/** A concept's name in the question's language. */
export function nameOf({ concept: { id, names } }: NamedConcept, question: string): string {
  const korean = /[가-힣]/u.test(question)
  return names.find((name) => /[가-힣]/u.test(name) === korean) ?? id
}
