/** The date that a text names, as `"2019"`, `"2019-07"` or `"2019-07-06"`; empty when it names none. */
export function findDate(text: string): string {
  const full =
    /(?<!\d)((?:19|20)\d\d)\s*[-./년]\s*(\d{1,2})(?:\s*[-./월]\s*(\d{1,2})(?!\d))?/.exec(text) ??
    PACKED.exec(text)
  if (full) {
    const [, year = '', month = '', day = ''] = full
    if (isPart(month, 12) && isPart(day || '1', 31)) {
      return [year, month, day]
        .filter((part) => part !== '')
        .map((part) => part.padStart(2, '0'))
        .join('-')
    }
  }
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1]
  const short = /['’‘`](\d\d)(?!\d)/.exec(text)?.[1]
  return year ?? (short ? `20${short}` : '')
}

/** The date in a file's stem: `"2019-07-06-meetup"`, `"20190706"`, `"meetup-19"`. */
export function findDateInStem(stem: string): string {
  const short = /[-_](\d\d)$/.exec(stem)?.[1]
  return findDate(stem.replaceAll('_', '-')) || (short ? `20${short}` : '')
}

const PACKED = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/

function isPart(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most
}
