import { remember } from '../../text/remember.js'
import { creditIn } from '../people/credits.js'
import { isName, isSurelyName, withoutHonorific } from '../people/names.js'
import { areFullNames, areSurelyPeople, isHonoured, onlyPeople, startsWithName } from '../people/people.js'
import { bareTitle } from './bare-title.js'

/** A heading taken apart. `people` is the text that names the speakers, empty when it names none. */
export interface TitleSplit {
  readonly title: string
  readonly people: string
}

/** How a title and people stand in one line; `front …` has the people first. */
export type Form =
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
  ['comma', /^(?<title>.{8,}),\s+(?<people>\p{Lu}[^,;]+)$/u],
  ['slash', /^(?<title>.+?)\s\/\s(?<people>.+)$/],
  ['slash', /^(?<title>.+)\s\/\s(?<people>.+)$/],
  ['colon', /^(?<title>.+)\s?[:：]\s(?<people>[^:：]+)$/],
  ['front brackets', /^[[(（](?<people>[^()[\]（）]+)[)\]）]\s*(?<title>.+)$/],
  ['front dash', /^(?<people>.+?)\s[-–—|]\s(?<title>.+)$/],
  ['front slash', /^(?<people>(?:[^/()]|\([^()]{0,60}\)){2,40}?)\s\/\s(?<title>.{6,})$/],
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

/** All forms, the surest first; one may stand there twice. */
export const FORM_NAMES: readonly Form[] = FORMS.map(([form]) => form)

/** The forms in which people stand before the title. */
export const FRONT: ReadonlySet<Form> = new Set([
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

/** What stands between title and people in any form. */
const MAY_SPLIT =
  /[:：|│｜"“”'‘’「」『』()[\]（）,;]|\.\s|\s(?:[/―~→⇒»=–—-]|by|von|par|por|with|on|about|talk|speak|spoke|present)/i

/** One way to take a heading apart. */
export interface HeadingSplit extends TitleSplit {
  readonly form: Form
  /** Its people begin with what surely is a name. */
  readonly named: boolean
}

/** Every way to take a title apart. */
export const splitsOf = remember(readSplits)

function readSplits(title: string): readonly HeadingSplit[] {
  // Longer than any real title, and the patterns are quadratic.
  if (title.length > 300 || !MAY_SPLIT.test(title)) return []
  const plain = title.replace(/^\[([^\]]+)\](?=\s?님)/, '$1').replace(SEPARATORS, ' - ')
  const chain = splitChain(plain)
  if (chain.length > 0) return chain
  const found = FORMS.flatMap(([form, pattern]): HeadingSplit[] => {
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
  // `Jane Doe (Acme) / A title - its second part`
  const isBehindSlash = found.some(
    ({ form, named, people }) => form === 'front slash' && named && people.endsWith(')'),
  )
  return isBehindSlash
    ? found.filter(({ form, people }) => form !== 'front dash' || !/\s\/\s/.test(people))
    : found
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

/** Whether people in a form are speakers without a look at other headings. */
export function isSure(form: Form, people: string): boolean {
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
