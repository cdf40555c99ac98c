import type { Library } from '../knowledge/library.js'
import { buildIndex } from './ranking/build.js'
import { Searcher } from './searcher.js'
import type { SearchIndex } from './types.js'

/** Builds the index in slices, so that no stretch blocks the event loop longer than 50 ms. */
export async function createSearchIndex(library: Library): Promise<SearchIndex> {
  return new Searcher(library, await buildIndex(library))
}
