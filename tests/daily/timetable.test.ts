import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDay, localTime, type TimeOfDay, Timetable } from '../../src/daily/timetable.js'

/** Everything that is due between two moments, in UTC and on the wall clock. */
function dueBetween(when: TimeOfDay, from: string, to: string): string[] {
  const timetable = new Timetable()
  const list: string[] = []
  let due = timetable.next(when, Date.parse(from) - 1)
  for (; due.at < Date.parse(to); due = timetable.next(when, due.at)) {
    list.push(`${new Date(due.at).toISOString().slice(0, 16)} = ${localTime(due.at, when.zone)}`)
  }
  return list
}

describe('a time of day', () => {
  test('that New York skips in spring is due at the first moment after the gap', () => {
    const when = { time: '02:30', zone: 'America/New_York' }
    expect(dueBetween(when, '2026-03-07T00:00Z', '2026-03-10T00:00Z')).toEqual([
      '2026-03-07T07:30 = 2026-03-07 02:30',
      '2026-03-08T07:00 = 2026-03-08 03:00',
      '2026-03-09T06:30 = 2026-03-09 02:30',
    ])
  })

  test('that New York has twice in autumn is due the first time', () => {
    const when = { time: '01:30', zone: 'America/New_York' }
    expect(dueBetween(when, '2026-10-31T00:00Z', '2026-11-03T00:00Z')).toEqual([
      '2026-10-31T05:30 = 2026-10-31 01:30',
      '2026-11-01T05:30 = 2026-11-01 01:30',
      '2026-11-02T06:30 = 2026-11-02 01:30',
    ])
  })

  test('follows London’s clock in spring and autumn', () => {
    const when = { time: '01:30', zone: 'Europe/London' }
    expect(dueBetween(when, '2026-03-28T00:00Z', '2026-03-31T00:00Z')).toEqual([
      '2026-03-28T01:30 = 2026-03-28 01:30',
      '2026-03-29T01:00 = 2026-03-29 02:00',
      '2026-03-30T00:30 = 2026-03-30 01:30',
    ])
    expect(dueBetween(when, '2026-10-24T00:00Z', '2026-10-27T00:00Z')).toEqual([
      '2026-10-24T00:30 = 2026-10-24 01:30',
      '2026-10-25T00:30 = 2026-10-25 01:30',
      '2026-10-26T01:30 = 2026-10-26 01:30',
    ])
  })

  test('follows Lord Howe’s clock, which moves by half an hour', () => {
    const spring = { time: '02:15', zone: 'Australia/Lord_Howe' }
    expect(dueBetween(spring, '2026-10-02T12:00Z', '2026-10-05T12:00Z')).toEqual([
      '2026-10-02T15:45 = 2026-10-03 02:15',
      '2026-10-03T15:30 = 2026-10-04 02:30',
      '2026-10-04T15:15 = 2026-10-05 02:15',
    ])
    const autumn = { time: '01:45', zone: 'Australia/Lord_Howe' }
    expect(dueBetween(autumn, '2026-04-03T12:00Z', '2026-04-06T12:00Z')).toEqual([
      '2026-04-03T14:45 = 2026-04-04 01:45',
      '2026-04-04T14:45 = 2026-04-05 01:45',
      '2026-04-05T15:15 = 2026-04-06 01:45',
    ])
  })

  test('is the same all the year in Seoul', () => {
    const due = dueBetween({ time: '09:00', zone: 'Asia/Seoul' }, '2026-01-01T00:00Z', '2027-01-01T00:00Z')
    expect(due).toHaveLength(365)
    expect(due.every((line) => line.includes('T00:00 = ') && line.endsWith(' 09:00'))).toBe(true)
  })

  const zones = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Seoul']

  test.for(zones)('is due once on every local date of %s, whatever the time', (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const when = { time: clockFace(minute), zone }
        const timetable = new Timetable()
        const days = Array.from({ length: 366 }, (_, index) => index * 86_400_000)
        const start = timetable.next(when, Date.parse('2026-01-01T00:00Z'))
        let due = start
        for (const offset of days) {
          expect(due.day).toBe(addDays(start.day, offset / 86_400_000))
          due = timetable.next(when, due.at)
        }
      }),
      { numRuns: 5, examples: [[90], [105], [135], [150]] },
    )
  })

  test.for(zones)('was last due at the last moment it was next due, in %s', (zone) => {
    const aroundChanges = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01']
    for (const day of aroundChanges) {
      for (const time of ['01:30', '02:15']) {
        const moments = Array.from(
          { length: 48 },
          (_, index) => Date.parse(`${day}T00:00Z`) - 43_200_000 + index * 1_800_000 + 500,
        )
        let expected = new Timetable().latest({ time, zone }, moments[0] ?? 0)
        let coming = new Timetable().next({ time, zone }, moments[0] ?? 0)
        for (const now of moments) {
          if (coming.at <= now) {
            expected = coming
            coming = new Timetable().next({ time, zone }, coming.at)
          }
          expect(new Timetable().latest({ time, zone }, now)).toEqual(expected)
        }
      }
    }
  })
})

test('a moment belongs to the local date of its zone', () => {
  const moment = Date.parse('2026-11-30T15:00:00Z')
  expect(localDay(moment, 'Asia/Seoul')).toBe('2026-12-01')
  expect(localDay(moment, 'America/New_York')).toBe('2026-11-30')
})

function clockFace(minute: number): string {
  return `${Math.floor(minute / 60)}`.padStart(2, '0').concat(':', `${minute % 60}`.padStart(2, '0'))
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
