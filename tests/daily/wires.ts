import { PermissionFlagsBits } from 'discord.js'
import { onTestFinished } from 'vitest'
import type { Chat, Noticeboard } from '../../src/chat/chat.js'
import type { Daily, DailyDeps } from '../../src/daily/daily.js'
import type { TipOutcome } from '../../src/daily/delivery.js'
import type { Store } from '../../src/store/store.js'
import type { Clock } from '../../src/time/clock.js'
import { type LogLine, listen } from '../store/log.js'
import { run as runDiscord } from '../wire/discord/running.js'
import { token as discordToken } from '../wire/discord/world.js'
import { openHouse, type House as SlackHouse } from '../wire/slack/house.js'
import { dailyWith } from './daily-with.js'
import type { MortalBoards } from './mortal.js'

/** The real chats, connected to servers of our own; in each a channel whose history may be read, and one where not. */
export interface Wires {
  readonly slack: SlackHouse
  readonly discord: Awaited<ReturnType<typeof runDiscord>>['discord']
  readonly readable: readonly Place[]
  readonly unreadable: readonly Place[]
  readonly boards: ReadonlyMap<string, Noticeboard>
  /** The same boards for another process. */
  readonly config: MortalBoards
  /** How many tips are in that channel. */
  count(place: Place): number
  /** Calls back when so many tips have arrived. */
  whenPosted(count: number, then: () => void): void
}

/** A channel of a chat. */
export interface Place {
  readonly chat: 'slack' | 'discord'
  readonly channel: string
}

/** Starts both servers and both chats, until the test is over. */
export async function layWires(): Promise<Wires> {
  const slack = await openHouse()
  onTestFinished(() => slack.close())
  slack.slack.workspace.channels = [{ id: 'C1' }, { id: 'C2', member: false }, { id: 'D1' }]
  const silent: string[] = []
  const { discord, chat } = await runDiscord({
    before: ({ world, channel }) => {
      const place = world.addPlace(0, channel.guild)
      place.denied = PermissionFlagsBits.ReadMessageHistory
      silent.push(place.id)
    },
  })
  const tipsIn = ({ chat: name, channel }: Place): number =>
    name === 'slack'
      ? slack.slack.board.messages.filter((message) => message.channel === channel).length
      : (discord.world.places.get(channel)?.messages.length ?? 0)
  const readable: readonly Place[] = [
    { chat: 'slack', channel: 'C1' },
    { chat: 'discord', channel: discord.channel.id },
  ]
  const unreadable: readonly Place[] = [
    { chat: 'slack', channel: 'C2' },
    { chat: 'discord', channel: silent[0] ?? '' },
  ]
  const all = [...readable, ...unreadable]
  return {
    slack,
    discord,
    readable,
    unreadable,
    boards: new Map([slack.chat, chat].map((each) => [each.name, boardOf(each)])),
    config: {
      slack: { botToken: slack.slack.workspace.botToken, apiUrl: slack.slack.apiUrl },
      discord: { token: discordToken, apiUrl: discord.apiUrl },
    },
    count: tipsIn,
    whenPosted(count, then) {
      const look = (): void => {
        if (all.reduce((sum, place) => sum + tipsIn(place), 0) >= count) then()
      }
      const before = discord.rest.onMessage
      discord.rest.onMessage = () => {
        before()
        look()
      }
      const changed = slack.slack.board.changed.bind(slack.slack.board)
      slack.slack.board.changed = () => {
        changed()
        look()
      }
    },
  }
}

/** Daily tips on those wires, whose clock stands still but for their own waiting. */
export function dailyOn(
  { boards }: Wires,
  store: Store,
  clock: StandingClock,
  changes: Partial<DailyDeps> = {},
): Daily & { readonly counted: TipOutcome[]; readonly lines: LogLine[] } {
  const counted: TipOutcome[] = []
  const lines: LogLine[] = []
  const daily = dailyWith({
    store,
    boards,
    clock,
    log: listen(lines),
    counted: (_chat, outcome) => counted.push(outcome),
    ...changes,
  })
  return Object.assign(daily, { counted, lines })
}

/** A clock that a test sets, and that leaps over every wait. */
export class StandingClock implements Clock {
  #now: number

  constructor(now: number) {
    this.#now = now
  }

  now = (): number => this.#now

  monotonic = (): number => monotonicAt(this.#now)

  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds
  }
}

/** What the monotonic clock of a machine shows whose wall clock was never set. */
export function monotonicAt(now: number): number {
  return now - Date.parse('2026-01-01T00:00:00Z')
}

function boardOf({ name, noticeboard }: Chat): Noticeboard {
  if (!noticeboard) throw new Error(`${name} has no noticeboard`)
  return noticeboard
}
