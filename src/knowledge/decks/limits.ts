/** Bounds of one file, and figures that steer how pages are understood; ours unless a source is named. */

/** Bytes; a larger file is not opened. */
export const LARGEST_FILE = 100 * 1024 * 1024
/** Pages after these are not read. */
export const MOST_PAGES = 500
/** Milliseconds for one file: the reader stops between two pages at the first, its thread is ended at the second. */
export const READING_STOPS = 8_000
export const READING_ENDS = 10_000
/**
 * Megabytes that reading one file may add to the process, and that its thread's own heap may hold. Measured on 99
 * decks: 3 need more, all of them with whole Chinese fonts in them; the others stay below 250.
 */
export const MOST_MEMORY = 300
export const MOST_HEAP = 256
/** Milliseconds between two looks at the memory: a bomb inflates some 20 MB in this time. */
export const MEMORY_LOOK = 50

/** Days for which the words of a file are kept that nobody asked for: of decks that were deleted or changed. */
export const KEPT_DAYS = 30

/** Bytes of one part of a PPTX, and of all that are read, as its directory declares them; no more is inflated. */
export const LARGEST_PART = 16 * 1024 * 1024
export const LARGEST_PARTS = 96 * 1024 * 1024

/** Characters kept of a page; a page of a book has 3,000. */
export const LONGEST_PAGE = 12_000
/** Characters of a heading. */
export const LONGEST_TITLE = 120

/** A line is template text when it stands at the same place on this share of the pages, and on so many at least. */
export const TEMPLATE_SHARE = 0.4
/** The same for a slide's title, which may come again: `Demo`. On more slides than this it tells nothing. */
export const TITLE_SHARE = 0.5
/** The same in the band at the top and the bottom of a page, where a section's name runs over some pages only. */
export const RUNNING_SHARE = 0.2
export const TEMPLATE_PAGES = 3
/** How much of a page's height is such a band, at either end. */
export const BAND = 0.13

/** Letters among a page's characters below which its fonts lie: code has 0.6, a formula 0.4. */
export const LEAST_LETTERS = 0.3
