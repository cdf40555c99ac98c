import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { neededScopes } from '../../src/chat/slack/manifest.js'
import { type FakeSlack, startFakeSlack } from '../wire/slack/fake-slack.js'
import { type RaceResult, race, raceStarts } from './reply-race.js'

/** How our bot fares on Slack, from envelope sent to answer received. */
export interface SlackResult {
  readonly command: RaceResult
  readonly mention: RaceResult
  /** Milliseconds from the start of the process to the answer to a command. */
  readonly start: { readonly ours: number; readonly bare: number; readonly ratio: number }
}

/** One app in a process of its own, on a fake Slack of its own. */
interface Runner {
  readonly slack: FakeSlack
  readonly process: ChildProcess
}

const startRounds = 7

/** Races the built bot against a bare Bolt app that sends the very bytes which ours rendered. */
export async function benchSlack(questions: readonly string[], rounds: number): Promise<SlackResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reply-'))
  const file = join(folder, 'answers.json')
  const ours = () => open([join('dist', 'main.js'), 'start'], { DATA_DIR: folder, CHATS: 'slack' })
  const bare = () => open([join(import.meta.dirname, 'reply-slack-bare.js'), file], {})
  try {
    const own = await ours()
    writeFileSync(file, JSON.stringify(await collect(own.slack, questions)))
    const other = await bare()
    const size = { questions: questions.length, rounds }
    const asked =
      (ask: Ask, { slack }: Runner) =>
      (at: number) =>
        timed(slack, ask, questions[at] ?? '')
    const raceOf = (ask: Ask) => race({ ours: asked(ask, own), bare: asked(ask, other) }, size)
    const command = await raceOf(askCommand)
    const mention = await raceOf(askMention)
    await Promise.all([close(own), close(other)])
    const [question = ''] = questions
    const startOf = (app: () => Promise<Runner>) => () => timeStart(app, question)
    return {
      command,
      mention,
      start: await raceStarts({ ours: startOf(ours), bare: startOf(bare) }, startRounds),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Runner> {
  const slack = await startFakeSlack(neededScopes)
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH ?? '',
      SLACK_BOT_TOKEN: slack.workspace.botToken,
      SLACK_APP_TOKEN: slack.workspace.appToken,
      SLACK_API_URL: slack.apiUrl,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-2000)
  })
  const gone = once(child, 'exit').then(() => told)
  const died = await Promise.race([gone, slack.board.until(() => slack.sockets.open[0])])
  if (typeof died === 'string') throw new Error(`An app of the bench ended: ${died}`)
  return { slack, process: child }
}

async function close({ slack, process: child }: Runner): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  await slack.stop()
}

async function timeStart(app: () => Promise<Runner>, question: string): Promise<number> {
  const started = performance.now()
  const runner = await app()
  await askCommand(runner.slack, question)
  const milliseconds = performance.now() - started
  await close(runner)
  return milliseconds
}

/** Asks, and gives the answer as it came. */
type Ask = (slack: FakeSlack, question: string) => Promise<unknown>

async function timed(slack: FakeSlack, ask: Ask, question: string): Promise<number> {
  const started = performance.now()
  await ask(slack, question)
  const milliseconds = performance.now() - started
  slack.board.messages = []
  slack.workspace.calls.length = 0
  return milliseconds
}

const askCommand: Ask = (slack, text) =>
  slack.sockets.deliver('slash_commands', {
    team_id: 'T1',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'u1',
    command: '/devops',
    text,
    response_url: new URL('/respond/none', slack.apiUrl).href,
    trigger_id: '1.1',
  })

const askMention: Ask = async (slack, question) => {
  const ts = slack.board.nextTs()
  const event = {
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    text: `<@UBOT> ${question}`,
    ts,
    event_ts: ts,
  }
  const called = slack.board.until(() =>
    slack.workspace.calls.find(({ method }) => method === 'chat.postMessage'),
  )
  const payload = { type: 'event_callback', team_id: 'T1', event_id: `Ev${ts}`, event }
  const [call] = await Promise.all([called, slack.sockets.deliver('events_api', payload)])
  return call.args
}

/** What our bot answers, for the bare app to say: commands by their words, mentions by `mention ` and their words. */
async function collect(slack: FakeSlack, questions: readonly string[]): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const question of questions) {
    answers[question] = await askCommand(slack, question)
    const { text, blocks } = (await askMention(slack, question)) as { text: string; blocks: unknown }
    answers[`mention ${question}`] = { text, blocks, unfurl_links: false, unfurl_media: false }
    slack.workspace.calls.length = 0
  }
  return answers
}
