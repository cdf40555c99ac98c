import { describe, expect, it } from 'vitest'
import { EventClock } from '../../../../src/chat/discord/wire/event-clock.js'

const epoch = 1_420_070_400_000
const today = 1_795_600_000_000

/** The id that Discord makes at that moment. */
function idAt(milliseconds: number): string {
  return String(BigInt(milliseconds - epoch) << 22n)
}

/** A machine whose clock is ahead of Discord's by so much. */
function machine(ahead: number) {
  let now = 0
  const clock = new EventClock(
    () => now,
    () => today + now + ahead,
  )
  return {
    clock,
    at: (milliseconds: number) => {
      now = milliseconds
    },
  }
}

describe('EventClock', () => {
  it.each([0, 5000, -5000, 300_000])(
    'tells an event that was on its way for long, with a clock %d ms off',
    (ahead) => {
      const { clock, at } = machine(ahead)
      at(1000)
      expect(clock.age(idAt(today + 1000 - 50))).toBe(0)
      at(9000)
      expect(clock.age(idAt(today + 9000 - 2550))).toBe(2500)
    },
  )

  it('learns when the fastest way is a faster one', () => {
    const { clock } = machine(0)
    expect(clock.age(idAt(today - 900))).toBe(0)
    expect(clock.age(idAt(today - 100))).toBe(0)
    expect(clock.age(idAt(today - 900))).toBe(800)
  })

  it('takes ids that tell no time for new', () => {
    const { clock, at } = machine(0)
    for (const [moment, id] of [
      [0, '1'],
      [60_000, '2'],
      [120_000, '1000000000000000001'],
    ] as const) {
      at(moment)
      expect(clock.age(id)).toBe(0)
    }
  })

  it('forgets in some minutes how fast it once was, as clocks drift', () => {
    const { clock, at } = machine(0)
    clock.age(idAt(today))
    for (const moment of [301_000, 602_000]) {
      at(moment)
      clock.age(idAt(today + moment - 400))
    }
    at(903_000)
    expect(clock.age(idAt(today + 903_000 - 400))).toBe(0)
  })
})
