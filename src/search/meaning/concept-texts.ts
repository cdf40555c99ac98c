import type { Concept } from '../../knowledge/concepts/concepts.js'
import { contentWords, formsOf } from '../lexicon/concept-words.js'
import { MEANING } from '../tuning.js'

/** How often the forms of words occur in a text, by what each occurrence counts. */
export type CountedForms = ReadonlyMap<string, number>

/** What is said of each concept, and less of those above it: texts in which words of like meaning meet. */
export function meaningTexts(concepts: readonly Concept[]): CountedForms[] {
  const own = new Map(concepts.map((concept) => [concept.id, conceptForms(concept)]))
  return concepts.map((concept) => {
    const forms = new Map(own.get(concept.id))
    for (const id of [...concept.isA, ...concept.usedFor, ...concept.leadsTo]) {
      for (const [form, count] of own.get(id) ?? []) add(forms, form, MEANING.related * count)
    }
    return forms
  })
}

/** Forms in the names and descriptions of a concept. A word of a long name says less of it. */
export function conceptForms({ names, about }: Concept): Map<string, number> {
  const forms = formsIn(names, (words) => words ** -0.5)
  for (const [form, count] of formsIn(about, () => MEANING.described)) add(forms, form, count)
  return forms
}

function formsIn(texts: readonly string[], countOf: (words: number) => number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const words = [...contentWords(text)]
    for (const word of words) for (const form of formsOf(word)) add(counts, form, countOf(words.length))
  }
  return counts
}

function add(counts: Map<string, number>, form: string, count: number): void {
  counts.set(form, (counts.get(form) ?? 0) + count)
}
