import type { Meetup } from '../../knowledge/session.js'
import { remember } from '../../text/remember.js'
import type { Locale } from '../wording/locale.js'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `"03"` as `"Mar"`; empty for what is no month. */
function shortMonth(month: string): string {
  return months[Number(month) - 1]?.slice(0, 3) ?? ''
}

/** A date of the notes (`"2025"`, `"2025-03"`, `"2025-03-14"`) as people read it: `2025년`, `2025.3.14`, `14 Mar 2025`. */
export function dateOf(date: string, locale: Locale): string {
  const [year = '', month = '', day = ''] = date.split('-')
  if (locale === 'ko' && year && !month) return `${year}년`
  if (locale === 'ko') return [year, ...[month, day].filter(Boolean).map(Number)].join('.')
  return [day && String(Number(day)), shortMonth(month), year].filter(Boolean).join(' ')
}

/** A meetup by its title, with what of its date the title leaves open: `"DEVIEW 2023 · 2월 27일"`. */
export function meetupLine({ title, date }: Pick<Meetup, 'title' | 'date'>, locale: Locale): string {
  return [title, dateBeside(title, date, locale)].filter(Boolean).join(' · ')
}

/** What of a date a title leaves open: `"2월 27일"`, `"27 Feb"`; empty where it says the year, and the month if any. */
export function dateBeside(title: string, date: string, locale: Locale): string {
  const [year = '', month, day] = date.split('-')
  if (year === '' || !yearIn(year).test(title)) {
    return dateOf(date, locale)
  }
  if (!month || !day || saysMonth(title, year, month)) return ''
  return locale === 'ko' ? `${Number(month)}월 ${Number(day)}일` : `${Number(day)} ${shortMonth(month)}`
}

/** A year, whole or as `'19`. */
const yearIn = remember((year) => new RegExp(`${year}|['’‘\`]${year.slice(2)}(?!\\d)`, 'u'))

/** Whether a title says the month: behind its year (`2023-11-22`, `2019.06`), as `11월`, or by its English name. */
function saysMonth(title: string, year: string, month: string): boolean {
  const number = `0?${Number(month)}`
  const names = `${months[Number(month) - 1]}|${shortMonth(month)}`
  const says = `${year}\\s*[-./년]\\s*${number}(?!\\d)|(?<!\\d)${number}월|\\b(?:${names})\\b`
  return new RegExp(says, 'iu').test(title)
}
