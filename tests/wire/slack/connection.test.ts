import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createGate, slowCommand } from '../bot.js'
import { buildHouse, type House, modes, openHouse } from './house.js'

const question = '쿠버네티스 모니터링'
const unhandled: unknown[] = []
const keep = (reason: unknown) => void unhandled.push(reason)
beforeAll(() => void process.on('unhandledRejection', keep))
afterAll(() => void process.off('unhandledRejection', keep))

let house: House
afterEach(async () => {
  vi.useRealTimers()
  await house.close()
  expect(house.slack.board.faults).toEqual([])
  expect(unhandled.splice(0)).toEqual([])
})

const apps = 'https://api.slack.com/apps > your app >'

describe.each(modes)('starting in %s mode', (mode) => {
  it('refuses a wrong bot token and says where to get the right one', async () => {
    const built = await buildHouse({ mode, config: { botToken: 'xoxb-wrong' } })
    house = built.house
    await expect(built.start()).rejects.toThrow(
      'SLACK_BOT_TOKEN: Slack does not accept this token (invalid_auth). Copy the Bot User OAuth Token (xoxb-…) ' +
        `from ${apps} OAuth & Permissions; if it was revoked, press Reinstall there first`,
    )
    expect(house.chat.health()).toEqual({ connected: false, seenAt: undefined })
  })

  it('refuses a token without a vital scope, and names the scope', async () => {
    const built = await buildHouse({
      mode,
      prepare: ({ workspace }) => {
        workspace.scopes = workspace.scopes.filter((scope) => scope !== 'im:history')
      },
    })
    house = built.house
    await expect(built.start()).rejects.toThrow(
      `SLACK_BOT_TOKEN: the token lacks the scope im:history. Add what is missing at ${apps} OAuth & Permissions > ` +
        'Bot Token Scopes, or paste our manifest.json under App Manifest; then press Reinstall and copy the new token',
    )
  })

  it('starts without a scope that only tips need, and names it in the log', async () => {
    house = await openHouse({
      mode,
      prepare: ({ workspace }) => {
        workspace.scopes = workspace.scopes.filter((scope) => scope !== 'groups:history')
      },
    })
    expect(JSON.stringify(house.lines)).toContain('the token lacks the scope groups:history')
  })

  it('waits for a Slack that is away, and starts when it is back', async () => {
    const built = await buildHouse({ mode })
    house = built.house
    await house.slack.down()
    const started = built.start()
    await house.slack.board.until(() =>
      house.lines.find(({ msg }) => msg === 'Could not reach Slack: trying again'),
    )
    await house.slack.up()
    await started
    await house.people.command(question)
    expect(house.slack.board.messages).toHaveLength(1)
  })

  it('can be stopped while Slack is away', async () => {
    const built = await buildHouse({ mode })
    house = built.house
    await house.slack.down()
    const started = built.start()
    await house.slack.board.until(() =>
      house.lines.find(({ msg }) => msg === 'Could not reach Slack: trying again'),
    )
    await house.chat.stop()
    await started
    expect(house.chat.health().connected).toBe(false)
  })

  it('tells its health, and in socket mode when it was seen', async () => {
    house = await openHouse({ mode })
    const { connected, seenAt } = house.chat.health()
    expect(connected).toBe(true)
    const isRecent = seenAt !== undefined && Date.now() - seenAt < 60_000
    expect(mode === 'http' ? seenAt : isRecent).toBe(mode === 'http' ? undefined : true)
    await house.chat.stop()
    expect(house.chat.health().connected).toBe(false)
  })
})

describe.each(modes)('stopping in %s mode', (mode) => {
  it('finishes what is in flight, and can be called twice', async () => {
    const { command, gate } = slowCommand()
    house = await openHouse({ mode, bot: { commands: { gaps: command } } })
    await house.people.command('gaps')
    await gate.reached
    const stopped = Promise.all([house.chat.stop(), house.chat.stop()])
    gate.open()
    await stopped
    expect(house.slack.board.messages.map(({ text }) => text)).toEqual(['At last'])
  })

  it('does not wait for ever', async () => {
    const { command, gate } = slowCommand()
    house = await openHouse({ mode, bot: { commands: { gaps: command } } })
    await house.people.command('gaps')
    await gate.reached
    await house.chat.stop()
    expect(house.pauses).toContain(10_000)
    gate.open()
  })
})

