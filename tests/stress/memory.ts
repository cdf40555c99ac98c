import { pino } from 'pino'
import type { Notes } from '../../src/answer/reply-context.js'
import { createBot } from '../../src/bot.js'
import type { Asker } from '../../src/chat/chat.js'
import { renderReply } from '../../src/chat/discord/render/render.js'
import { renderMessages } from '../../src/chat/slack/render/render.js'
import { createMetrics } from '../../src/operations/metrics.js'
import { redactor } from '../../src/operations/redact.js'
import { rememberQuestions, tellAll } from '../../src/questions/remember.js'
import { openStore } from '../../src/store/open-store.js'
import { systemClock } from '../../src/time/clock.js'
import { randomFrom } from '../bench/random.js'
import { strangeQuestion } from './strange-questions.js'

/** The heap before and after many questions, each time after a forced collection; megabytes. */
export interface Kept {
  readonly questions: number
  readonly before: number
  readonly after: number
  readonly questionsPerSecond: number
}

/** Asks the bot so many questions in a row, with everything that listens to it: figures, recorder, a store on disk. */
export async function askMany(notes: Notes, count: number, directory: string): Promise<Kept> {
  const log = pino({ level: 'silent' })
  const store = await openStore({ directory }, log)
  const metrics = createMetrics()
  const memory = rememberQuestions({
    questions: store.questions,
    keep: true,
    keepDays: 90,
    log,
    redact: redactor([]),
    dropped: metrics.questionsDropped,
    clock: systemClock,
  })
  const bot = createBot({
    notes: () => ({ ...notes, index: metrics.timed(notes.index) }),
    locale: 'ko',
    commands: {},
    todaysTip: () => ({ outcome: 'command', parts: [] }),
    remembers: true,
    listener: tellAll([metrics.listener, ...memory.listeners]),
    log,
    logQuestions: false,
    now: Date.now,
  })
  const random = randomFrom(11)
  const asker: Asker = { chat: 'slack', user: 'U1', visibility: 'private', mayManage: async () => false }
  const ask = async (times: number) => {
    for (let number = 0; number < times; number += 1) {
      await bot.answer(strangeQuestion(random).slice(0, 300), asker, {
        send: async (reply) => {
          renderMessages(reply)
          renderReply(reply)
        },
      })
    }
  }
  // The first ones fill caches and compile code.
  await ask(2000)
  const before = await heap()
  const started = performance.now()
  await ask(count)
  const seconds = (performance.now() - started) / 1000
  const after = await heap()
  await memory.stop()
  await store.close()
  return { questions: count, before, after, questionsPerSecond: Math.round(count / seconds) }
}

async function heap(): Promise<number> {
  // What waits for the store is written first: it would go anyway.
  await new Promise((resolve) => setTimeout(resolve, 2000))
  global.gc?.()
  return Math.round((process.memoryUsage().heapUsed / 1024 / 1024) * 10) / 10
}
