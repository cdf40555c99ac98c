/** The date that a text names, as `"2019"`, `"2019-07"` or `"2019-07-06"`; empty when it names none. */
export function findDate(text: string): string {
  const english = findEnglishDate(text)
  if (english) return english
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

/** `July 6, 2019`, `6 July 2019`, `June 12-14, 2019` (its first day), `November 2019`. */
function findEnglishDate(text: string): string | undefined {
  const found = ENGLISH.exec(text)
  const month = MONTHS.indexOf((found?.[2] ?? '').slice(0, 3).toLowerCase()) + 1
  if (!found || month === 0) return undefined
  const day = found[1] ?? found[3] ?? ''
  return [found[4] ?? '', String(month), day]
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-')
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = String.raw`(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?`
const NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const ENGLISH = new RegExp(
  String.raw`(?:(?<!\d)${DAYS}\s+(?:of\s+)?)?\b(${NAMES})\.?(?:\s+${DAYS})?,?\s+((?:19|20)\d\d)(?!\d)`,
  'i',
)

const PACKED = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/

function isPart(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most
}
