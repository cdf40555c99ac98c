import { remember } from '../../text/remember.js'
import { creditIn } from './credits.js'
import { labelOf, labelsIn, withoutLinkWords } from './labels.js'
import { isName, isSurelyName, withoutHonorific } from './names.js'
import {
  areFullNames,
  areSurelyPeople,
  couldBeKoreanName,
  couldBeName,
  isHonoured,
  onlyPeople,
  startsWithName,
} from './people.js'

/** A heading taken apart. `people` is the text that names the speakers, empty when it names none. */
export interface TitleSplit {
  readonly title: string
  readonly people: string
}

type Form =
  | 'pipe'
  | 'dash'
  | 'slash'
  | 'by'
  | 'brackets'
  | 'comma'
  | 'colon'
  | 'quote'
  | 'front brackets'
  | 'front comma'
  | 'front dash'
  | 'front slash'
  | 'front says'
  | 'front colon'
  | 'front quote'
  | 'front dot'
  | 'front with'
  | 'credit'
  | 'front credit'

const EMOJI = '(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator}|[\\u200D\\uFE0F\\u{1F3FB}-\\u{1F3FF}])'
const EDGE_EMOJI = new RegExp(`^(?:${EMOJI}+\\s*)+|(?:\\s*${EMOJI}+)+$`, 'gu')
const CLOCK = String.raw`(?:(?:오전|오후|am|pm)\s?)?(?:\d{1,2}[:h]\d{2}|\d{1,2}\s?시(?:\s?\d{1,2}\s?분|\s?반)?(?!간)|\d{1,2}\s?(?:[ap]m|noon)\b|\d{1,2}(?=\s?[~–—∼-]\s?\d{1,2}\s?(?:[ap]m|noon)\b))(?:\s?[ap]m)?`
const TIME = new RegExp(`^[[(]?${CLOCK}(?:\\s*[~–—∼-]\\s*(?:${CLOCK})?)?[\\])]?\\s*(?:[|·:–—-]\\s+)?`, 'i')
const COUNT =
  '(?:session|talk|세션|발표|기조\\s?강연|기조\\s?연설|강연|keynote|키노트|lightning talk|part|track|chapter|chapitre|kapitel|lecture|episode|time)\\s*#?\\d{1,3}(?:[-.]\\d{1,2})?|(?:첫|두|세|네|다섯|여섯|일곱)\\s?번째\\s?(?:세션|발표|강연|순서|시간)|첫\\s?(?:세션|발표|강연)(?=\\s*$)|(?:first|second|third|fourth|fifth|sixth|last)\\s(?:section|session|talk|keynote)(?=\\s*(?:[:：–—-]|$))'
const ORDINAL = new RegExp(
  `^[[(]?(?:${COUNT}|#?\\d{1,3}(?:-\\d{1,2})?(?=[.)\\]]\\s?(?!\\d))|#\\d{1,3}(?=[:.)]?\\s)|\\d\\uFE0F?\\u20E3|[①-⑳])[\\])]?\\s*(?:[.):：|\\]–—-]+\\s*)?`,
  'iu',
)
const COUNTED = new RegExp(`^[[(]?(?:${COUNT})[\\])]?\\s*(?:[.):：|\\]–—-]|$)`, 'iu')
/** `Conf 2021: Track 4 > Session 1`. */
const ENDS_IN_COUNT = new RegExp(`[:：>›]\\s*(?:${COUNT})$`, 'iu')
const KIND =
  /^[[(【<](?:세션|발표|강연|토크|키노트|라이트닝 ?토?크?|핸즈온|session|talk|keynote|lightning(?: talk)?|workshop|hands-on|panel|fireside chat|\d{2,3})[\])】>]\s*/iu
