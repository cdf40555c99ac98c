import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Library, NotesError } from '../knowledge/library.js'
import { createUnpacking, type Parcel } from './notes-parcels.js'

/** Reads a folder of notes once. */
export interface NotesReader {
  /** Throws `NotesError` naming every mistake. */
  read(folder: string): Promise<Library>
  close(): Promise<unknown>
}

/** The built worker; under a test runner that reads TypeScript there is none beside us. */
const builtWorker = new URL('./notes-worker.js', import.meta.url)

/**
 * Opens a reader in a thread of its own, which warms up at once. The library is taken over in parcels: however large
 * it is, others get their turn every few milliseconds.
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
  return new Promise((resolve, reject) => {
    thread.on('message', async (parcel: Parcel) => {
      if (parcel.kind === 'refused') return reject(new NotesError(parcel.problems))
      const library = unpacking.add(parcel)
      if (library) return resolve(library)
      await setImmediate()
      thread.postMessage('next')
    })
    thread.postMessage(folder)
  })
}
