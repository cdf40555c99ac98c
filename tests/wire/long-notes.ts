import { createSearchIndex } from '../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../search/build-library.js'

const library = buildLibrary(
  Array.from({ length: 12 }, (_, at) => buildSession(`발표 ${at + 1}`, [], { id: `2019/talk-${at + 1}` })),
)

/** One meetup with more talks than a page has rows. */
export const longNotes = { library, index: await createSearchIndex(library) }
