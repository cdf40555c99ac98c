import type { Library } from '../../knowledge/library.js'
import { Lexicon } from '../lexicon/lexicon.js'
import { Suggestions } from '../lexicon/suggestions.js'
import { SessionMeanings } from '../meaning/session-meanings.js'
import { Misheard } from '../sound/misheard.js'
import { Turns } from '../turns.js'
import { FIELDS, sessionTerms } from './document.js'
import { FieldLengths } from './field-lengths.js'
import { FrequentTerms } from './frequent-terms.js'
import { InvertedIndex } from './inverted-index.js'
import { PassageTerms } from './passage-terms.js'
import { type Postings, PostingsBuilder } from './postings.js'
import type { Ranked } from './rank.js'

/** All that is searched. */
export interface BuiltIndex extends Ranked {
  readonly index: InvertedIndex
  readonly suggestions: Suggestions
}

/** Fills an inverted index, whose documents are places in the library, and the lexicon of their words. */
export async function buildIndex({ sessions, glossary, concepts }: Library): Promise<BuiltIndex> {
  const lexicon = new Lexicon(glossary, concepts)
  const misheard = new Misheard(glossary, concepts)
  const collected = new PostingsBuilder()
  const lengths = new FieldLengths()
  const turns = new Turns()
  await turns.run(misheard.learn(sessions))
  for (const session of sessions) {
    const terms = await turns.run(sessionTerms(session, misheard))
    if (turns.isOver()) await turns.next()
    const numbers = lexicon.add(FIELDS.map((field) => terms[field]))
    lengths.add(collected.add(numbers))
    if (turns.isOver()) await turns.next()
  }
  await turns.run(lexicon.concepts.look())
  const postings = await collected.close(lexicon.vocabulary.size, turns)
  return await indexOf({ sessions, concepts }, { lexicon, postings, lengths, misheard }, turns)
}

/** What a library's index is made of, built or unpacked. */
interface IndexParts {
  readonly lexicon: Lexicon
  readonly postings: Postings
  readonly lengths: FieldLengths
  readonly misheard: Misheard
}

/** All that is searched, of what was built or unpacked. */
export async function indexOf(
  { sessions, concepts }: Pick<Library, 'sessions' | 'concepts'>,
  { lexicon, postings, lengths, misheard }: IndexParts,
  turns: Turns,
): Promise<BuiltIndex> {
  const suggestions = new Suggestions(sessions)
  // Whoever types first would learn a large archive at one go, and everybody would wait meanwhile.
  if (lexicon.vocabulary.isLarge) await turns.run(suggestions.prepare())
  return {
    sessions,
    index: new InvertedIndex(lexicon.vocabulary, postings, lengths),
    lexicon,
    frequent: await FrequentTerms.of(lexicon.vocabulary, postings, turns),
    suggestions,
    passageTerms: new PassageTerms(misheard),
    meanings: new SessionMeanings(sessions, concepts, lexicon.concepts),
  }
}
