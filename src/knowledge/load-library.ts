import { publishedFolder } from './attachments/addresses.js'
import { createMemory } from './attachments/reading/attachment-memory.js'
import { createAttachmentReader } from './attachments/reading/attachment-reader.js'
import { type ReadingTools, readAttachmentPart } from './attachments/reading/read-attachment.js'
import { findNotes } from './files/find-notes.js'
import { understand } from './files/read-part.js'
import { type NotesPart, readTexts, type Task, tasksOf } from './files/task.js'
import { joinParts, type Library, usable } from './library.js'
import type { PostOptions } from './post.js'

/** What reading a folder may use. */
export interface LoadOptions extends PostOptions, Partial<ReadingTools> {}

/**
 * Reads a knowledge folder, with the decks and captions in it. What cannot be used is named in the findings and keeps
 * nothing else from being read. Throws a NotesError when the folder cannot be read, or nothing in it can be used.
 */
export async function loadLibrary(folder: string, options: LoadOptions = {}): Promise<Library> {
  const { files, findings } = findNotes(folder)
  const { reader = createAttachmentReader(), memory = createMemory(), ...post } = options
  const optionsFor = (path: string) => {
    const links = publishedFolder(post.links, folder, path)
    return links === undefined ? {} : { links }
  }
  const parts: NotesPart[] = []
  for (const task of tasksOf(files)) {
    const isAttachment = task.kind === 'attachment'
    parts.push(
      isAttachment
        ? await readAttachmentPart(task, { reader, memory })
        : readTask(task, optionsFor(task.path)),
    )
  }
  await reader.close()
  return usable(joinParts(parts, { ...post, folder, findings }), folder)
}

let lastConcepts: { readonly stamp: string; readonly part: NotesPart } | undefined

/** Most folders have the shipped concepts alone, which take 0.2 s to parse, and tables are made of: they are kept. */
function readTask(task: Task, options: PostOptions): NotesPart {
  if (task.kind !== 'concepts') return understand(task, readTexts(task), options)
  if (lastConcepts?.stamp !== task.stamp) {
    lastConcepts = { stamp: task.stamp, part: understand(task, readTexts(task)) }
  }
  return lastConcepts.part
}
