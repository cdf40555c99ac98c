import type { TimeOfDay } from './timetable.js'

/** What `tips on` means where nothing is said. */
export const usualTime: TimeOfDay = { time: '09:00', zone: 'Asia/Seoul' }

/** What somebody wants with `tips`, or the word that is no such thing. */
export type TipsSetting =
  | { readonly kind: 'off' | 'status' }
  | { readonly kind: 'on'; readonly time?: string; readonly zone?: string }
  | { readonly kind: 'wrong'; readonly what: 'setting' | 'time' | 'zone'; readonly word: string }

/** Reads `"on 09:00 Asia/Seoul"`, `"off"`, `"status"`; nothing at all means `status`. */
export function readTipsSetting(words: string): TipsSetting {
  const [verb = 'status', ...rest] = words.trim().split(/\s+/u).filter(Boolean)
  const kind = verb.toLowerCase()
  if (kind === 'on') return readWhen(rest)
  if ((kind === 'off' || kind === 'status') && rest.length === 0) return { kind }
  return { kind: 'wrong', what: 'setting', word: words.trim() }
}

/** Reads an optional time and an optional zone, in this order. */
export function readWhen(words: readonly string[]): TipsSetting {
  const [first = '', ...rest] = words
  const timed = /^\d/u.test(first)
  const [zoneWord, ...tooMany] = timed ? rest : words
  if (tooMany.length > 0) return { kind: 'wrong', what: 'setting', word: words.join(' ') }
  const time = timed ? readTime(first) : undefined
  if (timed && !time) return { kind: 'wrong', what: 'time', word: first }
  const zone = zoneWord ? readZone(zoneWord) : undefined
  if (zoneWord && !zone) return { kind: 'wrong', what: 'zone', word: zoneWord }
  return { kind: 'on', ...(time ? { time } : {}), ...(zone ? { zone } : {}) }
}

/** `"9:05"` as `"09:05"`; `undefined` for what is no time of day. */
function readTime(word: string): string | undefined {
  return /^(?:[01]?\d|2[0-3]):[0-5]\d$/u.test(word) ? word.padStart(5, '0') : undefined
}

const zones = Intl.supportedValuesOf('timeZone')

/** An IANA zone in its usual spelling; `undefined` for what is none, such as `"+09:00"` or `"KST"`. */
function readZone(word: string): string | undefined {
  const usual = zones.find((zone) => zone.toLowerCase() === word.toLowerCase())
  if (usual) return usual
  return /^(?:UTC|[A-Z]\w*\/)/u.test(word) && isZone(word) ? word : undefined
}

/** Aliases such as `Asia/Kolkata` are not among the supported values, yet they are zones. */
function isZone(word: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
