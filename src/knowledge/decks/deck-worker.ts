import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Deck } from './deck.js'
import { READING_STOPS } from './limits.js'
import { readPdf } from './pdf.js'
import { readPptx } from './pptx.js'

/** A file for the thread to read. */
export interface DeckFile {
  readonly format: 'pdf' | 'pptx'
  readonly bytes: Uint8Array
}

/** A worker thread: answers each file with its deck. */
function serve(port: MessagePort): void {
  port.on('message', async (file: DeckFile) => port.postMessage(await read(file)))
}

async function read({ format, bytes }: DeckFile): Promise<Deck> {
  const stops = performance.now() + READING_STOPS
  const hasTime = () => performance.now() < stops
  return format === 'pdf' ? readPdf(bytes, hasTime) : readPptx(bytes, hasTime)
}

if (parentPort) serve(parentPort)
