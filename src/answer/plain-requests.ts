import type { Library } from '../knowledge/library.js'
import type { Meetup } from '../knowledge/session.js'
import type { Filters } from '../search/types.js'
import { singleSpaced } from '../text/blanks.js'
import { escapePattern } from '../text/pattern.js'
import type { FactName } from './replies/facts.js'
import { bare, meetupsNamed } from './replies/meetups.js'

/** What plain words ask for, beside a search. */
export type PlainRequest =
  /** A greeting or thanks: gets a human word and an example. */
  | { readonly kind: 'greeting'; readonly greeting: 'hello' | 'thanks' }
  /** The talks of a meetup, or all. `words` name the meetup. */
  | { readonly kind: 'list'; readonly words: string }
  /** When, where, at what time, how many, who: of the meetup named, else of the last one. */
  | { readonly kind: 'fact'; readonly fact: FactName; readonly meetup: Meetup | undefined }
  /** Slides of what the words find. */
  | { readonly kind: 'slides'; readonly words: string }
  /** Anything else: the words to search, narrowed to the meetup or year that they name. */
  | { readonly kind: 'search'; readonly words: string; readonly filters: Filters }

interface LocalisedPattern {
  readonly ko: RegExp
  readonly en: RegExp
}

const greetings = {
  hello: {
    ko: /^(안녕|안녕하세요|안녕하십니까|하이|헬로|반가워요?|반갑습니다|ㅎㅇ)$/u,
    en: /^(hi|hello|hey|howdy|good (morning|afternoon|evening))( there| bot)?$/u,
  },
  thanks: {
    ko: /^(고마워요?|고맙습니다|감사합니다|감사해요|땡큐|ㄱㅅ|수고하셨습니다|수고했어요?)$/u,
    en: /^(thanks|thank you|thx|ty|cheers)( (a lot|so much|bot|very much))?$/u,
  },
} satisfies Record<string, LocalisedPattern>

/** How each fact is asked for. Nothing else may be left of the question but a meetup's name. */
const facts: Readonly<Record<FactName, LocalisedPattern>> = {
  time: {
    ko: /몇\s*시(에|부터)?\s*(시작|열|했|해|였|이|예|인)?[가-힣]*/u,
    en: /\b(what time|when) (did|does|do|was|is) (it|the meetup|they)?\s*(start|begin|starting)s?\b/u,
  },
  when: {
    ko: /(언제|며칠에?|무슨 요일에?)\s*(열|했|해|였|이었|인|개최|진행|있)?[가-힣]*/u,
    en: /\bwhen (was|is|did|were|does)\b.*?(held|happen|take place|it|meetup|event)?$/u,
  },
  where: {
    ko: /(어디서|어디에서|어디|장소[는가]?)\s*(열|했|해|였|이었|인|개최|진행|있)?[가-힣]*/u,
    en: /\bwhere (was|is|did|were|does)\b.*?(held|happen|take place|it|meetup|event)?$/u,
  },
  count: {
    ko: /(발표|세션|토크)[가는은이]?\s*(총|모두|전부)?\s*몇\s*(개|건|편)[가-힣]*|몇\s*(개|건|편)[가-힣]*\s*(발표|세션)[가-힣]*/u,
    en: /\bhow many (talks|sessions|presentations)\b( (were|are) there| did)?/u,
  },
  speakers: {
    ko: /(누가|누구누구가|누구)\s*(발표|얘기|말)[가-힣]*|발표자[는가]?\s*(누구|목록|명단)[가-힣]*|발표자\s*$/u,
    en: /\bwho (spoke|presented|gave talks|were the speakers|are the speakers|was speaking)\b|\blist of speakers\b/u,
  },
}

const listing: LocalisedPattern = {
  ko: /(발표|세션|토크)\s*(목록|리스트|다|전부|전체)(을|를|은|는)?\s*(보여|알려|주|줘|좀|볼)?[가-힣\s]*$|(무슨|어떤)\s*(발표|세션)[가-힣]*\s*있[가-힣]+$/u,
  en: /^(list|show)( me)?( all)?( the)? (talks|sessions)\b|\b(list of|all) (talks|sessions)$|^(what|which) (talks|sessions) (were|are) there/u,
}

