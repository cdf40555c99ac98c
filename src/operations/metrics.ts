import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { commands } from '../answer/commands.js'
import type { Outcome } from '../answer/reply.js'
import type { BotListener } from '../chat/bot-listener.js'
import type { Chat, ChatMeter, ChatName } from '../chat/chat.js'
import type { LibraryState } from '../live-notes/library-state.js'
import type { SearchIndex } from '../search/types.js'

/** The figures of this process, for Prometheus. */
export interface Metrics {
  /** For the chats. */
  readonly meter: ChatMeter
  /** For the bot. */
  readonly listener: BotListener
  /** Counts how a tip's delivery ended, and each attempt that has to be repeated. */
  readonly tipEnded: (outcome: (typeof tipOutcomes)[number]) => void
  /** Counts questions that could not be remembered. */
  readonly questionsDropped: (count: number) => void
  /** The same index, its searches timed. */
  readonly timed: (index: SearchIndex) => SearchIndex
  /** Shows these, read anew at each scrape. */
  readonly show: (sources: Shown) => void
  readonly registry: Registry
}

/** What is read when Prometheus asks. */
export interface Shown {
  readonly chats: readonly Chat[]
  readonly library: () => LibraryState
}

const answerBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** 3 s is both platforms' deadline. */
const acknowledgementBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5]
const searchBuckets = [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25]

/**
 * Creates the figures of these chats, with Node's own. Names and units follow
 * https://prometheus.io/docs/practices/naming/. What can be counted begins at 0: a series that appears with its first
 * failure has no increase, and alerts nobody.
 */
export function createMetrics(chats: readonly ChatName[] = []): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const tips = counter(registry, 'tips', 'Daily tips by how their delivery ended.', ['outcome'])
  for (const outcome of tipOutcomes) tips.inc({ outcome }, 0)
  const dropped = counter(registry, 'questions_dropped', 'Questions that could not be stored for the gaps.')
  const searched: number[] = []
  const search = histogram(registry, 'search', 'Time of one search.', searchBuckets, [], () =>
    observeSearches(),
  )
  // After the answers: who asks need not wait for a histogram.
  const observeSearches = () => {
    for (const seconds of searched.splice(0)) search.observe(seconds)
  }
  const tookSeconds = (seconds: number) => {
    if (searched.push(seconds) === mostUnobserved) observeSearches()
  }
  return {
    meter: createMeter(registry, chats),
    listener: createListener(registry, chats),
    tipEnded: (outcome) => tips.inc({ outcome }),
    questionsDropped: (count) => dropped.inc(count),
    timed: (index) => timed(index, tookSeconds),
    show: (sources) => showGauges(registry, sources),
    registry,
  }
}

const tipOutcomes = ['sent', 'skipped', 'failed', 'unknown', 'retried'] as const

function createMeter(registry: Registry, chats: readonly ChatName[]): ChatMeter {
  const about = 'From the arrival of an event to its acknowledgement; platforms allow 3 s.'
  const acknowledgement = histogram(registry, 'acknowledgement', about, acknowledgementBuckets, ['chat'])
  const reconnects = counter(registry, 'chat_reconnects', 'New connections after a lost one.', ['chat'])
  const failures = counter(registry, 'chat_send_failures', 'Messages that a platform refused.', [
    'chat',
    'code',
  ])
  const shed = counter(registry, 'shed', 'Events dropped unanswered: too late, or too many waiting.', [
    'chat',
  ])
  for (const chat of chats) {
    acknowledgement.zero({ chat })
    reconnects.inc({ chat }, 0)
    shed.inc({ chat }, 0)
  }
  const bounded = boundedCodes()
  return {
    acknowledged: (chat, seconds) => acknowledgement.observe({ chat }, seconds),
    reconnected: (chat) => reconnects.inc({ chat }),
    sendFailed: (chat, code) => failures.inc({ chat, code: bounded(code) }),
    shed: (chat) => shed.inc({ chat }),
  }
}

/** Ours: kilobytes of figures between two scrapes. */
const mostUnobserved = 1000

const questionOutcomes: readonly Outcome[] = ['answered', 'unsure', 'none', 'command', 'failed']

