import { remember } from '../../text/remember.js'

const EMOJI = '(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator}|[\\u200D\\uFE0F\\u{1F3FB}-\\u{1F3FF}])'
const EDGE_EMOJI = new RegExp(`^(?:${EMOJI}+\\s*)+|(?:\\s*${EMOJI}+)+$`, 'gu')

function withoutEmoji(text: string): string {
  return mayEndInEmoji(text) ? text.replace(EDGE_EMOJI, '') : text
}

/** Whether a text may begin or end with an emoji: none is below `©`, and none among Chinese characters and Hangul. */
function mayEndInEmoji(text: string): boolean {
  return mayBeEmoji(text.charCodeAt(0)) || mayBeEmoji(text.charCodeAt(text.length - 1))
}

function mayBeEmoji(code: number): boolean {
  return code >= 0xa9 && !(code > 0x32ff && code < 0xd800)
}

const CLOCK = String.raw`(?:(?:오전|오후|am|pm)\s?)?(?:\d{1,2}[:h]\d{2}|\d{1,2}\s?시(?:\s?\d{1,2}\s?분|\s?반)?(?!간)|\d{1,2}\s?(?:[ap]m|noon)\b|\d{1,2}(?=\s?[~–—∼-]\s?\d{1,2}\s?(?:[ap]m|noon)\b))(?:\s?[ap]m)?`
const TIME = new RegExp(`^[[(]?${CLOCK}(?:\\s*[~–—∼-]\\s*(?:${CLOCK})?)?[\\])]?\\s*(?:[|·:–—-]\\s+)?`, 'i')
const COUNT =
  '(?:session|talk|세션|발표|기조\\s?강연|기조\\s?연설|강연|keynote|키노트|lightning talk|part|track|chapter|chapitre|kapitel|lecture|episode|time)\\s*#?\\d{1,3}(?:[-._]\\d{1,2})?|트랙\\s?\\d{1,2}[-._]\\d{1,2}|(?:첫|두|세|네|다섯|여섯|일곱)\\s?번째\\s?(?:세션|발표|강연|순서|시간)|첫\\s?(?:세션|발표|강연)(?=\\s*$)|(?:first|second|third|fourth|fifth|sixth|last)\\s(?:section|session|talk|keynote)(?=\\s*(?:[:：–—-]|$))'
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
/** `Title, 16:00`, `Title (K.3.601 11:40 - 12:10)`. */
const TRAILING_TIME =
  /(?<=\S)(?:,\s*\d{1,2}:\d{2}|\s*[[(][^()[\]]{0,24}?\d{1,2}:\d{2}\s?[-–—~∼]\s?\d{1,2}:\d{2}[^()[\]]{0,12}[)\]])$/
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
/** `1회차 : 제목`, `제3회 - 제목`. */
const LEADING_EDITION = /^(?:제\s?)?\d{1,3}\s?회차?\s?[:：–—-]\s*(?=\S)/
/** `2019-03-28 - 제목`, `2019-03-28 제목`, `[2019. 3. 28] 제목`. */
const LEADING_DATE =
  /^(?:['’]?\d\d\.\d{1,2}\.\d{1,2}\.?\s*(?:[:|–—-]\s+)?|[([]?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?[)\]]?(?:\s?\([월화수목금토일]\))?\s*(?:[:|–—-]\s+|\s)|\d{1,2}월\s?\d{1,2}일(?:\s?\([월화수목금토일]\))?\s*[:|–—-]\s+|(?:19|20)\d\d-\d{2}-\d{2}\s+(?![:|–—-])|(?:19|20)\d\d년\s?\d{1,2}월(?:\s?\d{1,2}일|(?!\s?\d{1,2}일))(?:\s?\([월화수목금토일]\))?\s+(?![:|–—-])|[[(]\s?(?:19|20)\d\d\s?[-./년]\s?\d{1,2}(?:\s?[-./월]\s?\d{1,2})?\s?일?\s?[)\]]\s*(?:[:|–—-]\s+)?|(?:19|20)\d\d\s?[-./년]\s?\d{1,2}(?:\s?[-./월]\s?\d{1,2})?\s?일?\s?[:|–—-]\s+)(?=\S)/
const QUOTED = /^["“'‘「『<]([^"“”‘’「」『』<>]+)["”'’」』>]$/

/** A heading's text without numbers, times and emoji around the title: `"🚀 Session 1: Title"` is `"Title"`. */
export const bareTitle = remember(readBareTitle)

function readBareTitle(text: string): string {
  const plain = withoutEmoji(text).trim()
  const marks = [
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
  ]
  const bare = withoutEmoji(marks.reduce((rest, pattern) => rest.replace(pattern, ''), plain)).trim()
  return (bare || plain || text.trim()).replace(/\s*[:：,;]$/, '').replace(QUOTED, '$1')
}

/** Whether a line counts the talks: `세션 1: …`, `첫 번째 발표 - …`. */
export function beginsWithOrdinal(text: string): boolean {
  return COUNTED.test(withoutEmoji(text).trim())
}

/** Whether a line begins with a time of day. */
export function beginsWithTime(text: string): boolean {
  return TIME.test(withoutEmoji(text).trim())
}

/** Whether a line says at which time of day, before its title or behind it: `제목, 16:00`. */
export function namesTime(text: string): boolean {
  return beginsWithTime(text) || TRAILING_TIME.test(text.trim())
}

/** Whether a heading says nothing but when, where or as which one: `14:00 ~ 14:40`, `Talk 1`, `행사: 세션 2`. */
export function isOnlyCount(text: string): boolean {
  const rest = withoutEmoji(text).trim().replace(COUNTED, '').replace(TIME, '').replace(COUNTED, '').trim()
  return (
    (!/\p{L}/u.test(rest) && (beginsWithTime(text) || beginsWithOrdinal(text))) ||
    ENDS_IN_COUNT.test(text.trim())
  )
}

/** A text without the day, month or edition that it begins with: `2019-03-28 - title`. */
export function withoutLeadingDate(text: string): string {
  return text.replace(LEADING_EDITION, '').replace(LEADING_DATE, '').replace(LEADING_MONTH, '')
}
