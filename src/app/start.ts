import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Notes } from '../answer/reply-context.js'
import { createBot } from '../bot.js'
import type { StoreCommand } from '../chat/bot-listener.js'
import type { Chat, ChatContext, ChatName, Noticeboard } from '../chat/chat.js'
import { chatOfUser } from '../chat/chats.js'
import type { Config } from '../config/config.js'
import { Daily } from '../daily/daily.js'
import { createTipsCommand } from '../daily/tips-command.js'
import { createTipCommand, createTodaysTip } from '../daily/todays-tip.js'
import type { Library } from '../knowledge/library.js'
import { IndexCache } from '../live-notes/index-cache.js'
import { type LiveNotes, watchNotes } from '../live-notes/live-notes.js'
import type { NotesReader, NotesSnapshot } from '../live-notes/notes-reader.js'
import { createLog } from '../operations/log.js'
import { createMetrics, type Metrics } from '../operations/metrics.js'
import { readiness } from '../operations/readiness.js'
import { redactor } from '../operations/redact.js'
import { startOperationsServer } from '../operations/server.js'
import { type StopStep, stopInOrder, watchProcess } from '../operations/shutdown.js'
import { createGapsCommand } from '../questions/gaps-command.js'
import { rememberQuestions, tellAll } from '../questions/remember.js'
import { createSearchIndex, type KeptIndex } from '../search/search-index.js'
import { createStore } from '../store/open-store.js'
import type { Store } from '../store/store.js'
import { systemClock } from '../time/clock.js'
import { createChats } from './chats.js'
import type { CliContext } from './cli-context.js'
import { createExitSignal, type ExitSignal } from './exit-signal.js'
import { runChats } from './run-chats.js'

/** Runs the bot until it is stopped, its input ends or no chat is left. Gives the process's exit code. */
export async function start(config: Config, first: FirstReading, context: CliContext): Promise<number> {
  const log = createLog(
    { level: logLevel(config, context), pretty: Boolean(context.stderr.isTTY), secrets: config.secrets },
    context.stderr,
  )
  const exit = createExitSignal()
  const unwatch = watchProcess(context.events, { end: exit.end, exit: context.exit, log })
  try {
    const steps: StopStep[] = []
    const opened = open({ config, log, metrics: createMetrics(config.chats) }, first, context, exit, steps)
    // The signal to stop may come before everything is open.
    const code = await Promise.race([opened.then(() => exit.code), exit.code])
    await stopInOrder(steps, log)
    return code
  } finally {
    unwatch()
  }
}

/** The notes on their way from the thread that reads them, and goes on reading them when they change. */
export interface FirstReading {
  readonly reader: NotesReader
  readonly reading: Promise<NotesSnapshot>
}

/** What every part shares. */
interface Shared {
  readonly config: Config
  readonly log: Logger
  readonly metrics: Metrics
}

/** Opens everything, and adds what has to be stopped to `steps`, in that order. Opens no more once `exit` was given. */
async function open(
  shared: Shared,
  first: FirstReading,
  context: CliContext,
  exit: ExitSignal,
  steps: StopStep[],
): Promise<void> {
  const { config, log, metrics } = shared
  // A console alone remembers nothing.
  const alone = config.chats.every((name) => name === 'console')
  const store = alone ? undefined : createStore(config.store, log)
  const contextOf = (name: ChatName): ChatContext => ({
    log: log.child({ chat: name }),
    meter: metrics.meter,
    failed: (error) => running.lost(name, error),
    sleep: systemClock.sleep,
  })
  const chats = await createChats(config, context, contextOf, () => exit.end(0))
  const running = runChats(chats, config.required, log, exit.end)
  const live = await openLiveNotes(first, shared)
  if (exit.given()) return live.stop()
  const { notes } = live
  if (config.required.length === 0 && !store) context.stderr.write(`${welcome}\n`)

  const memory = store && rememberQuestions({ ...memoryDeps(shared), questions: store.questions })
  const daily = store && createDaily(shared, notes, store, chats)
  const bot = createBot({
    ...shared,
    notes,
    locale: config.locale,
    commands: commandsOf(config, notes, chats, store),
    todaysTip: createTodaysTip({ ...tipDeps(config, notes) }),
    remembers: store !== undefined && config.questions.keep,
    listener: tellAll([metrics.listener, ...(memory?.listeners ?? [])]),
    logQuestions: config.questions.log,
    now: Date.now,
  })
  const ready = running.start(bot)
  // Answers come first: loading the database's library takes as long as connecting.
  const isQuiet = Promise.race([ready, sleep(patienceMilliseconds, undefined, { ref: false })])
    .then(() => sleep(quietMilliseconds, undefined, { ref: false }))
    .then(() => (exit.given() ? undefined : daily?.start()))
    .then(() => !exit.given())
  void notes().index.prepare(isQuiet)
  metrics.show({ chats, library: live.state })
  const operations =
    config.operations &&
    startOperationsServer({
      ...config.operations,
      registry: metrics.registry,
      readiness: (exclude) =>
        readiness({ library: live.state, chats, ping: async () => store?.ping(), now: Date.now }, exclude),
    })
  steps.push(
    { name: 'chats', seconds: 10, stop: running.stop },
    ...(daily ? [{ name: 'daily tips', seconds: 10, stop: () => daily.stop() }] : []),
    ...(operations
      ? [{ name: 'operations server', seconds: 2, stop: async () => (await operations).close() }]
      : []),
    { name: 'notes', seconds: 2, stop: () => live.stop() },
    ...(memory ? [{ name: 'questions', seconds: 5, stop: () => memory.stop() }] : []),
    ...(store ? [{ name: 'store', seconds: 5, stop: () => store.close() }] : []),
  )
  await operations
}

