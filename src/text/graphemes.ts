let segmenter: Intl.Segmenter | undefined

/** Made when first needed: that takes 10 ms. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  return segmenter
}

/** Ours: a "character" longer than this many UTF-16 units is cut all the same: a letter under a thousand accents. */
const longestGrapheme = 512

/** The nearest grapheme boundary at or before `index`, in UTF-16 units. Looks at the text near `index` only. */
export function boundaryAt(text: string, index: number): number {
  if (index <= 0) return 0
  if (index >= text.length) return text.length
  const from = Math.max(0, index - longestGrapheme)
  const near = graphemes()
    .segment(text.slice(from, index + longestGrapheme))
    .containing(index - from)
  return near ? from + near.index : index
}

/** The graphemes that fit into `limit` UTF-16 units. */
export function headOf(text: string, limit: number): string {
  return text.slice(0, boundaryAt(text, limit))
}

/** At most `limit` UTF-16 units, the last one an ellipsis where something was cut; never half a grapheme. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  return limit < 1 ? '' : `${headOf(text, limit - 1).trimEnd()}…`
}