function createListener(registry: Registry, chats: readonly ChatName[]): BotListener {
  const questions = counter(registry, 'questions', 'Questions by chat, command and outcome.', [
    'chat',
    'command',
    'outcome',
  ])
  const votes = counter(registry, 'votes', 'Thumbs under answers.', ['vote'])
  const about = 'From the arrival of a question to its reply being sent.'
  const duration = histogram(registry, 'answer', about, answerBuckets, ['chat'])
  for (const chat of chats) {
    duration.zero({ chat })
    for (const { name: command } of commands) {
      for (const outcome of questionOutcomes) questions.inc({ chat, command, outcome }, 0)
    }
  }
  for (const vote of ['up', 'down']) votes.inc({ vote }, 0)
  return {
    answered: ({ chat, command, outcome, seconds }) => {
      questions.inc({ chat, command, outcome })
      duration.observe({ chat }, seconds)
    },
    voted: (_question, vote) => votes.inc({ vote }),
  }
}

const mostCodes = 50

/** Platforms' error codes as a label: what does not look like one, and each beyond the fiftieth, is `other`. */
function boundedCodes(): (code: string) => string {
  const seen = new Set<string>()
  return (code) => {
    if (!/^[\w.-]{1,48}$/u.test(code)) return 'other'
    if (!seen.has(code) && seen.size >= mostCodes) return 'other'
    seen.add(code)
    return code
  }
}

function timed(index: SearchIndex, tookSeconds: (seconds: number) => void): SearchIndex {
  return {
    search: (text, filters, limit) => {
      const started = performance.now()
      const found = index.search(text, filters, limit)
      tookSeconds((performance.now() - started) / 1000)
      return found
    },
    bySpeaker: (name) => index.bySpeaker(name),
    suggest: (field, typed, filters, limit) => index.suggest(field, typed, filters, limit),
    key: (text) => index.key(text),
    explain: (text) => index.explain(text),
    prepare: (isQuiet) => index.prepare(isQuiet),
  }
}

function showGauges(registry: Registry, { chats, library }: Shown): void {
  gauge(registry, 'library_sessions', 'Sessions in the notes.', () => library().sessions)
  const loaded = 'When the notes in use were loaded.'
  gauge(registry, 'library_loaded_timestamp_seconds', loaded, () => library().loadedAt / 1000)
  const behind = 'For how long the notes in use have not been those on disk; 0 while they are.'
  gauge(registry, 'library_behind_seconds', behind, () => library().behindSeconds)
  const unusable = 'Files of notes that cannot be used, or are used in an older version.'
  gauge(registry, 'notes_unusable_files', unusable, () => library().unusable.length)
  chatGauge(registry, 'chat_connected', '1 while the chat is connected.', chats, (chat) =>
    chat.health().connected ? 1 : 0,
  )
  const seen = 'When the platform was last heard: a ping, a heartbeat, an event.'
  chatGauge(registry, 'chat_seen_timestamp_seconds', seen, chats, (chat) => {
    const { seenAt } = chat.health()
    return seenAt === undefined ? undefined : seenAt / 1000
  })
}

const prefix = 'meetup_bot_'

function counter<T extends string>(registry: Registry, name: string, help: string, labelNames: T[] = []) {
  return new Counter({ name: `${prefix}${name}_total`, help, labelNames, registers: [registry] })
}

function histogram<T extends string>(
  registry: Registry,
  name: string,
  help: string,
  buckets: number[],
  labelNames: T[] = [],
  collect: () => void = () => {},
) {
  const full = `${prefix}${name}_duration_seconds`
  return new Histogram({ name: full, help, buckets, labelNames, registers: [registry], collect })
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const made: Gauge = new Gauge({
    name: prefix + name,
    help,
    registers: [registry],
    collect: () => made.set(read()),
  })
}

function chatGauge(
  registry: Registry,
  name: string,
  help: string,
  chats: readonly Chat[],
  read: (chat: Chat) => number | undefined,
): void {
  const made: Gauge = new Gauge({
    name: prefix + name,
    help,
    labelNames: ['chat'],
    registers: [registry],
    collect: () => {
      for (const chat of chats) {
        const value = read(chat)
        if (value !== undefined) made.set({ chat: chat.name }, value)
      }
    },
  })
}