/** The notes, which change with their folder. */
async function openLiveNotes(
  { reader, reading }: FirstReading,
  { config, log, metrics }: Shared,
): Promise<LiveNotes> {
  const { knowledge: folder } = config
  const build = async (library: Library, kept?: KeptIndex) =>
    metrics.timed(await createSearchIndex(library, kept))
  const kept = new IndexCache({ ...config.reading.parsed, write: true, notes: folder, log }).of
  return watchNotes(await reading, { folder, reader, build, kept, log, now: Date.now })
}

function memoryDeps({ config, log, metrics }: Shared) {
  const redact = redactor(config.secrets)
  return { ...config.questions, log, redact, dropped: metrics.questionsDropped, clock: systemClock }
}

function createDaily(
  { config, log, metrics }: Shared,
  notes: () => Notes,
  store: Store,
  chats: readonly Chat[],
): Daily {
  return new Daily({
    store,
    boards: boardsOf(chats),
    library: () => notes().library,
    locale: config.locale,
    clock: systemClock,
    log,
    channels: config.tips.channels,
    catchUpHours: config.tips.catchUpHours,
    organisers: (chat) => config.organisers.filter((id) => chatOfUser(id) === chat),
    counted: (_chat, outcome) => metrics.tipEnded(outcome),
  })
}

function commandsOf(config: Config, notes: () => Notes, chats: readonly Chat[], store: Store | undefined) {
  const commands: { tip: StoreCommand; tips?: StoreCommand; gaps?: StoreCommand } = {
    tip: createTipCommand({ ...tipDeps(config, notes), ...(store ? { store } : {}) }),
  }
  if (!store) return commands
  commands.tips = createTipsCommand({ store, boards: boardsOf(chats), now: Date.now })
  const { keep } = config.questions
  commands.gaps = createGapsCommand({ questions: store.questions, notes, keep, now: Date.now })
  return commands
}

function tipDeps(config: Config, notes: () => Notes) {
  return { library: () => notes().library, now: Date.now, zone: config.tips.zone }
}

function boardsOf(chats: readonly Chat[]): ReadonlyMap<string, Noticeboard> {
  return new Map(chats.flatMap(({ name, noticeboard }) => (noticeboard ? [[name, noticeboard]] : [])))
}

/** A console chat shows warnings only, unless told: its log shares the screen with the answers. */
function logLevel(config: Config, { env }: CliContext): string {
  return config.chats.includes('console') && !env.LOG_LEVEL ? 'warn' : config.logLevel
}

/** How long the daily tips wait for chats that cannot be reached. */
const patienceMilliseconds = 3000

/** How long they wait for the questions that were asked meanwhile. */
const quietMilliseconds = 300

const welcome =
  'No chat token is set (SLACK_BOT_TOKEN, DISCORD_TOKEN), so this is a console chat. Ask anything; "help" shows how.\n' +
  '"npm run preview" shows the answers in a browser as Slack and Discord would.'
