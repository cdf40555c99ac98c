import { type MessagePort, parentPort } from 'node:worker_threads'
import { READING_STOPS } from '../decks/limits.js'
import { readPdf } from '../decks/pdf.js'
import { readPptx } from '../decks/pptx.js'
import { readCaptions } from '../recordings/captions.js'
import type { AttachmentFormat, Material } from './attachment.js'

/** A file for the thread to read. */
export interface AttachedBytes {
  readonly format: AttachmentFormat
  readonly bytes: Uint8Array
}

/** A worker thread: answers each file with its words. */
function serve(port: MessagePort): void {
  port.on('message', async (file: AttachedBytes) => port.postMessage(await read(file)))
}

async function read({ format, bytes }: AttachedBytes): Promise<Material> {
  if (format === 'captions') return { kind: 'recording', recording: await readCaptions(bytes) }
  const stops = performance.now() + READING_STOPS
  const hasTime = () => performance.now() < stops
  const deck = format === 'pdf' ? await readPdf(bytes, hasTime) : readPptx(bytes, hasTime)
  return { kind: 'deck', deck }
}

if (parentPort) serve(parentPort)
