/** A text with each run of space as one blank. Most have none to change, and are not copied. */
export const singleSpaced = (text: string): string => text.replace(longSpace, ' ')

/** Space that is not one blank. */
const longSpace = /\s{2,}|[^\S ]/gu
