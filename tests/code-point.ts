import fc from 'fast-check'

/** Any code point, halves of pairs, too: as fast-check's `binary`, whose table of them all takes each process 1.3 s. */
export const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))