/** `가장 좋았던 세션: 제목`. */
const SUPERLATIVE = /^[^:：]{2,24}\s?(?:세션|발표|강연|session|talk)\s*[:：]\s+(?=\S)/iu
const LEADING_MARKS = /^(?:[,;|·]|[>»▶►▷■□◆◇●○◎★☆✓※◼◾▪➤➜→⇒#]+(?=\s))\s*/
const TRACK = /^(?:track|트랙|room|hall)\s?[\p{L}\d]{1,2}\s?[,:|·-]\s+(?=\S)/iu
const LEADING_ADDRESS = /^https?:\/\/\S+\s+(?=\S)/i
const TRAILING_ADDRESS = /(?<=\S)\s*[,(]?\s*https?:\/\/\S+$/i
const TRAILING_TIME = /,\s*\d{1,2}:\d{2}$/
/** `제목 [1:02:27]`, `제목 (45분)`, `Title (30 min + 5 min Q&A)`: how long it takes. */
const TRAILING_DURATION =
  /(?<=\S)\s*[[(]\s?(?:(?:\d{1,2}:)?\d{1,3}:\d{2}|[~\d\s+–-]{1,12}\s?(?:min(?:ute)?s?\.?|분)(?:[\s+,/&]{1,3}[^()[\]]{0,24})?)\s?[\])]$/i
/** `Theme: Title`, `주제: 제목`, `Lightning talk: Title`. */
const TITLE_LABEL =
  /^(?:theme|topic|title|subject|talk|lightning talk|주제|제목|발표|라이트닝\s?토크)\s*[:：]\s+(?=\S)/iu
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
/** `June 2014 - Title`, `June 5, 2014: Title`, `June 2014 Title of it`. */
const LEADING_MONTH = new RegExp(
  `^(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?${MONTH}\\.?\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:19|20)\\d\\d(?:\\s*[:|–—-]\\s+(?=\\S)|\\s+(?!meet|conf|summit|edition|event)(?=\\p{L}))`,
  'iu',
)
/** `2019-03-28 - 제목`, `2019-03-28 제목`, `[2019. 3. 28] 제목`. */
const LEADING_DATE =
  /^(?:['’]?\d\d\.\d{1,2}\.\d{1,2}\.?\s*(?:[:|–—-]\s+)?|[([]?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?[)\]]?(?:\s?\([월화수목금토일]\))?\s*(?:[:|–—-]\s+|\s)|(?:19|20)\d\d-\d{2}-\d{2}\s+(?![:|–—-])|(?:19|20)\d\d년\s?\d{1,2}월(?:\s?\d{1,2}일|(?!\s?\d{1,2}일))(?:\s?\([월화수목금토일]\))?\s+(?![:|–—-])|[[(]\s?(?:19|20)\d\d\s?[-./년]\s?\d{1,2}(?:\s?[-./월]\s?\d{1,2})?\s?일?\s?[)\]]\s*(?:[:|–—-]\s+)?|(?:19|20)\d\d\s?[-./년]\s?\d{1,2}(?:\s?[-./월]\s?\d{1,2})?\s?일?\s?[:|–—-]\s+)(?=\S)/
/** `Jane Doe 키노트`, `홍길동님의 기조연설`: the whole is what the talk is called. */
const OWN_KEYNOTE = /^(?<people>.{2,30}?)(?:님)?(?:의|'s|’s)?\s(?:키노트|기조\s?연설|기조\s?강연|keynote)$/iu
const LETTERED = /^[A-Z][.)]\s+(?=\S)/
const QUOTED = /^["“'‘「『<]([^"“”‘’「」『』<>]+)["”'’」』>]$/

/** What people write for a dash. */
const SEPARATORS = /\s(?:-{2,3}|[―~→⇒»]|::|=>|->)\s/g

const FORMS: readonly (readonly [Form, RegExp])[] = [
  ['front credit', /^(?<people>[^:：]{2,30}\s[-–—|/]\s[^:：]{2,30})\s?[:：]\s(?<title>.+)$/],
  ['credit', /^(?<title>.+?)\s[/|│]\s(?<people>[^/|│:：]{2,30}\s[-–—]\s[^/|│:：]{2,30})$/],
  [
    'front quote',
    /^(?<people>[^"“'‘「『]{2,30}?)\s*[:：,-]?\s*["“'‘「『](?<title>[^"“”‘’「」『』]+)["”'’」』]$/,
  ],
  [
    'quote',
    /^["“'‘「『](?<title>[^"“”‘’「」『』]{4,})["”'’」』][\s,:：–—-]*(?:(?:by|von|par|por)\s)?(?<people>[^"“”‘’「」『』]{2,60})$/,
  ],
  ['pipe', /^(?<title>.+)\s?[|│｜]\s(?<people>[^|│｜]+)$/],
  ['dash', /^(?<title>.+)\s[-–—]\s?(?<people>[^-–—]+?)\s?[-–—]$/],
  ['dash', /^(?<title>.+)\s[-–—]\s?(?<people>.+)$/],
  ['by', /^(?<title>.+?)\s*\((?:by|von|par|por)\s+(?<people>[^()]+(?:\([^()]*\)[^()]*)?)\)$/i],
  ['by', /^(?<title>.+?),?\s+(?:presented|given|held|delivered)\s+by\s+(?<people>.+)$/i],
  ['by', /^(?<title>.+)\s+(?:by|von|par|por)\s+(?<people>.+)$/i],
  ['brackets', /^(?<title>.+?)\s*[([（](?<people>[^()[\]（）]+(?:[([][^()[\]]*[)\]][^()[\]（）]*)?)[)\]）]$/],
  ['comma', /^(?<title>[^,;]{8,})[,;]\s*(?<people>[^,;]+)$/],
  ['slash', /^(?<title>.+?)\s\/\s(?<people>.+)$/],
  ['slash', /^(?<title>.+)\s\/\s(?<people>.+)$/],
  ['colon', /^(?<title>.+)\s?[:：]\s(?<people>[^:：]+)$/],
  ['front brackets', /^[[(（](?<people>[^()[\]（）]+)[)\]）]\s*(?<title>.+)$/],
  ['front dash', /^(?<people>.+?)\s[-–—|]\s(?<title>.+)$/],
  ['front slash', /^(?<people>[^/]{2,40}?)\s\/\s(?<title>.{6,})$/],
  [
    'front says',
    /^(?<people>(?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Lu}[\p{L}'’-]+)(?:,\s[^,]{2,40},)?\s(?:(?:will|is going to|gave|gives|giving)\s)?(?:(?:a|his|her|their)\s(?:talk|presentation)\s)?(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|present(?:s|ed|ing)?|on|about)(?:\s(?:on|about))?\s["“]?(?<title>[^"”]{6,}?)["”]?\.?$/u,
  ],
  [
    'front says',
    /^(?<people>[가-힣]{2,4})\s?(?:님|씨)?(?:의|이|께서)\s["“'‘「『](?<title>[^"”'’」』]{4,})["”'’」』]\s?(?:(?:이?라는|란)\s)?(?:주제|제목|발표|강연|세션|토크)[^.]{0,24}\.?$/,
  ],
  ['front colon', /^(?<people>[^:：]+)[:：]\s*(?<title>.+)$/],
  ['front dot', /^(?<people>[^.]{3,30})\.\s+(?<title>[^.].+?)\.?$/],
  ['front comma', /^(?<people>[^,;]{3,40})[,;]\s(?<title>[^,;].{5,})$/],
  ['front with', /^(?<people>.{3,40}?)\s(?:with|on)\s(?<title>.{6,})$/],
]

const FORM_NAMES: readonly Form[] = FORMS.map(([form]) => form)
const FRONT: ReadonlySet<Form> = new Set([
  'front brackets',
  'front dash',
  'front colon',
  'front quote',
  'front dot',
  'front with',
  'front comma',
  'front slash',
  'front says',
  'front credit',
])

/** A heading's text without numbers, times and emoji around the title: `"🚀 Session 1: Title"` is `"Title"`. */
export const bareTitle = remember(readBareTitle)

function readBareTitle(text: string): string {
  const plain = text.replace(EDGE_EMOJI, '').trim()
  const bare = [
    LEADING_MARKS,
    LEADING_ADDRESS,
    TIME,
    LEADING_MARKS,
    TRACK,
    ORDINAL,
    KIND,
    SUPERLATIVE,
    TITLE_LABEL,
    TIME,
    TRAILING_ADDRESS,
    TRAILING_DURATION,
    TRAILING_TIME,
    EDGE_EMOJI,
  ]
    .reduce((rest, pattern) => rest.replace(pattern, ''), plain)
    .trim()
  return (bare || plain || text.trim()).replace(/\s*[:：,;]$/, '').replace(QUOTED, '$1')
}

/** Whether a line counts the talks: `세션 1: …`, `첫 번째 발표 - …`. */
export function beginsWithOrdinal(text: string): boolean {
  return COUNTED.test(text.replace(EDGE_EMOJI, '').trim())
}

/** Whether a line begins with a time of day. */
export function beginsWithTime(text: string): boolean {
  return TIME.test(text.replace(EDGE_EMOJI, '').trim())
}

/** Whether a line says at which time of day, before its title or behind it: `제목, 16:00`. */
export function namesTime(text: string): boolean {
  return beginsWithTime(text) || TRAILING_TIME.test(text.trim())
}

/** Whether a heading says nothing but when, where or as which one: `14:00 ~ 14:40`, `Talk 1`, `행사: 세션 2`. */
export function isOnlyCount(text: string): boolean {
  const rest = text
    .replace(EDGE_EMOJI, '')
    .trim()
    .replace(COUNTED, '')
    .replace(TIME, '')
    .replace(COUNTED, '')
    .trim()
  return (
    (!/\p{L}/u.test(rest) && (beginsWithTime(text) || beginsWithOrdinal(text))) ||
    ENDS_IN_COUNT.test(text.trim())
  )
}

/** The letters before titles that follow each other, `A.` `B.` `C.`, taken off. */
function withoutLetters(texts: readonly string[]): string[] {
  const letters = texts.map((text) => LETTERED.exec(text)?.[0]?.charCodeAt(0) ?? 0)
  const following = letters.filter((letter, index) => letter > 0 && letter === (letters[index - 1] ?? 0) + 1)
  return following.length * 2 >= texts.length && following.length > 0
    ? texts.map((text) => text.replace(LETTERED, ''))
    : [...texts]
}

/**
 * Takes the headings of a post's talks apart together, because one says little: `Title (Word)` names a
 * speaker when the word surely is a name and half of the headings have that form, or when it can be
 * nothing else (a Korean name that is no common word, behind ` / ` too, `홍길동님`, `발표자: …`, two full
 * names). Where half of them surely have names, a less sure one counts in the others. Years, versions and
 * tools are no speakers. `told` says of each talk whether a line of its own names its speakers.
 */
export function splitTitles(
  headings: readonly string[],
  told: readonly boolean[] = [],
  speakers: SpeakerPlace = '',
): TitleSplit[] {
  const plain = withoutLetters(
    headings.map((heading) =>
      bareTitle(withoutLinkWords(heading).replace(LEADING_DATE, '').replace(LEADING_MONTH, '')),
    ),
  )
  const candidates = withFrontChains(
    plain,
    plain.map((heading) => splitsOf(heading)),
  )
  const open = candidates.filter((_, index) => !told[index])
  const usual = FORM_NAMES.filter((form) => isUsual(form, open)).sort(
    (one, other) => countNamed(other, open) - countNamed(one, open),
  )
  const repeated = open.length > 1 ? usual : []
  const habits = FORM_NAMES.filter((form) => isHabit(form, open))
  const most = open.length > 2 ? FORM_NAMES.filter((form) => isOfMost(form, open)) : []
  return candidates.map((splits, index) => {
    const stated = statedIn(headings[index] ?? '')
    if (stated) return stated
    const trusted =
      speakers === '' ? undefined : splits.find(({ form }) => FRONT.has(form) === (speakers === 'first'))
    if (trusted) return { title: trusted.title, people: trusted.people }
    const own = OWN_KEYNOTE.exec(plain[index] ?? '')?.groups?.people ?? ''
    if (own !== '' && onlyPeople(own)) return { title: plain[index] ?? '', people: own }
    const fitting = told[index] ? fittingOf(splits, [], [], []) : fittingOf(splits, usual, repeated, most)
    const habitual = told[index]
      ? undefined
      : splits.find((split) => habits.includes(split.form) && isSurelyNamed(split))
    return (
      fitting ??
      (habitual && { title: habitual.title, people: habitual.people }) ?? {
        title: plain[index] ?? '',
        people: '',
      }
    )
  })
}

/** A title and its speakers that share a line, each behind its label; `undefined` for any other line. */
export function statedIn(text: string): TitleSplit | undefined {
  const facts = labelsIn(text)
  const value = (label: string) => facts.find((fact) => fact.label === label)?.value ?? ''
  return value('title') !== '' && value('speaker') !== ''
    ? { title: bareTitle(value('title')), people: value('speaker') }
    : undefined
}

/** Where the author says that speakers stand beside titles: behind them, before them, or nothing of it. */
export type SpeakerPlace = 'title' | 'first' | ''

/** One way to take a heading apart. */
interface Split extends TitleSplit {
  readonly form: Form
  /** Its people begin with what surely is a name. */
  readonly named: boolean
}

function fittingOf(
  splits: readonly Split[],
  usual: readonly Form[],
  repeated: readonly Form[],
  most: readonly Form[],
): TitleSplit | undefined {
  const labelled = splits.find(({ people }) => labelOf(people)?.label === 'speaker')
  if (labelled) return { title: labelled.title, people: labelOf(labelled.people)?.value ?? '' }
  const fitting =
    splits.find(({ form, people }) => isSure(form, people)) ??
    usual.map((form) => splits.find((split) => split.named && split.form === form)).find((split) => split) ??
    splits.find(({ form, people }) => repeated.includes(form) && couldBeKoreanName(people)) ??
    splits.find(({ form, people }) => most.includes(form) && couldBeName(people))
  return fitting && { title: fitting.title, people: fitting.people }
}

/** `title - Jane Doe - Acme`: three parts with the speaker in the middle, and where they work behind. */
function splitChain(title: string): Split[] {
  const parts = title.split(/\s[-–—]\s/).length === 3 ? title.split(/\s[-–—]\s/) : title.split(/\s[|│]\s/)
  const [first = '', second = '', third = '', more] = parts.map((part) => part.trim())
  if (third === '' || more !== undefined) return []
  const isWork = (text: string) => text.split(/\s+/).length <= 3 && !areSurelyPeople(text)
  if (areSurelyPeople(second) && !onlyPeople(first) && isWork(third))
    return [{ form: 'dash', title: bareTitle(first), people: `${second} (${third})`, named: true }]
  return []
}

/** `Jane Doe - Acme - title`, where most are written so. */
function withFrontChains(
  titles: readonly string[],
  splits: readonly (readonly Split[])[],
): readonly (readonly Split[])[] {
  const chains = titles.map((title): Split[] => {
    const [first = '', second = '', third = '', more] = title.split(/\s[-–—|]\s/).map((part) => part.trim())
    const isChain =
      third !== '' && more === undefined && areSurelyPeople(first) && second.split(/\s+/).length <= 3
    return isChain
      ? [{ form: 'front dash', title: bareTitle(third), people: `${first} (${second})`, named: true }]
      : []
  })
  const found = chains.filter((chain) => chain.length > 0)
  const areUsual = found.length > 1 && found.length * 5 >= titles.length * 3
  if (areUsual) return splits.map((own, index) => (chains[index]?.length ? (chains[index] ?? own) : own))
  // `Jane Doe - Acme: title` is that only where most are: `Jane Doe - Prefix: title` looks the same.
  const credited = splits.filter((own) => own.some(({ form }) => form === 'front credit'))
  return credited.length > 1 && credited.length * 5 >= titles.length * 3
    ? splits
    : splits.map((own) => own.filter(({ form }) => form !== 'front credit'))
}

/** Every way to take a title apart. */
const splitsOf = remember(readSplits)

function readSplits(title: string): readonly Split[] {
  // Longer than any real title, and the patterns are quadratic.
  if (title.length > 300) return []
  const plain = title.replace(/^\[([^\]]+)\](?=\s?님)/, '$1').replace(SEPARATORS, ' - ')
  const chain = splitChain(plain)
  if (chain.length > 0) return chain
  return FORMS.flatMap(([form, pattern]) => {
    const { title: rest = '', people: told = '' } = pattern.exec(plain)?.groups ?? {}
    const people = nameFirst(told)
    const isCredit = form === 'credit' || form === 'front credit'
    if (isCredit && !(startsWithName(people) && creditIn(people))) return []
    // "Kubernetes / CI/CD" is a title: behind a slash only a full name counts.
    if (
      people === '' ||
      rest.trim() === '' ||
      !isBalanced(rest) ||
      (form === 'slash' && !isSure(form, people) && !areSurelyPeople(people))
    )
      return []
    return [
      {
        form,
        title: bareTitle(rest),
        people: people.trim(),
        named: isLoose(form)
          ? onlyPeople(people) !== undefined
          : startsWithName(people) || (form === 'brackets' && areSurelyPeople(people)),
      },
    ]
  })
}

/** `회사 - 홍길동`, `회사, 홍길동` with the name first, its place of work in brackets. */
function nameFirst(people: string): string {
  const [, work = '', name = ''] = /^([^-–—,/|]{2,30}?)(?:\s[-–—/|]|,)\s(\S+)$/.exec(people.trim()) ?? []
  return isSurelyName(withoutHonorific(name)) && !isName(work) ? `${name} (${work})` : people
}

/** Whether every bracket that opens in a text closes in it. */
export function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/[([（]/g) === count(/[)\]）]/g)
}

/** Colons and commas stand between anything: beside them nothing but people will do. */
function isLoose(form: Form): boolean {
  return (
    form === 'colon' ||
    form === 'front colon' ||
    form === 'comma' ||
    form === 'front with' ||
    form === 'front comma' ||
    form === 'front slash' ||
    form === 'front says'
  )
}

/** Half of the headings surely name people: behind the title in whatever form, before it in this one. */
function isUsual(form: Form, headings: readonly (readonly Split[])[]): boolean {
  const isBefore = FRONT.has(form)
  const counts = (other: Form) => (isBefore ? other === form : !FRONT.has(other))
  const named = headings.filter((splits) => splits.some((split) => split.named && counts(split.form)))
  return named.length >= (isBefore || form === 'comma' ? 2 : 1) && named.length * 2 >= headings.length
}

/** Where a quarter of many headings name different people before the title, those surely do. */
function isHabit(form: Form, headings: readonly (readonly Split[])[]): boolean {
  if (form !== 'front colon' && form !== 'front dash') return false
  const named = headings.flatMap((splits) =>
    splits.filter((split) => split.form === form && isSurelyNamed(split)),
  )
  return (
    named.length > 3 &&
    named.length * 4 >= headings.length &&
    new Set(named.map(({ people }) => people)).size > 3
  )
}

function isSurelyNamed({ people, title }: Split): boolean {
  return areSurelyPeople(people) && /\s/.test(title)
}

/** How many of the headings surely name people in a form. */
function countNamed(form: Form, headings: readonly (readonly Split[])[]): number {
  return headings.filter((splits) => splits.some((split) => split.named && split.form === form)).length
}

/** Where most headings have a form, and four in five of those surely name people: the others then do, too. */
function isOfMost(form: Form, headings: readonly (readonly Split[])[]): boolean {
  const formed = headings.filter((splits) => splits.some((split) => split.form === form))
  const named = formed.filter((splits) => splits.some((split) => split.named && split.form === form))
  return named.length > 1 && formed.length * 3 >= headings.length && named.length * 5 >= formed.length * 4
}

function isSure(form: Form, people: string): boolean {
  if (form !== 'front with' && form !== 'front comma' && (isHonoured(people) || areFullNames(people)))
    return true
  if (form === 'by' || form === 'pipe') return startsWithName(people)
  if (form === 'front quote' || form === 'quote' || form === 'front says')
    return onlyPeople(people) !== undefined
  if (form === 'front dot') return isName(people)
  if (form === 'front colon' || form === 'colon' || form === 'front with' || form === 'front comma')
    return false
  if (form === 'front slash') return false
  if (form === 'credit' || form === 'front credit') return true
  const [first = '', second = ''] = people.split(/\s*[,/(（@|]\s*/)
  return isSurelyName(first) || (form === 'dash' && / \/ /.test(people) && isSurelyName(second))
}
