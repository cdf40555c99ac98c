/** A line of a page, where it stands. Lengths are in points. */
export interface PageLine {
  readonly text: string
  /** Height of its letters. */
  readonly size: number
  readonly left: number
  readonly right: number
  /** From the top of the page, of its baseline. */
  readonly top: number
  /** Written in a font of equal widths: code. */
  readonly mono: boolean
}

/** A page as lines in the order in which they were drawn. */
export interface LinedPage {
  readonly page: number
  readonly height: number
  readonly lines: readonly PageLine[]
}
