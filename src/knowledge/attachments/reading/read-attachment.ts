import { readFileSync, statSync } from 'node:fs'
import { LARGEST_FILE } from '../../decks/limits.js'
import { unreadable } from '../../files/find-notes.js'
import type { NotesPart, Task } from '../../files/task.js'
import { formatOf, type Material } from '../attachment.js'
import { type AttachmentMemory, keyOf } from './attachment-memory.js'
import type { AttachmentReader } from './attachment-reader.js'

/** What reads attachments, and what keeps their words. */
export interface ReadingTools {
  readonly reader: AttachmentReader
  readonly memory: AttachmentMemory
}

/** Reads a deck or captions. Never rejects. */
export async function readAttachmentPart({ path }: Task, tools: ReadingTools): Promise<NotesPart> {
  try {
    return { kind: 'attachment', path, material: await readAttachment(path, tools), findings: [] }
  } catch (error) {
    return { kind: 'nothing', findings: [unreadable(path, error)] }
  }
}

/** Reads a file; one whose words memory has is not read again. Rejects when the file system does not give it. */
async function readAttachment(path: string, { reader, memory }: ReadingTools): Promise<Material> {
  const format = formatOf(path)
  if (!format) throw new Error(`No deck and no captions: ${path}`)
  if (statSync(path).size > LARGEST_FILE) return { kind: 'faulty', fault: 'too large' }
  const bytes = new Uint8Array(readFileSync(path))
  const key = keyOf(format, bytes)
  const known = memory.get(key)
  if (known) return known
  const material = await reader.read({ format, bytes })
  memory.set(key, material)
  return material
}
