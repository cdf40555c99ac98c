import type { Meetup } from '../knowledge/session.js'
import type { Locale } from './wording/locale.js'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date of the notes (`"2025"`, `"2025-03"`, `"2025-03-14"`) as people read it: `2025년`, `2025.3.14`, `14 Mar 2025`. */
export function dateOf(date: string, locale: Locale): string {
  const [year = '', month = '', day = ''] = date.split('-')
  if (locale === 'ko' && year && !month) return `${year}년`
  if (locale === 'ko') return [year, ...[month, day].filter(Boolean).map(Number)].join('.')
  const name = months[Number(month) - 1] ?? ''
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ')
}

/** A meetup by its title, with its date unless the title says the same year already: `"DEVIEW 2023 · 2.27"`. */
export function meetupLine({ title, date }: Pick<Meetup, 'title' | 'date'>, locale: Locale): string {
  return [title, dateBeside(title, date, locale)].filter(Boolean).join(' · ')
}

/** What of a date a title leaves open: `"2.27"`; empty where it says all of it. */
export function dateBeside(title: string, date: string, locale: Locale): string {
  const year = date.slice(0, 4)
  if (year === '' || !new RegExp(`${year}|['’‘\`]${year.slice(2)}(?!\\d)`, 'u').test(title)) {
    return dateOf(date, locale)
  }
  const [, month, day] = date.split('-')
  if (!month || !day) return ''
  return locale === 'ko'
    ? `${Number(month)}월 ${Number(day)}일`
    : `${Number(day)} ${months[Number(month) - 1] ?? ''}`
}
