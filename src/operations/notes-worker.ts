import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { loadLibrary, NotesError } from '../knowledge/library.js'
import { type Parcel, packLibrary } from './notes-parcels.js'

/** A worker thread that reads the folder in `workerData`, and hands out a parcel for each message it gets. */
async function handOut(port: MessagePort, folder: string): Promise<void> {
  const parcels = await parcelsOf(folder)
  port.on('message', () => {
    const { value } = parcels.next()
    if (value) port.postMessage(value)
    else port.close()
  })
}

async function parcelsOf(folder: string): Promise<Iterator<Parcel>> {
  try {
    return packLibrary(await loadLibrary(folder))
  } catch (error) {
    if (!(error instanceof NotesError)) throw error
    const refused: Parcel = { kind: 'refused', problems: error.problems }
    return [refused].values()
  }
}

if (parentPort) await handOut(parentPort, String(workerData))
