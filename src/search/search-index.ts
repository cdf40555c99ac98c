import type { Library } from '../knowledge/library.js'
import { buildIndex } from './ranking/build.js'
import { packIndex, unpackIndex } from './ranking/packed-index.js'
import { Searcher } from './searcher.js'
import { Turns } from './turns.js'
import type { SearchIndex } from './types.js'

/** Where the index of one library is kept from one start to the next. */
export interface KeptIndex {
  /** The lines that were saved for this very library; undefined where there are none that are whole. */
  load(): readonly string[] | undefined
  /** Saves lines as they come, each asked for when others have had their turns. Never rejects. */
  save(lines: AsyncIterable<string>): Promise<void>
  /** Told why the lines that were loaded are of no use. */
  refuse(reason: string): void
}

/** Builds the index in slices, so that no stretch blocks the event loop longer than 50 ms; or takes one that was kept. */
export async function createSearchIndex(library: Library, kept?: KeptIndex): Promise<SearchIndex> {
  const loaded = kept && (await loadIndex(library, kept))
  if (loaded) return loaded
  const built = await buildIndex(library)
  // Answers come first: it is saved while they are given.
  void kept?.save(inTurns(packIndex(built)))
  return new Searcher(library, built)
}

async function loadIndex(library: Library, kept: KeptIndex): Promise<SearchIndex | undefined> {
  const lines = kept.load()
  if (!lines) return undefined
  try {
    return new Searcher(library, await unpackIndex(library, lines))
  } catch (error) {
    kept.refuse(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

async function* inTurns(lines: Iterable<string>): AsyncGenerator<string> {
  const turns = new Turns()
  await turns.next()
  for (const line of lines) {
    yield line
    if (turns.isOver()) await turns.next()
  }
}
