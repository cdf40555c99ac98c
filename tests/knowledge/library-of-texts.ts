import { kindOf } from '../../src/knowledge/files/find-notes.js'
import { parsePart } from '../../src/knowledge/files/read-part.js'
import { type NotesFile, tasksOf } from '../../src/knowledge/files/task.js'
import { joinParts, type Library } from '../../src/knowledge/library.js'

/** The library of texts, as if they were the files of a folder. */
export function libraryOfTexts(files: readonly NotesFile[]): Library {
  const found = files.flatMap(({ path }) => {
    const kind = kindOf(path)
    return kind ? [{ path, kind, stamp: '' }] : []
  })
  const byPath = new Map(files.map((file) => [file.path, file]))
  const parts = tasksOf(found).map(({ kind, paths }) => {
    return parsePart(
      kind,
      paths.flatMap((path) => byPath.get(path) ?? []),
    )
  })
  return joinParts(parts, { folder: '' })
}
