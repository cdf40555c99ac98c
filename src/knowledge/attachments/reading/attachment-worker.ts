import { type MessagePort, parentPort } from 'node:worker_threads'
import { type AttachedBytes, readBytes } from './read-bytes.js'

/** A worker thread: answers each file with its words. */
function serve(port: MessagePort): void {
  port.on('message', async (file: AttachedBytes) => port.postMessage(await readBytes(file)))
}

// PDF.js leaves promises of broken files to themselves: they must not end the thread while it reads the next one.
if (parentPort) {
  process.on('unhandledRejection', () => {})
  serve(parentPort)
}
