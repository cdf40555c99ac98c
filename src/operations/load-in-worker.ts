import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Library, NotesError } from '../knowledge/library.js'
import { createUnpacking, type Parcel } from './notes-parcels.js'

/** The built worker; under a test runner that reads TypeScript there is none beside us. */
const builtWorker = new URL('./notes-worker.js', import.meta.url)

/**
 * Reads a folder of notes in a worker thread, and takes the library over in parcels: however large it is, others get
 * their turn every few milliseconds. Throws `NotesError` naming every mistake.
 */
export async function loadInWorker(folder: string, worker: URL = builtWorker): Promise<Library> {
  const thread = new Worker(worker, { workerData: folder })
  try {
    return await receive(thread)
  } finally {
    await thread.terminate()
  }
}

function receive(thread: Worker): Promise<Library> {
  const unpacking = createUnpacking()
  return new Promise((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The thread that reads the notes exited with ${code}`)))
    thread.on('message', async (parcel: Parcel) => {
      if (parcel.kind === 'refused') return reject(new NotesError(parcel.problems))
      const library = unpacking.add(parcel)
      if (library) return resolve(library)
      await setImmediate()
      thread.postMessage('next')
    })
    thread.postMessage('next')
  })
}
