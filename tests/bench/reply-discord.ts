import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FakeDiscord } from '../wire/discord/fake-discord.js'
import { botId, token } from '../wire/discord/world.js'
import { writeArchive } from './reply-archive.js'
import { type RaceResult, race, raceStarts, type Times } from './reply-race.js'
import { percentile } from './statistics.js'

/** How our bot fares on Discord, from event sent to answer received. */
export interface DiscordResult {
  readonly command: RaceResult
  readonly mention: RaceResult
  readonly completion: RaceResult
  /** Completions over an archive of 10,000 sessions. */
  readonly largeCompletion: Times
  /** Milliseconds from the start of the process to the answer to a command. */
  readonly start: { readonly ours: number; readonly bare: number; readonly ratio: number }
}

/** One bot in a process of its own, on a fake Discord of its own. */
interface Runner {
  readonly discord: FakeDiscord
  readonly process: ChildProcess
}

const startRounds = 7
/** discord.js sends at most 50 messages a second, which is Discord's limit: mentions keep below it, or they would wait. */
const mentionPauseMilliseconds = 12
/** The archive over which completions are timed by themselves. */
export const sessionCount = 10_000
const largeRounds = 1000
/** Not counted: until the engine has compiled what completes. */
const largeWarmUpRounds = 300

/** Races the built bot against a bare discord.js client that sends the very bytes which ours rendered. */
export async function benchDiscord(questions: readonly string[], rounds: number): Promise<DiscordResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reply-'))
  const file = join(folder, 'answers.json')
  const ours = (env = {}) =>
    open([join('dist', 'main.js'), 'start'], { DATA_DIR: folder, CHATS: 'discord', ...env })
  const bare = () => open([join(import.meta.dirname, 'reply-discord-bare.js'), file], {})
  try {
    const own = await ours()
    writeFileSync(file, JSON.stringify(await collect(own.discord, questions)))
    const other = await bare()
    const raceOf = (ask: Ask, size: number) => {
      const asked = (runner: Runner) => (at: number) => timed(runner.discord, ask, questions[at] ?? '')
      const length = { questions: questions.length, rounds: size }
      return race({ ours: asked(own), bare: asked(other) }, length)
    }
    const command = await raceOf(askCommand, rounds)
    const completion = await raceOf(askCompletion, rounds)
    const mention = await raceOf(askMention, Math.ceil(rounds / 10))
    await Promise.all([close(own), close(other)])
    const startOf = (bot: () => Promise<Runner>) => () => timeStart(bot, questions[0] ?? '')
    const start = await raceStarts({ ours: startOf(ours), bare: startOf(bare) }, startRounds)
    const large = await ours({ KNOWLEDGE_DIR: writeArchive(folder, questions, sessionCount) })
    const largeCompletion = await timeCompletions(large.discord, questions)
    await close(large)
    return { command, mention, completion, largeCompletion, start }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Runner> {
  const discord = await FakeDiscord.start()
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.apiUrl,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await discord.gateway.did('identify')
  return { discord, process: child }
}

async function close({ discord, process: child }: Runner): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  await discord.stop()
}

async function timeStart(bot: () => Promise<Runner>, question: string): Promise<number> {
  const started = performance.now()
  const runner = await bot()
  await askCommand.ask(runner.discord, question)
  const milliseconds = performance.now() - started
  await close(runner)
  return milliseconds
}

async function timeCompletions(discord: FakeDiscord, questions: readonly string[]): Promise<Times> {
  const times: number[] = []
  for (let round = 0; round < largeWarmUpRounds + largeRounds; round += 1) {
    const milliseconds = await timed(discord, askCompletion, questions[round % questions.length] ?? '')
    if (round >= largeWarmUpRounds) times.push(milliseconds)
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** A way to ask, and the answer as it came. */
interface Ask {
  readonly pause: number
  readonly ask: (discord: FakeDiscord, question: string) => Promise<unknown>
}

async function timed(discord: FakeDiscord, { ask, pause }: Ask, question: string): Promise<number> {
  if (pause > 0) await sleep(pause)
  const started = performance.now()
  await ask(discord, question)
  const milliseconds = performance.now() - started
  discord.forget()
  return milliseconds
}

const askCommand: Ask = {
  pause: 0,
  ask: async (discord, query) => (await discord.slash('session', { query })).response?.data,
}

/** Half of a question: somebody is typing it. */
const askCompletion: Ask = {
  pause: 0,
  ask: (discord, question) =>
    discord.type('session', 'query', question.slice(0, Math.ceil(question.length / 2))),
}

const askMention: Ask = {
  pause: mentionPauseMilliseconds,
  ask: async (discord, question) => {
    discord.say(`<@${botId}> ${question}`)
    return (await discord.messagesIn(discord.channel))[0]
  },
}

/** What our bot answers, for the bare one to say: commands, mentions and completions by their words. */
async function collect(discord: FakeDiscord, questions: readonly string[]): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const question of questions) {
    answers[question] = await askCommand.ask(discord, question)
    answers[`complete ${question.slice(0, Math.ceil(question.length / 2))}`] = await askCompletion.ask(
      discord,
      question,
    )
    await sleep(mentionPauseMilliseconds * 2)
    answers[`mention ${question}`] = await askMention.ask(discord, question)
    discord.forget()
  }
  return answers
}
