import { labelOf } from './labels.js'
import { areFullNames, couldBeKoreanName, isHonoured, isSurelyName, startsWithName } from './people.js'

/** A heading taken apart. `people` is the text that names the speakers, empty when it names none. */
export interface Heading {
  readonly title: string
  readonly people: string
}

type Form = 'pipe' | 'dash' | 'slash' | 'by' | 'brackets' | 'front brackets' | 'front dash' | 'front colon'

const EMOJI = '(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator}|[\\u200D\\uFE0F\\u{1F3FB}-\\u{1F3FF}])'
const EDGE_EMOJI = new RegExp(`^(?:${EMOJI}+\\s*)+|(?:\\s*${EMOJI}+)+$`, 'gu')
const TIME = /^[[(]?\d{1,2}:\d{2}(?:\s*[~–—-]\s*\d{1,2}:\d{2})?[\])]?\s*(?:[|·:–—-]\s+)?/
const ORDINAL =
  /^[[(]?(?:(?:session|talk|세션|발표|강연)\s*#?\d{1,3}|(?:첫|두|세|네|다섯|여섯)\s?번째\s?(?:세션|발표|강연|순서)|#?\d{1,3}(?=[.)\]]\s)|\d\uFE0F?\u20E3|[①-⑳])[\])]?\s*(?:[.):|\]–—-]+\s*)?/i
const COUNTED =
  /^[[(]?(?:(?:session|talk|세션|발표|강연)\s*#?\d{1,3}|(?:첫|두|세|네|다섯|여섯)\s?번째\s?(?:세션|발표|강연|순서))[\])]?\s*[.):：|\]–—-]/i
const QUOTED = /^["“'‘「『<]([^"“”'‘’「」『』<>]+)["”'’」』>]$/

const FORMS: readonly (readonly [Form, RegExp])[] = [
  ['pipe', /^(?<title>.+)\s[|│｜]\s(?<people>[^|│｜]+)$/],
  ['dash', /^(?<title>.+)\s[-–—]\s(?<people>.+)$/],
  ['by', /^(?<title>.+)\s+by\s+(?<people>.+)$/i],
  ['brackets', /^(?<title>.+?)\s*[([（](?<people>[^()[\]（）]+)[)\]）]$/],
  ['slash', /^(?<title>.+?)\s\/\s(?<people>.+)$/],
  ['slash', /^(?<title>.+)\s\/\s(?<people>.+)$/],
  ['front brackets', /^[[(（](?<people>[^()[\]（）]+)[)\]）]\s*(?<title>.+)$/],
  ['front dash', /^(?<people>.+?)\s[-–—|]\s(?<title>.+)$/],
  ['front colon', /^(?<people>[^:：]+)[:：]\s*(?<title>.+)$/],
]

const FORM_NAMES: readonly Form[] = FORMS.map(([form]) => form)

/** A heading's text without numbers, times and emoji around the title: `"🚀 Session 1: Title"` is `"Title"`. */
export function bareTitle(text: string): string {
  const plain = text.replace(EDGE_EMOJI, '').trim()
  const bare = plain.replace(TIME, '').replace(ORDINAL, '').replace(TIME, '').replace(EDGE_EMOJI, '').trim()
  return (bare || plain || text.trim()).replace(QUOTED, '$1')
}

/** Whether a line counts the talks: `세션 1: …`, `첫 번째 발표 - …`. */
export function beginsWithOrdinal(text: string): boolean {
  return COUNTED.test(text.replace(EDGE_EMOJI, '').trim())
}

/**
 * Takes the headings of a post's talks apart together, because one says little: `Title (Word)` names a
 * speaker when the word surely is a name and half of the headings have that form, or when it can be
 * nothing else (a Korean name that is no common word, behind ` / ` too, `홍길동님`, `발표자: …`, two full names). Where half of
 * them surely have names, a less sure one counts in the others. Years, versions and tools are no
 * speakers. `told` says of each talk whether a line of its own names its speakers.
 */
export function takeApart(headings: readonly string[], told: readonly boolean[] = []): Heading[] {
  const candidates = headings.map((heading) => readingsOf(bareTitle(heading)))
  const open = candidates.filter((_, index) => !told[index])
  const usual = FORM_NAMES.filter((form) => isUsual(form, open))
  const repeated = open.length > 1 ? usual : []
  return candidates.map((readings, index) => {
    const fitting = told[index] ? fittingOf(readings, [], []) : fittingOf(readings, usual, repeated)
    return fitting ?? { title: bareTitle(headings[index] ?? ''), people: '' }
  })
}

/** One way to take a heading apart. */
interface Reading extends Heading {
  readonly form: Form
  /** Its people begin with what surely is a name. */
  readonly named: boolean
}

function fittingOf(
  readings: readonly Reading[],
  usual: readonly Form[],
  repeated: readonly Form[],
): Heading | undefined {
  const labelled = readings.find(({ people }) => labelOf(people)?.label === 'speaker')
  if (labelled) return { title: labelled.title, people: labelOf(labelled.people)?.value ?? '' }
  const fitting =
    readings.find(({ form, people }) => isSure(form, people)) ??
    readings.find(({ form, named }) => named && usual.includes(form)) ??
    readings.find(({ form, people }) => repeated.includes(form) && couldBeKoreanName(people))
  return fitting && { title: fitting.title, people: fitting.people }
}

function readingsOf(title: string): Reading[] {
  // Longer than any real title, and the patterns below are quadratic.
  if (title.length > 300) return []
  return FORMS.flatMap(([form, pattern]) => {
    const { title: rest = '', people = '' } = pattern.exec(title)?.groups ?? {}
    // "Kubernetes / CI/CD" is a title: behind a slash only a name that can be nothing else counts.
    if (people === '' || (form === 'slash' && !isSure(form, people))) return []
    return [{ form, title: bareTitle(rest), people: people.trim(), named: startsWithName(people) }]
  })
}

/** Half of the headings surely name people: behind the title in whatever form, before it in this one. */
function isUsual(form: Form, headings: readonly (readonly Reading[])[]): boolean {
  const isBefore = form === 'front dash' || form === 'front colon'
  const counts = (other: Form) =>
    isBefore ? other === form : other !== 'front dash' && other !== 'front colon'
  const named = headings.filter((readings) =>
    readings.some((reading) => reading.named && counts(reading.form)),
  )
  return named.length >= (isBefore ? 2 : 1) && named.length * 2 >= headings.length
}

function isSure(form: Form, people: string): boolean {
  if (isHonoured(people) || areFullNames(people)) return true
  if (form === 'by' || form === 'pipe') return startsWithName(people)
  if (form === 'front colon') return false
  const [first = '', second = ''] = people.split(/\s*[,/(（@]\s*/)
  return isSurelyName(first) || (form === 'dash' && / \/ /.test(people) && isSurelyName(second))
}
