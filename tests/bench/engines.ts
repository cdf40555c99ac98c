import { create, insertMultiple, search } from '@orama/orama'
import { Index } from 'flexsearch'
import Fuse from 'fuse.js'
import lunr from 'lunr'
import korean from 'lunr-languages/lunr.ko.js'
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js'
import MiniSearch, { type SearchOptions } from 'minisearch'
import type { Library } from '../../src/knowledge/library.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import type { Document } from './corpus.js'
import { libraryOf } from './library-of.js'

/** Ids of at most ten documents, best first. */
export type Search = (question: string) => readonly number[] | Promise<readonly number[]>

/** A search library with its settings. */
export interface Engine {
  readonly name: string
  build(documents: readonly Document[]): Search | Promise<Search>
}

const LIMIT = 10
const FIELDS = ['title', 'speakers', 'text']

/** The search of the product, as it ships. */
export function ours(notes: Pick<Library, 'glossary' | 'concepts'>): Engine {
  return {
    name: 'ours',
    async build(documents) {
      const library = libraryOf(documents, notes)
      const places = new Map(library.sessions.map((session, place) => [session.id, place]))
      const index = await createSearchIndex(library)
      await index.prepare()
      return (question) =>
        index.search(question, {}, LIMIT).matches.map(({ session }) => places.get(session.id) ?? -1)
    },
  }
}

/** MiniSearch with one of its own configurations. */
export function miniSearch(name: string, options: SearchOptions): Engine {
  return {
    name,
    build(documents) {
      const index = new MiniSearch({ fields: FIELDS, searchOptions: options })
      index.addAll(documents)
      return (question) =>
        index
          .search(question)
          .slice(0, LIMIT)
          .map(({ id }) => id)
    },
  }
}

const whole = ({ title, speakers, text }: Document): string => [title, ...speakers, text].join('\n')

/** FlexSearch; without `suggest` a question finds only documents that hold all its words. */
export const flexSearch: Engine = {
  name: 'FlexSearch',
  build(documents) {
    const index = new Index({ tokenize: 'strict' })
    for (const document of documents) index.add(document.id, whole(document))
    return (question) => index.search(question, { limit: LIMIT, suggest: true }).map(Number)
  },
}

stemmerSupport(lunr)
korean(lunr)

/** lunr with its Korean pipeline. */
export const lunrKorean: Engine = {
  name: 'lunr (ko)',
  build(documents) {
    const index = lunr((builder) => {
      builder.use(Reflect.get(lunr, 'ko'))
      for (const field of FIELDS) builder.field(field)
      for (const document of documents) builder.add({ ...document, speakers: document.speakers.join(' ') })
    })
    return (question) => {
      const words = lunr.tokenizer(question).map((token) => token.toString())
      const found = index.query((query) => query.term(words, {}))
      return found.slice(0, LIMIT).map(({ ref }) => Number(ref))
    }
  },
}

/** Orama as it comes. */
export const orama: Engine = {
  name: 'Orama',
  async build(documents) {
    const database = create({
      schema: { place: 'number', title: 'string', speakers: 'string[]', text: 'string' },
    })
    const entries = documents.map(({ id, title, speakers, text }) => ({
      place: id,
      title,
      speakers: [...speakers],
      text,
    }))
    await insertMultiple(database, entries, 500)
    return async (question) => {
      const { hits } = await search(database, { term: question, limit: LIMIT })
      return hits.map((hit) => hit.document.place)
    }
  },
}

/** Fuse compares the question with every text: half a second each. */
export const fuse: Engine = {
  name: 'Fuse',
  build(documents) {
    const index = new Fuse(documents, { keys: FIELDS, ignoreLocation: true, threshold: 0.6 })
    return (question) => index.search(question, { limit: LIMIT }).map(({ item }) => item.id)
  },
}

/** MiniSearch as it comes, and with everything fuzzy. */
export const miniSearches = [
  miniSearch('MiniSearch', {}),
  miniSearch('MiniSearch prefix+fuzzy .2', { prefix: true, fuzzy: 0.2 }),
]
