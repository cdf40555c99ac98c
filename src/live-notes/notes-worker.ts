import { createHash } from 'node:crypto'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { publishedFolder } from '../knowledge/attachments/addresses.js'
import type { AttachmentMemory } from '../knowledge/attachments/reading/attachment-memory.js'
import { hashOfFiles } from '../knowledge/concepts/prepared-concepts.js'
import { findNotes } from '../knowledge/files/find-notes.js'
import { type NotesPart, readTexts, type Task, tasksOf } from '../knowledge/files/task.js'
import { NotesError } from '../knowledge/finding.js'
import { codeVersion } from './code-version.js'
import { hashOf } from './kept-file.js'
import {
  asPrepared,
  type LibraryChunk,
  type PackedPart,
  packPart,
  type ReadRequest,
  taken,
} from './library-chunks.js'
import { chunkLetters, chunksUnderWay } from './limits.js'
import { keyOf, ParsedCache } from './parsed-cache.js'
import { Progress, resting, searching } from './progress.js'

/** A worker thread: answers each request with the chunks of what has changed. */
function serve(port: MessagePort, progress: Progress): void {
  let underWay = 0
  let wake = () => {}
  const readAttachment = attachmentReading()
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
    const { folder, known } = request
    const stops = performance.now() + request.attachmentMilliseconds
    const cache = request.parsed && new ParsedCache({ ...request.parsed, notes: folder })
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
      const read = await (isAttachment ? readAttachment(task, request) : readNotes(task, request, cache))
      const { json } = read
      parts.push({ path, stamp, ...read })
      letters += json.length
      if (letters < chunkLetters) continue
      await send({ kind: 'parts', parts })
      parts = []
      letters = 0
    }
    await send({ kind: 'parts', parts })
    cache?.save(tasks.map(({ path }) => path))
    await send({ kind: 'end', more, ...(cache?.problem === undefined ? {} : { unkept: cache.problem }) })
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

type PackedNotes = Pick<PackedPart, 'json' | 'hash'>

/** What a task's files say, as JSON: kept from another time, or parsed. The parsers are loaded when there is need. */
async function readNotes(
  task: Task,
  request: ReadRequest,
  cache: ParsedCache | undefined,
): Promise<PackedNotes> {
  const { prepared } = request
  if (task.kind === 'concepts' && prepared !== undefined && hashOfFiles(task.paths) === prepared) {
    return { json: asPrepared, ...(cache ? { hash: hashOf(`${version()} ${prepared}`) } : {}) }
  }
  const links = publishedFolder(request.links, request.folder, task.path)
  const texts = readTexts(task)
  const hash = cache && keyOf(version(), task, texts, links)
  const kept = hash && cache.get(task.path, hash)
  if (kept) return { json: kept, hash }
  const { understand } = await import('../knowledge/files/read-part.js')
  const json = packPart(understand(task, texts, links === undefined ? {} : { links }))
  if (!hash) return { json }
  cache.put(task.path, hash, json)
  return { json, hash }
}

let knownVersion: string | undefined

function version(): string {
  knownVersion ??= codeVersion()
  return knownVersion
}

/** Reads decks and captions as JSON; what that takes is loaded when there are some. */
function attachmentReading(): (task: Task, request: ReadRequest) => Promise<PackedNotes> {
  let opening: ReturnType<typeof open> | undefined
  return async (task, request) => {
    opening ??= open()
    const json = packPart(await (await opening)(task, request))
    return request.parsed ? { json, hash: createHash('sha256').update(json).digest('hex') } : { json }
  }

  async function open() {
    const { createDiskMemory, createMemory } = await import(
      '../knowledge/attachments/reading/attachment-memory.js'
    )
    const { createAttachmentReader } = await import('../knowledge/attachments/reading/attachment-reader.js')
    const { readAttachmentPart } = await import('../knowledge/attachments/reading/read-attachment.js')
    const reader = createAttachmentReader()
    const passing = createMemory()
    const lasting = new Map<string, AttachmentMemory>()
    const memoryIn = (folder: string) => {
      const memory = lasting.get(folder) ?? createDiskMemory(folder)
      lasting.set(folder, memory)
      return memory
    }
    return (task: Task, { kept }: ReadRequest): Promise<NotesPart> =>
      readAttachmentPart(task, { reader, memory: kept === undefined ? passing : memoryIn(kept) })
  }
}

if (parentPort) serve(parentPort, new Progress(workerData.progress))
