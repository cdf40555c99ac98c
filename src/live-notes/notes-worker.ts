import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createDiskMemory, createMemory } from '../knowledge/attachments/attachment-memory.js'
import { createAttachmentReader } from '../knowledge/attachments/attachment-reader.js'
import { findNotes } from '../knowledge/files/find-notes.js'
import { readAttachmentPart, understand } from '../knowledge/files/read-part.js'
import { readTexts, tasksOf } from '../knowledge/files/task.js'
import { NotesError } from '../knowledge/finding.js'
import { type LibraryChunk, type PackedPart, packPart, type ReadRequest, taken } from './library-chunks.js'
import { chunkLetters, chunksUnderWay } from './limits.js'
import { Progress, resting, searching } from './progress.js'

/** A worker thread: answers each request with the chunks of what has changed. */
function serve(port: MessagePort, progress: Progress): void {
  let underWay = 0
  let wake = () => {}
  const reader = createAttachmentReader()
  const memory = createMemory()
  port.on('message', (message: ReadRequest | typeof taken) => {
    if (message !== taken) return void read(message)
    underWay -= 1
    wake()
  })

  async function read(request: ReadRequest): Promise<void> {
    try {
      await readChanged(request)
    } catch (error) {
      if (!(error instanceof NotesError)) throw error
      await send({ kind: 'refused', problems: error.problems })
    } finally {
      progress.rest()
    }
  }

  async function readChanged(request: ReadRequest): Promise<void> {
    const { folder, known, ...options } = request
    const stops = performance.now() + request.attachmentMilliseconds
    const tools = { reader, memory: request.kept === undefined ? memory : createDiskMemory(request.kept) }
    progress.at(searching)
    const { files, folders, findings } = findNotes(folder)
    const tasks = tasksOf(files)
    const named = tasks.map(({ kind, path, stamp }) => ({ kind, path, stamp }))
    await send({ kind: 'found', found: { tasks: named, folders, findings } })
    let parts: PackedPart[] = []
    let letters = 0
    let more = false
    for (const [place, task] of tasks.entries()) {
      const { path, stamp } = task
      if (known.get(path) === stamp) continue
      const isAttachment = task.kind === 'attachment'
      if (isAttachment && performance.now() > stops) {
        more = true
        continue
      }
      // Decks and captions have a thread and a deadline of their own.
      progress.at(isAttachment ? resting : place)
      const part = isAttachment
        ? await readAttachmentPart(task, tools)
        : understand(task, readTexts(task), options)
      const json = packPart(part)
      parts.push({ path, stamp, json })
      letters += json.length
      if (letters < chunkLetters) continue
      await send({ kind: 'parts', parts })
      parts = []
      letters = 0
    }
    await send({ kind: 'parts', parts })
    await send({ kind: 'end', more })
  }

  async function send(chunk: LibraryChunk): Promise<void> {
    progress.rest()
    while (underWay >= chunksUnderWay) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    underWay += 1
    port.postMessage(chunk)
  }
}

if (parentPort) serve(parentPort, new Progress(workerData.progress))
