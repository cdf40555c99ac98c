import { setImmediate } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import type { Library } from '../knowledge/library.js'
import { FIELDS, sessionTerms } from './document.js'
import { FrequentTerms, LARGE_ARCHIVE } from './frequent-terms.js'
import { Lexicon } from './lexicon.js'
import type { Indexed } from './rank.js'
import { Suggestions } from './suggest.js'
import type { Term } from './terms.js'

// Ours: about 10 ms of work, so that others get their turn in between.
const TERMS_AT_A_STRETCH = 2_000

/** Fills an inverted index, whose documents are places in the library, and teaches the lexicon their words. */
export async function buildIndex({
  sessions,
  glossary,
}: Library): Promise<Indexed & { suggestions: Suggestions }> {
  const lexicon = new Lexicon(glossary)
  const frequent = new FrequentTerms()
  const suggestions = new Suggestions()
  const index = new MiniSearch({
    fields: [...FIELDS],
    tokenize: (terms) => terms.split(' '),
    processTerm: (t) => t,
  })
  let stretch = 0
  for (const [place, session] of sessions.entries()) {
    const fields = sessionTerms(session)
    const terms = FIELDS.flatMap((field) => fields[field])
    lexicon.add(terms)
    suggestions.add(place, session)
    if (sessions.length > LARGE_ARCHIVE) frequent.add(place, new Set(terms.map((term) => term.text)))
    index.add({ id: place, ...Object.fromEntries(FIELDS.map((field) => [field, written(fields[field])])) })
    stretch += terms.length
    if (stretch > TERMS_AT_A_STRETCH) {
      await setImmediate()
      stretch = 0
    }
  }
  await frequent.close(sessions.length)
  return { index, lexicon, frequent, suggestions }
}

// Terms hold no space, so that they survive MiniSearch's view of a document as text.
const written = (terms: readonly Term[]): string | undefined =>
  terms.length > 0 ? terms.map((term) => term.text).join(' ') : undefined
