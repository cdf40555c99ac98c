/** The date that a text names, as `"2019"`, `"2019-07"` or `"2019-07-06"`; empty when it names none. */
export function findDate(text: string): string {
  if (!/\d/.test(text)) return ''
  const named = findNamedMonth(text) ?? findDayFirst(text) ?? findSlashed(text)
  if (named) return named
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

/** `22.05.2025`, as it is written in much of Europe. */
function findDayFirst(text: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/.exec(text) ?? []
  if (!isPart(month, 12) || !isPart(day, 31)) return undefined
  return [year, month, day].map((part) => part.padStart(2, '0')).join('-')
}

/** `03/15/2022`, `3/15/22`, the month first as in America, where it can be one. */
function findSlashed(text: string): string | undefined {
  const [, one = '', other = '', year = ''] =
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)(?![\d/])/.exec(text) ?? []
  const [month, day] = isPart(one, 12) ? [one, other] : [other, one]
  if (!isPart(month, 12) || !isPart(day, 31)) return undefined
  return [year.padStart(4, '20'), month, day].map((part) => part.padStart(2, '0')).join('-')
}

/** The date in a file's stem: `"2019-07-06-meetup"`, `"20190706"`, `"meetup-19"`. */
export function findDateInStem(stem: string): string {
  const short = /[-_](\d\d)$/.exec(stem)?.[1]
  return findDate(stem.replaceAll('_', '-')) || (short ? `20${short}` : '')
}

/** `July 6, 2019`, `6 July 2019`, `June 12-14, 2019` (its first day), `November 2019`, `März 2016`. */
function findNamedMonth(text: string): string | undefined {
  const found = NAMED.exec(text)
  const month = monthOf(found?.[2] ?? '')
  if (!found || month === 0) return undefined
  const day = found[1] ?? found[3] ?? ''
  return [found[4] ?? '', String(month), day]
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-')
}

/** Whether a text is the name of a month and nothing else: `March`, `3월`. */
export function isMonth(text: string): boolean {
  return /^(?:0?[1-9]|1[0-2])\s?월$/.test(text.trim()) || monthOf(text.trim()) > 0
}

/** 1 to 12; 0 for any other word. */
function monthOf(word: string): number {
  return word.length > LONGEST_MONTH + 1 ? 0 : (MONTH_NUMBERS.get(word.toLowerCase().replace(/\.$/, '')) ?? 0)
}

/** English, German, French; three letters of any are enough. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'janvier'],
  ['february', 'februar', 'février'],
  ['march', 'märz', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juni', 'juin'],
  ['july', 'juli', 'juillet'],
  ['august', 'août'],
  ['september', 'septembre', 'sept'],
  ['october', 'oktober', 'octobre'],
  ['november', 'novembre'],
  ['december', 'dezember', 'décembre'],
]

/** Each name, and its first three letters, with the number of the month. */
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) =>
    names.flatMap((name): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]),
  ).reverse(),
)
const LONGEST_MONTH = Math.max(...MONTHS.flat().map(({ length }) => length))
const DAYS = String.raw`(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.|er)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?`
const NAMES = [...MONTHS.flat(), ...MONTHS.map(([name = '']) => name.slice(0, 3))]
  .sort((one, other) => other.length - one.length)
  .join('|')
const NAMED = new RegExp(
  String.raw`(?:(?<!\d)${DAYS}\s+(?:of\s+)?)?(?<!\p{L})(${NAMES})(?!\p{L})\.?(?:\s+${DAYS})?,?\s+((?:19|20)\d\d)(?!\d)`,
  'iu',
)

const PACKED = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/

function isPart(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most
}
