import { type MessagePort, parentPort } from 'node:worker_threads'
import { type AttachedBytes, readBytes } from './read-bytes.js'

/** A worker thread: answers each file with its words. */
function serve(port: MessagePort): void {
  port.on('message', async (file: AttachedBytes) => port.postMessage(await readBytes(file)))
}

if (parentPort) serve(parentPort)
