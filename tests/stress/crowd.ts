import { setTimeout as sleep } from 'node:timers/promises'
import { startBothChats } from './both-chats.js'

/** What a crowd of askers met with. */
export interface Crowded {
  readonly commands: number
  readonly answered: number
  /** Answers beyond one a command. */
  readonly twice: { readonly slack: number; readonly discord: number }
  /** Kinds of what Slack complained of: late acknowledgements, bodies that it refuses. */
  readonly complaints: readonly string[]
  /** Milliseconds from the command to its acknowledgement. */
  readonly p50: number
  readonly p99: number
  readonly slowest: number
  /** Resident megabytes of the bot's process, before and after. */
  readonly before: number
  readonly after: number
  /** Whether a token stands in what the bot has written. */
  readonly leaks: boolean
}

const questions = [
  '모니터링',
  'kubernetes',
  '쿠버네티스 배포',
  '자동화는 언제 하나요?',
  'opencensus',
  '점심 메뉴',
  '김진웅',
]

/** Sends slash commands to a real process over both fakes, half to each, so many a second. */
export async function crowd(count: number, perSecond: number, directory: string): Promise<Crowded> {
  const bot = await startBothChats(directory)
  const { slack, discord, people } = bot
  const before = bot.resident()
  const waits: number[] = []
  const one = async (number: number) => {
    const text = questions[number % questions.length] ?? ''
    const started = performance.now()
    if (number % 2 === 0) await people.command(`session ${text}`)
    else await discord.slash('session', { query: text })
    waits.push(performance.now() - started)
  }
  const started = performance.now()
  const all: Promise<void>[] = []
  for (let number = 0; number < count; number += 1) {
    await sleep(Math.max(0, started + (number * 1000) / perSecond - performance.now()))
    all.push(one(number))
  }
  await Promise.race([Promise.all(all), sleep(30_000)])
  // Time for second answers, if there are any.
  await sleep(1000)
  const after = bot.resident()
  const shown = slack.board.messages.length
  const callbacks = discord.rest.log.filter((line) =>
    /^POST \/interactions\/.*\/callback$/u.test(line),
  ).length
  const twice = {
    slack: Math.max(0, shown - Math.ceil(count / 2)),
    discord: Math.max(0, callbacks - Math.floor(count / 2)),
  }
  const complaints = [...new Set(slack.board.faults.map((fault) => fault.slice(0, fault.indexOf(':'))))]
  await bot.stop()
  const sorted = waits.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN)
  return {
    commands: count,
    answered: waits.length,
    twice,
    complaints,
    p50: at(0.5),
    p99: at(0.99),
    slowest: at(1),
    before,
    after,
    leaks: bot.leaks(),
  }
}
