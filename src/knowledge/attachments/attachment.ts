import type { Deck, WholeFault } from '../decks/deck.js'
import type { Recording } from '../recordings/recording.js'

/** What is inside a file beside a post. */
export type AttachmentFormat = 'pdf' | 'pptx' | 'captions'

/** A file's words. */
export type Material =
  | { readonly kind: 'deck'; readonly deck: Deck }
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'faulty'; readonly fault: WholeFault }

/** What a file of that name holds; `undefined` for none of ours. */
export function formatOf(name: string): AttachmentFormat | undefined {
  const [extension = ''] = /\.(?:pdf|pptx|vtt|srt)$/iu.exec(name) ?? []
  return formats[extension.toLowerCase()]
}

const formats: Readonly<Record<string, AttachmentFormat>> = {
  '.pdf': 'pdf',
  '.pptx': 'pptx',
  '.vtt': 'captions',
  '.srt': 'captions',
}
