import type { Library } from '../../knowledge/library.js'
import { Lexicon } from '../lexicon/lexicon.js'
import { Suggestions } from '../lexicon/suggestions.js'
import type { Term } from '../text/terms.js'
import { LARGE_ARCHIVE } from '../tuning.js'
import { FIELDS, sessionTerms } from './document.js'
import { FrequentTerms } from './frequent-terms.js'
import { InvertedIndex } from './inverted-index.js'
import { PassageTerms } from './passage-terms.js'
import type { Ranked } from './rank.js'
import { Turns } from './turns.js'

/** All that is searched. */
export interface BuiltIndex extends Ranked {
  readonly index: InvertedIndex
  readonly suggestions: Suggestions
}

/** Fills an inverted index, whose documents are places in the library, and the lexicon of their words. */
export async function buildIndex({ sessions, glossary, concepts }: Library): Promise<BuiltIndex> {
  const lexicon = new Lexicon(glossary, concepts)
  const frequent = new FrequentTerms()
  const suggestions = new Suggestions()
  const index = new InvertedIndex()
  const turns = new Turns()
  for (const [documentNumber, session] of sessions.entries()) {
    const fields = await inTurns(sessionTerms(session), turns)
    const terms = FIELDS.flatMap((field) => fields[field])
    lexicon.add(terms)
    if (turns.isOver()) await turns.next()
    suggestions.add(documentNumber, session)
    if (sessions.length > LARGE_ARCHIVE) frequent.add(documentNumber, new Set(terms.map((term) => term.text)))
    index.add({
      id: documentNumber,
      ...Object.fromEntries(FIELDS.map((field) => [field, written(fields[field])])),
    })
    if (turns.isOver()) await turns.next()
  }
  await frequent.close(sessions.length, turns)
  return { sessions, index, lexicon, frequent, suggestions, passageTerms: new PassageTerms() }
}

/** Runs steps, and lets others have their turns in between. */
async function inTurns<Result>(steps: Generator<undefined, Result>, turns: Turns): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (turns.isOver()) await turns.next()
  }
}

const written = (terms: readonly Term[]): string | undefined =>
  terms.length > 0 ? terms.map((term) => term.text).join(' ') : undefined