describe('Socket Mode', () => {
  it('refuses a wrong app token and says where to get the right one', async () => {
    const built = await buildHouse({ config: { mode: { kind: 'socket', appToken: 'xapp-wrong' } } })
    house = built.house
    await expect(built.start()).rejects.toThrow(
      'SLACK_APP_TOKEN: Slack does not open Socket Mode with this token (invalid_auth). Make an app-level token ' +
        `(xapp-…) with the scope connections:write at ${apps} Basic Information > App-Level Tokens, and see that ` +
        'Socket Mode is on',
    )
  })

  it('opens the next connection in the moment in which Slack asks for it, and loses nothing', async () => {
    house = await openHouse()
    const { sockets, board } = house.slack
    for (let round = 1; round <= 3; round += 1) {
      const started = performance.now()
      sockets.refresh()
      await house.people.command(question)
      expect(performance.now() - started).toBeLessThan(1000)
      expect(board.messages).toHaveLength(round)
    }
    expect(sockets.count).toBe(4)
    expect(house.counted).toEqual(['reconnected', 'reconnected', 'reconnected'])
  })

  it('is seen alive by every ping, not only by events', async () => {
    house = await openHouse()
    const before = house.chat.health().seenAt ?? 0
    await vi.waitUntil(() => {
      house.slack.sockets.ping()
      return (house.chat.health().seenAt ?? 0) > before
    })
  })

  it('connects again when Slack has fallen silent without closing', async () => {
    house = await openHouse()
    house.slack.sockets.mute()
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 31_000)
    await vi.waitUntil(() => house.slack.sockets.count === 2, 10_000)
    vi.restoreAllMocks()
    await house.people.command(question)
    expect(house.slack.board.messages).toHaveLength(1)
  })

  it('stays connected when the clock is set', async () => {
    house = await openHouse()
    for (const hours of [2, -2]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 })
      await sleep(1100)
      const { connected, seenAt } = house.chat.health()
      expect([connected, house.slack.sockets.count]).toEqual([true, 1])
      expect(Math.abs(Date.now() - (seenAt ?? 0))).toBeLessThan(60_000)
      vi.useRealTimers()
    }
  })

  it('connects again after a drop', async () => {
    house = await openHouse()
    house.slack.sockets.drop()
    await house.people.command(question)
    expect(house.slack.board.messages).toHaveLength(1)
    expect(house.slack.sockets.count).toBe(2)
  })

  it('heals after an outage, and gets what came meanwhile', async () => {
    house = await openHouse()
    await house.slack.down()
    const answered = house.people.mention(question)
    await house.slack.board.until(
      () => house.lines.filter(({ msg }) => msg === 'Could not reach Slack: trying again')[1],
    )
    expect(house.chat.health().connected).toBe(false)
    await house.slack.up()
    await answered
    await house.slack.board.until(() => house.slack.board.messages[0])
    expect(house.failures).toEqual([])
    expect(house.chat.health().connected).toBe(true)
  })

  it('hangs up on a Slack that says no hello, and tries again', async () => {
    const built = await buildHouse({
      prepare: ({ sockets }) => {
        sockets.greets = false
      },
    })
    house = built.house
    const { sockets, board } = house.slack
    const started = built.start()
    await board.until(() => sockets.count === 1)
    sockets.greets = true
    sockets.hangUp()
    await started
    expect(sockets.count).toBe(2)
  })

  it('ends for good when the app token was revoked meanwhile', async () => {
    house = await openHouse()
    house.slack.workspace.appToken = 'xapp-another'
    house.slack.sockets.drop()
    await house.slack.board.until(() => house.failures[0])
    expect(house.failures[0]?.message).toContain('SLACK_APP_TOKEN')
  })

  it.each([['in the middle of a refresh'], ['just after a drop']])('can be stopped %s', async (when) => {
    house = await openHouse()
    if (when.includes('refresh')) house.slack.sockets.refresh()
    else house.slack.sockets.drop()
    await house.chat.stop()
    expect(house.chat.health().connected).toBe(false)
    await house.slack.board.until(() => house.slack.sockets.open.length === 0)
  })

  it('lets an envelope that comes while it stops go to another connection', async () => {
    const gate = createGate()
    house = await openHouse({
      wrap: (bot) => ({
        ...bot,
        answer: async (...asked) => {
          gate.arrived()
          await gate.opened
          await bot.answer(...asked)
        },
      }),
    })
    const first = house.people.command(question)
    await gate.reached
    const stopped = house.chat.stop()
    const second = house.people.command('help')
    gate.open()
    await Promise.all([first, stopped])
    expect(house.slack.board.messages).toHaveLength(1)
    const other = await openHouse({ config: { apiUrl: house.slack.apiUrl } })
    await second
    expect(house.slack.board.messages).toHaveLength(2)
    await other.close()
  })
})
