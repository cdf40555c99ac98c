import { Cron } from 'croner'
import { remember } from '../text/remember.js'

/** A moment at which a channel's tip is due. */
export interface Due {
  /** Epoch milliseconds. */
  readonly at: number
  /** The local date: `"2026-12-01"`. */
  readonly day: string
}

/** A time of day in a zone. */
export interface TimeOfDay {
  /** `"09:00"` */
  readonly time: string
  /** IANA zone: `"Asia/Seoul"`. */
  readonly zone: string
}

/**
 * When daily things are due, with daylight saving: a time of day that a clock change leaves out is due at the first
 * moment after the gap, one that comes twice is due the first time.
 */
export class Timetable {
  readonly #crons = new Map<string, Cron>()
  readonly #spans = new Map<string, DueSpan>()

  /** The last time it was due, up to and including now. */
  latest(when: TimeOfDay, now: number): Due {
    return this.#span(when, now).latest
  }

  /** The next time it will be due, after now. */
  next(when: TimeOfDay, now: number): Due {
    return this.#span(when, now).next
  }

  /** Worked out once a day for each time and zone: with a thousand channels it would take too long each minute. */
  #span(when: TimeOfDay, now: number): DueSpan {
    const key = `${when.time} ${when.zone}`
    const known = this.#spans.get(key)
    if (known && known.latest.at <= now && now < known.next.at) return known
    const span = spanAround(this.#cron(key, when), when.zone, now)
    this.#spans.set(key, span)
    return span
  }

  #cron(key: string, { time, zone }: TimeOfDay): Cron {
    const known = this.#crons.get(key)
    if (known) return known
    const [hour, minute] = time.split(':').map(Number)
    const cron = new Cron(`${minute} ${hour} * * *`, { timezone: zone, paused: true })
    this.#crons.set(key, cron)
    return cron
  }
}

/** From one time it is due up to the next. */
interface DueSpan {
  readonly latest: Due
  readonly next: Due
}

function spanAround(cron: Cron, zone: string, now: number): DueSpan {
  const afterThisSecond = (Math.floor(now / 1_000) + 1) * 1_000
  const latest = cron.previousRuns(1, new Date(afterThisSecond))[0]
  const next = cron.nextRun(new Date(now))
  if (!latest || !next) throw new RangeError(`Nothing is due around ${now} in ${zone}`)
  return { latest: toDue(latest, zone), next: toDue(next, zone) }
}

/** The local date of a moment in a zone: `"2026-12-01"`. */
export function localDay(at: number, zone: string): string {
  return localTime(at, zone).slice(0, 10)
}

/** A moment on a zone's wall clock: `"2026-12-01 09:00"`. */
export function localTime(at: number, zone: string): string {
  const parts = formatIn(zone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}

/** Making one takes ten times as long as using it. */
const formatIn = remember(
  (zone) =>
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

function toDue(run: Date, zone: string): Due {
  return { at: run.getTime(), day: localDay(run.getTime(), zone) }
}
