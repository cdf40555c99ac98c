import { remember } from '../../text/remember.js'
import { creditIn } from '../people/credits.js'
import { isName, isSurelyName, withoutHonorific } from '../people/names.js'
import {
  areFullNames,
  areSurelyPeople,
  couldBeKoreanName,
  couldBeName,
  isHonoured,
  onlyPeople,
  startsWithName,
} from '../people/people.js'
import { bareTitle, withoutLeadingDate } from './bare-title.js'
import { labelOf, labelsIn, withoutLinkWords } from './labels.js'

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

/** `Jane Doe 키노트`, `홍길동님의 기조연설`: the whole is what the talk is called. */
const OWN_KEYNOTE = /^(?<people>.{2,30}?)(?:님)?(?:의|'s|’s)?\s(?:키노트|기조\s?연설|기조\s?강연|keynote)$/iu
const LETTERED = /^[A-Z][.)]\s+(?=\S)/

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
    headings.map((heading) => bareTitle(withoutLeadingDate(withoutLinkWords(heading)))),
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
interface HeadingSplit extends TitleSplit {
  readonly form: Form
  /** Its people begin with what surely is a name. */
  readonly named: boolean
}

function fittingOf(
  splits: readonly HeadingSplit[],
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
function splitChain(title: string): HeadingSplit[] {
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
  splits: readonly (readonly HeadingSplit[])[],
): readonly (readonly HeadingSplit[])[] {
  const chains = titles.map((title): HeadingSplit[] => {
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

function readSplits(title: string): readonly HeadingSplit[] {
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
function isUsual(form: Form, headings: readonly (readonly HeadingSplit[])[]): boolean {
  const isBefore = FRONT.has(form)
  const counts = (other: Form) => (isBefore ? other === form : !FRONT.has(other))
  const named = headings.filter((splits) => splits.some((split) => split.named && counts(split.form)))
  return named.length >= (isBefore || form === 'comma' ? 2 : 1) && named.length * 2 >= headings.length
}

/** Where a quarter of many headings name different people before the title, those surely do. */
function isHabit(form: Form, headings: readonly (readonly HeadingSplit[])[]): boolean {
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

function isSurelyNamed({ people, title }: HeadingSplit): boolean {
  return areSurelyPeople(people) && /\s/.test(title)
}

/** How many of the headings surely name people in a form. */
function countNamed(form: Form, headings: readonly (readonly HeadingSplit[])[]): number {
  return headings.filter((splits) => splits.some((split) => split.named && split.form === form)).length
}

/** Where most headings have a form, and four in five of those surely name people: the others then do, too. */
function isOfMost(form: Form, headings: readonly (readonly HeadingSplit[])[]): boolean {
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
