import { describe, expect, it } from 'vitest'
import { limits } from '../../../../src/chat/discord/limits.js'
import { earliestLogin, nextLogin } from '../../../../src/chat/discord/wire/identify.js'
import { backOffSeconds } from '../../../../src/time/back-off.js'

const minute = 60_000

describe('logins', () => {
  it('wait longer and longer while each comes shortly after the other', () => {
    let login = nextLogin(undefined, 0)
    const waits = Array.from({ length: 9 }, () => {
      const at = earliestLogin(login, undefined, login.at)
      const wait = (at - login.at) / 1000
      login = nextLogin(login, at)
      return wait
    })
    expect(waits).toEqual([0, 5, 10, 20, 40, 80, 160, 300, 300])
  })

  it('wait no longer after a session that lasted', () => {
    const login = nextLogin({ at: 0, hasty: 7 }, 11 * minute)
    expect(earliestLogin(login, undefined, login.at)).toBe(login.at)
  })

  it('stay below the number a day after which Discord resets the token', () => {
    let login = nextLogin(undefined, 0)
    let count = 1
    while (login.at < 24 * 60 * minute) {
      login = nextLogin(login, earliestLogin(login, undefined, login.at))
      count += 1
    }
    expect(count).toBeLessThan(limits.identifiesPerDay / 2)
  })

  it('wait for the day to end when Discord allows no more', () => {
    const limit = { remaining: 0, reset_after: 90 * minute }
    expect(earliestLogin({ at: 0, hasty: 1 }, limit, minute)).toBe(91 * minute)
  })
})

describe('backOffSeconds', () => {
  it('doubles up to its cap', () => {
    expect([0, 1, 2, 3, 9].map((failures) => backOffSeconds(failures, 2, 300))).toEqual([0, 2, 4, 8, 300])
  })
})
