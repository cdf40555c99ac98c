import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { NotesError } from '../knowledge/finding.js'
import type { Library } from '../knowledge/library.js'
import { type Asked, createUnpacking, type Parcel } from './notes-parcels.js'

/** Reads a folder of notes, one reading at a time. */
export interface NotesReader {
  /** Throws `NotesError` naming every mistake; after any other error the reader is of no use any more. */
  read(folder: string): Promise<Library>
  close(): Promise<unknown>
}

/** The built worker; under a test runner that reads TypeScript there is none beside us. */
const builtWorker = new URL('./notes-worker.js', import.meta.url)

/**
 * Opens a reader in a thread of its own, which warms up at once and remembers posts that have not changed. The library
 * is taken over in parcels: however large it is, others get their turn every few milliseconds.
 */
export function openThreadReader(worker: URL = builtWorker): NotesReader {
  const thread = new Worker(worker)
  const failed = new Promise<never>((_resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The thread that reads the notes ended with ${code}`)))
  })
  // Whoever reads hears of it; a thread that nobody asked may end as it likes.
  failed.catch(() => {})
  return {
    read: (folder) => Promise.race([receive(thread, folder), failed]),
    close: () => thread.terminate(),
  }
}

function receive(thread: Worker, folder: string): Promise<Library> {
  const unpacking = createUnpacking()
  const ask = (asked: Asked) => thread.postMessage(asked)
  return new Promise((resolve, reject) => {
    const take = async (parcel: Parcel) => {
      if (parcel.kind === 'refused') {
        thread.off('message', take)
        return reject(new NotesError(parcel.problems))
      }
      const library = unpacking.add(parcel)
      if (library) {
        thread.off('message', take)
        return resolve(library)
      }
      await setImmediate()
      ask('next')
    }
    thread.on('message', take)
    ask({ folder })
  })
}
