import { findDate } from './dates.js'

const ABOUT_POST = /생성|작성|수정|게시|업데이트|created|updated|published|posted|written/i
const TOOK_PLACE =
  /열린|열렸|열리는|열립|개최|진행된|진행한|진행되|실시|참가|참석|참여|다녀|있었던|밋업|컨퍼런스|edition|meetup|held|tak(?:ing|es|en) place|took place|attended|happened/i

/** The day or month that a sentence says an event was on, or that stands in a line of its own; empty when none does. */
export function eventDate(text: string): string {
  if (ABOUT_POST.test(text)) return ''
  const date = findDate(text.slice(0, 300))
  if (date.length < 7) return ''
  return text.length <= 40 || TOOK_PLACE.test(text) ? date : ''
}

/** When an event begins: `19:00` in `19:00 ~ 21:30`, `저녁 8시`, `7:30 PM`; empty when the text names no hour. */
export function eventTime(text: string): string {
  const clock =
    /(오전|오후|저녁|밤|am|pm)?\s?(?<!\d)(\d{1,2})(?::(\d{2})|시(?:\s?(\d{1,2})분|\s?(반))?)\s?(am|pm)?/i.exec(
      text,
    )
  if (!clock) return ''
  const [, before = '', hour = '', minute, minutes, half, after = ''] = clock
  const isLate = /오후|저녁|밤|pm/i.test(before + after) && Number(hour) < 12
  const hours = Number(hour) + (isLate ? 12 : 0)
  const past = minute ?? minutes ?? (half ? '30' : '0')
  return hours < 24 && Number(past) < 60 ? `${String(hours).padStart(2, '0')}:${past.padStart(2, '0')}` : ''
}

/** Where a sentence says that an event was: `2018년 1월 13일 한국마이크로소프트 본사에서 진행한 …`; empty when it does not. */
export function eventPlace(text: string): string {
  const korean =
    /^(.{2,80}?)에서\s(?:열린|열렸|열리는|진행한|진행된|진행되|개최|실시|있었)/.exec(
      text.slice(0, 200),
    )?.[1] ?? ''
  const place = korean
    .replace(
      /^.*\d{4}\s?년(?:\s?\d{1,2}\s?월)?(?:\s?\d{1,2}(?:\s?[,~-]\s?\d{1,2})?\s?일)?(?:\s?\(?[월화수목금토일]요?일?\)?)?,?\s?(?:에\s)?/,
      '',
    )
    .replace(/^.*[.,]\s|^(?:지난|이번)\s\S+\s|^\S+요일\s/, '')
    .trim()
  if (place !== '' && place.length <= 40) return place
  return (
    /\b(?:held|tak(?:ing|es) place|took place)\b[^.]{0,60}?\b(?:in|at)\s((?:\p{Lu}[\p{L}'-]*,?\s?){1,4})/u
      .exec(text.slice(0, 400))?.[1]
      ?.replace(/[,\s]+$/, '') ?? ''
  )
}

/** The event's name in a sentence about it: `2018년 세종대학교에서 열린 JetBrains Day에서 …`; empty when it has none. */
export function eventTitle(text: string): string {
  const sentence = text.slice(0, 300)
  const korean =
    /(?:열린|진행된|진행한|개최된|실시된)\s(.{2,50}?)(?:에서|에\s|의\s|을\s|를\s|이\s|가\s|,)/.exec(
      sentence,
    )?.[1] ?? ''
  if (korean !== '') return korean.replace(/["“”'‘’`]/g, '').trim()
  const english =
    /\b(?:of|at|attended|attending|for)\s(?:the\s)?((?:\p{Lu}[\p{L}\d.+()'-]*|\d{4})(?:\s(?:\p{Lu}[\p{L}\d.+()'-]*|\d{4}|of|and|the|&|\+))*)/gu
  return (
    [...sentence.matchAll(english)]
      .map((match) => (match[1] ?? '').replace(/[\s.]+$/, ''))
      .find((name) => EVENT_NAME.test(name)) ?? ''
  )
}

const EVENT_NAME = /days?\b|conf|con\b|summit|meetup|meet-up|camp|fest|forum|20\d\d|밋업/i
