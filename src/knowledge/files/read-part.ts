import { fileLinks } from '../attachments/file-links.js'
import { parseConcepts } from '../concepts/concepts.js'
import { type PostOptions, parsePost } from '../post.js'
import { readTips } from '../tips.js'
import { findingAt, type NotesKind } from './find-notes.js'
import { parseGlossary } from './glossary.js'
import type { NotesFile, NotesPart, Task, Texts } from './task.js'

/** What a task's files say. Never throws. */
export function understand(
  { kind, path }: Task,
  { files, findings }: Texts,
  options: PostOptions = {},
): NotesPart {
  try {
    return { ...parsePart(kind, files, options), findings }
  } catch (error) {
    return { kind: 'nothing', findings: [...findings, findingAt(path, incomprehensible(error))] }
  }
}

/** What files of one kind say. */
export function parsePart(
  kind: NotesKind,
  files: readonly NotesFile[],
  options: PostOptions = {},
): NotesPart {
  const [file] = files
  if (!file) return { kind: 'nothing', findings: [] }
  const { text, path } = file
  switch (kind) {
    case 'post':
      return { kind, path, post: parsePost(text, path, options), links: fileLinks(text), findings: [] }
    case 'tips':
      return { kind, tips: readTips(text, path), findings: [] }
    case 'glossary':
      return { kind, glossary: parseGlossary(text, path), findings: [] }
    case 'concepts':
      return { kind, concepts: parseConcepts(files), findings: [] }
    case 'attachment':
      return { kind: 'nothing', findings: [] }
  }
}

/** Recursion ends a parser where quotes or lists lie thousands deep in each other. */
function incomprehensible(error: unknown): string {
  if (error instanceof RangeError) return 'is nested too deep. Take out quotes or indentation'
  return `cannot be understood (${error instanceof Error ? error.message : String(error)}). Please report it`
}
