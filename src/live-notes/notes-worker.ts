import { type MessagePort, parentPort } from 'node:worker_threads'
import { loadLibrary, NotesError } from '../knowledge/library.js'
import { type Asked, type Parcel, packLibrary } from './notes-parcels.js'

/** A worker thread: reads the folder that it is told, and hands out a parcel for each one asked for. */
function serve(port: MessagePort): void {
  let parcels: Iterator<Parcel> = [].values()
  port.on('message', async (asked: Asked) => {
    if (asked !== 'next') parcels = await parcelsOf(asked.folder)
    const { value } = parcels.next()
    if (value) port.postMessage(value)
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

if (parentPort) serve(parentPort)
