import { bareTitle } from '../../facts/bare-title.js'
import { findDate, isMonth } from '../../facts/dates.js'
import { labelOf } from '../../facts/labels.js'
import { EVENT_NAMES, PART_OF_DAY } from '../../facts/words.js'
import type { Line } from '../../tree/line.js'
import { FACT_LINES } from '../tuning.js'

const EVENT =
  /meet\s?-?ups?|밋업|모임|소모임|컨퍼런스|콘퍼런스|conference|summit|세미나|seminar|con(?:f|$|\s)|(?:^|[^\p{L}])days?(?![\p{L}])|행사|참석|참가|후기|party|fest\b|festival|페스티벌|stammtisch|treffen|encontro|release/iu
const YEAR = /['’]\d\d(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)/
const NUMBERED =
  /(?:제\s?)?\d{1,3}\s?(?:회차|회|차|번째|기|주\s?차)(?![가-힣])|week\s?\d{1,2}\b|\d{1,3}(?:(?:st|nd|rd|th)\b|[ºª°])|#\s?\d{1,3}\b|(?:vol|no|ep)\.?\s?\d{1,3}\b|\p{L}{3}(?:19|20)\d\d$/iu

/** Whether a title speaks of an event and not of one talk. */
export function namesEvent(text: string): boolean {
  return EVENT.test(text) || YEAR.test(text)
}

/** Whether a title has a word for an event in it, and not only a year. */
export function tellsOfMeeting(text: string): boolean {
  return EVENT.test(text)
}

/** Whether a post's title, or a tag of it, says that the post is about an event. */
export function tellsOfEvent(text: string): boolean {
  return namesEvent(text) || EVENT_NAMES.test(text)
}

/** Whether a heading says which one of several events it is about: a date, a year, a number. */
export function namesEdition(text: string): boolean {
  return isMonth(text) || (/\d/.test(text) && (findDate(text).length > 0 || NUMBERED.test(text)))
}

/** Whether a heading says which event it is about and nothing else: `3회차`, `Week 12`, `2024-11-06`. */
export function isOnlyEdition(text: string): boolean {
  return isOnlyDate(text) || (NUMBERED.test(text) && !/\p{L}/u.test(text.replace(NUMBERED, '')))
}

/** Whether a text is a date and nothing else: `2024-11-06`, `2019. 06`, `2024년`, `2019년 7월 6일 (토)`. */
export function isOnlyDate(text: string): boolean {
  if (isMonth(text)) return true
  if (findDate(text) === '') return false
  const rest = text
    .replace(/\d+\s*(?:년|월|일|st|nd|rd|th)?/gi, '')
    .replace(/[월화수목금토일](?:요일)?(?=[)\s]|$)/g, '')
  return !/\p{L}/u.test(
    rest
      .split(/(?<=\p{L})(?!\p{L})|(?<!\p{L})(?=\p{L})/u)
      .filter((word) => !isMonth(word))
      .join('')
      .replace(/(?:mon|tues|wednes|thurs|fri|satur|sun)day/gi, ''),
  )
}

/** Whether a heading is a day of an event, `Day 1` or `2일차 - 2015-09-15`, and so no event of its own. */
export function isDay(text: string): boolean {
  return PART_OF_DAY.test(text.trim())
}

/** Whether a heading says which event it is about, or the lines below it do: `- Date: 6 July 2019`. */
export function isEdition(line: Line): boolean {
  return (
    namesEdition(bareTitle(line.text)) ||
    line.children
      .slice(0, FACT_LINES)
      .some(({ kind, text }) => kind !== 'heading' && kind !== 'code' && tellsDay(text))
  )
}

function tellsDay(text: string): boolean {
  const fact = /\d/.test(text) ? labelOf(text) : undefined
  return fact?.label === 'date' && findDate(fact.value).length === 10
}
