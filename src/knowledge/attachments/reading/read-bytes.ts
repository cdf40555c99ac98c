import { READING_STOPS } from '../../decks/limits.js'
import { readPdf } from '../../decks/pdf.js'
import { readPptx } from '../../decks/pptx.js'
import { readCaptions } from '../../recordings/captions.js'
import type { AttachmentFormat, Material } from '../attachment.js'

/** What a file holds. */
export interface AttachedBytes {
  readonly format: AttachmentFormat
  readonly bytes: Uint8Array
}

/** The words of a file. Takes what time and memory it takes; a deck that takes long is read in part. */
export async function readBytes({ format, bytes }: AttachedBytes): Promise<Material> {
  if (format === 'captions') return { kind: 'recording', recording: await readCaptions(bytes) }
  const stops = performance.now() + READING_STOPS
  const hasTime = () => performance.now() < stops
  const deck = format === 'pdf' ? await readPdf(bytes, hasTime) : readPptx(bytes, hasTime)
  return { kind: 'deck', deck }
}