const slides: LocalisedPattern = {
  ko: /\s*(발표\s*자료|발표\s*슬라이드|슬라이드|자료|피피티|ppt|pdf)(도|는|은|을|를|가|이|만)?\s*(링크|파일|주소)?(도|는|은|을|를|가|이)?\s*(좀|혹시|어디)?\s*(주|줘|있|보여|보내|공유|볼|부탁|올라|받|알려)[가-힣\s]*$/iu,
  en: /^(can i (get|have|see)|show me|give me|send me|where are|get)( the)? (slides?|deck)( (for|of|from|by))? |\s(slides?|deck)( please)?$/iu,
}

/** Words of no weight around what is asked. */
const filler =
  /(^|\s)(그|이|저|좀|혹시|이번|지난|밋업|모임|행사|컨퍼런스|발표회|the|that|this|last|it|meetup|event|conference|were|there|at|in|of|held|was|did|take|place|happen)(은|는|이|가|을|를|의|에|에서|도)?(?=\s|$)/giu

/** Longer words are no plain request, in characters: they are searched as they are. */
const longestRequest = 200

/** Reads words that are no command. */
export function readPlainRequest(text: string, library: Library): PlainRequest {
  if (text.length > longestRequest) return { kind: 'search', words: text, filters: {} }
  const words = text
    .trim()
    .replace(/[?？!！.。~…]+$/u, '')
    .trim()
  const lower = words.toLowerCase()
  for (const greeting of ['hello', 'thanks'] as const) {
    if (matches(greetings[greeting], lower)) return { kind: 'greeting', greeting }
  }
  const { rest, meetup, filters } = takeMeetup(words, library)
  const asked = rest.toLowerCase()
  for (const fact of ['time', 'when', 'where', 'count', 'speakers'] as const) {
    if (without(facts[fact], asked)?.replace(filler, '').trim() === '') return { kind: 'fact', fact, meetup }
  }
  if (without(listing, asked)?.replace(filler, '').trim() === '') {
    return { kind: 'list', words: filters.meetup ?? '' }
  }
  const talk = without(slides, rest)
  if (talk !== undefined && talk.replace(filler, '').trim() !== '') return { kind: 'slides', words: talk }
  return rest.replace(filler, '').trim() === '' && meetup
    ? { kind: 'list', words: filters.meetup ?? '' }
    : { kind: 'search', words: rest === '' ? words : rest, filters }
}

/** Takes a year, or a whole title of a meetup, out of a question where other words are left. */
function takeMeetup(words: string, library: Library) {
  const none = { rest: words, meetup: undefined, filters: {} as Filters }
  const year = /(?<![\d.])((?:19|20)\d{2})(?:년(?:도|의|에)?)?(?=\s|$|에|의)/u.exec(words)
  if (year?.[1]) {
    const rest = singleSpaced(words.replace(year[0], ' ')).trim()
    const [meetup] = meetupsNamed(year[1], library)
    if (rest !== '') return { rest, meetup, filters: { meetup: year[1] } }
  }
  const named = library.meetups.find(
    ({ title }) => bare(title).length >= 4 && bare(words).includes(bare(title)),
  )
  if (!named) return none
  const rest = cutOut(words, named.title)
  return { rest, meetup: named, filters: { meetup: named.id } }
}

/** The words without a title, whatever the spacing and punctuation of both. */
function cutOut(words: string, title: string): string {
  const letters = [...bare(title)].map(escapePattern)
  const pattern = new RegExp(`${letters.join('[^\\p{L}\\p{N}]*')}(에서는?|에는?|의|은|는|때)?`, 'iu')
  return singleSpaced(words.normalize('NFKC').replace(pattern, ' ')).trim()
}

function matches({ ko, en }: LocalisedPattern, text: string): boolean {
  return ko.test(text) || en.test(text)
}

/** The text without the phrase; `undefined` where it has none. */
function without({ ko, en }: LocalisedPattern, text: string): string | undefined {
  const phrase = [ko, en].find((each) => each.test(text))
  return phrase && text.replace(phrase, ' ').trim()
}
