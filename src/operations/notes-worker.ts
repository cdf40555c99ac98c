import { type MessagePort, parentPort } from 'node:worker_threads'
import { loadLibrary, NotesError } from '../knowledge/library.js'
import { type Parcel, packLibrary } from './notes-parcels.js'

/** A worker thread: the first message names the folder to read, each one after it asks for a parcel. */
function serve(port: MessagePort): void {
  port.once('message', async (folder: string) => {
    const parcels = await parcelsOf(folder)
    const handOut = () => {
      const { value } = parcels.next()
      if (value) port.postMessage(value)
    }
    port.on('message', handOut)
    handOut()
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
