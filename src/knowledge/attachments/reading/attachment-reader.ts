import { Worker } from 'node:worker_threads'
import type { WholeFault } from '../../decks/deck.js'
import { LARGEST_FILE, MEMORY_LOOK, MOST_HEAP, MOST_MEMORY, READING_ENDS } from '../../decks/limits.js'
import type { Material } from '../attachment.js'
import type { AttachedBytes } from './read-bytes.js'

/** Reads attachments in a thread of their own, one at a time: whatever is in a file, it ends there. */
export interface AttachmentReader {
  /** Takes the bytes over. Never rejects: what goes wrong is a fault of the file. */
  read(file: AttachedBytes): Promise<Material>
  /** Ends the thread; a later reading starts another. */
  close(): Promise<void>
}

const builtWorker = new URL('./attachment-worker.js', import.meta.url)

/**
 * Starts a thread when there is something to read, and another one after a file that ended it. Under a test runner that
 * reads TypeScript there is no built thread: then this thread reads.
 */
export function createAttachmentReader(worker?: URL): AttachmentReader {
  if (!worker && import.meta.url.endsWith('.ts')) return readHere
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  const open = () => {
    // What PDF.js has to say about fonts and matrices is nobody's business.
    const options = { resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP }, stdout: true, stderr: true }
    const opened = new Worker(worker ?? builtWorker, options)
    opened.unref()
    return opened
  }
  const readNow = async (file: AttachedBytes): Promise<Material> => {
    if (file.bytes.length === 0) return faulty('empty')
    if (file.bytes.length > LARGEST_FILE) return faulty('too large')
    thread ??= open()
    const material = await readBy(thread, file)
    if (material.kind !== 'faulty') return material
    await thread.terminate()
    thread = undefined
    return material
  }
  return {
    read(file) {
      const reading = last.then(() => readNow(file))
      last = reading
      return reading
    },
    async close() {
      await last
      await thread?.terminate()
      thread = undefined
    },
  }
}

const readHere: AttachmentReader = {
  read: async (file) => (await import('./read-bytes.js')).readBytes(file),
  close: async () => {},
}

function faulty(fault: WholeFault): Material {
  return { kind: 'faulty', fault }
}

/** The words; a fault when the thread has to end. */
function readBy(thread: Worker, file: AttachedBytes): Promise<Material> {
  const before = process.memoryUsage.rss()
  return new Promise((resolve) => {
    const done = (material: Material) => {
      clearTimeout(end)
      clearInterval(look)
      thread.off('message', done).off('error', failed)
      resolve(material)
    }
    const failed = (error: Error) => done(faulty(isOutOfMemory(error) ? 'too much memory' : 'damaged'))
    const end = setTimeout(() => done(faulty('never done')), READING_ENDS)
    // A heap limit does not count what is inflated, which lies outside of the heap.
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_MEMORY * 1_000_000) done(faulty('too much memory'))
    }, MEMORY_LOOK)
    thread.on('message', done).on('error', failed)
    thread.postMessage(file)
  })
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
