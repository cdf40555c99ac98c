import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answered } from '../../src/chat/bot-listener.js'
import { redactor } from '../../src/operations/redact.js'
import { createRecorder } from '../../src/questions/recorder.js'
import { forgetOldQuestions } from '../../src/questions/retention.js'
import { type AskedQuestion, type Questions, StoreError } from '../../src/store/store.js'
import { systemClock } from '../../src/time/clock.js'
import { type LogLine, listen } from '../store/log.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Questions in memory, in a database that can go away. */
function memory() {
  const rows = new Map<string, AskedQuestion>()
  const database = { away: false, rows, writes: 0 }
  const reach = async () => {
    if (database.away) throw new StoreError('The database is away')
  }
  const questions: Questions = {
    async record(questions) {
      await reach()
      database.writes += 1
      for (const question of questions) rows.set(question.id, question)
    },
    async vote(id, vote) {
      await reach()
      const row = rows.get(id)
      if (row) rows.set(id, { ...row, vote })
    },
    async since(time) {
      await reach()
      return [...rows.values()].filter(({ askedAt }) => askedAt >= time.getTime())
    },
    async deleteBefore(time) {
      await reach()
      const old = [...rows.values()].filter(({ askedAt }) => askedAt < time.getTime())
      for (const { id } of old) rows.delete(id)
      return old.length
    },
  }
  return { database, questions }
}

const event: Answered = {
  id: 'abcdefghijkl',
  askedAt: 1000,
  chat: 'slack',
  locale: 'ko',
  command: 'session',
  outcome: 'unsure',
  text: '<@U1> 모니터링 kim@example.com xoxb-1234567890-abc',
  sessions: ['2019/monitoring'],
  composeSeconds: 0.001,
  seconds: 0.004,
}

function setUp() {
  const { database, questions } = memory()
  const lines: LogLine[] = []
  const lost: number[] = []
  const recorder = createRecorder({
    questions,
    log: listen(lines),
    redact: redactor([]),
    dropped: (count) => lost.push(count),
    clock: systemClock,
  })
  return { database, recorder, lines, lost }
}

describe('the recorder', () => {
  it('keeps a question without its personal parts and secrets, and its vote', async () => {
    const { database, recorder } = setUp()
    recorder.answered(event)
    recorder.voted(event.id, 'down')
    await recorder.stop()
    expect([...database.rows.values()]).toEqual([
      {
        id: 'abcdefghijkl',
        askedAt: 1000,
        chat: 'slack',
        locale: 'ko',
        text: '모니터링 [redacted]',
        outcome: 'unsure',
        sessions: ['2019/monitoring'],
        vote: 'down',
      },
    ])
  })

  it('writes what is asked in the same moment at once, votes in their order', async () => {
    const { database, recorder } = setUp()
    for (const id of ['a', 'b', 'c']) recorder.answered({ ...event, id })
    recorder.voted('b', 'up')
    recorder.answered({ ...event, id: 'd' })
    await vi.advanceTimersByTimeAsync(200)
    expect([...database.rows].map(([id, { vote }]) => [id, vote])).toEqual([
      ['a', ''],
      ['b', 'up'],
      ['c', ''],
      ['d', ''],
    ])
    expect(database.writes).toBe(2)
  })

  it('keeps no commands, no failures and no pressed buttons', async () => {
    const { database, recorder } = setUp()
    recorder.answered({ ...event, outcome: 'command' })
    recorder.answered({ ...event, outcome: 'failed' })
    recorder.answered({ ...event, text: '' })
    await recorder.stop()
    expect(database.rows.size).toBe(0)
  })

  it('waits for a store that is away, says so once a minute, and writes everything when it is back', async () => {
    const { database, recorder, lines, lost } = setUp()
    database.away = true
    recorder.answered(event)
    recorder.voted(event.id, 'up')
    await vi.advanceTimersByTimeAsync(119_000)
    expect(lines).toEqual([
      { level: 'warn', message: 'Cannot store questions now' },
      { level: 'warn', message: 'Cannot store questions now' },
    ])
    database.away = false
    await vi.advanceTimersByTimeAsync(5000)
    expect([...database.rows.values()].map(({ vote }) => vote)).toEqual(['up'])
    expect(lost).toEqual([])
  })

  it('gives up the oldest when too many wait, and counts them', async () => {
    const { database, recorder, lost } = setUp()
    database.away = true
    for (let number = 0; number < 1003; number += 1) recorder.answered({ ...event, id: `question-${number}` })
    database.away = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(lost).toEqual([1, 1, 1])
    expect([...database.rows.keys()].at(0)).toBe('question-3')
    expect(database.rows.size).toBe(1000)
  })

  it('does not wait for the store at the end', async () => {
    const { database, recorder, lines, lost } = setUp()
    database.away = true
    recorder.answered(event)
    await recorder.stop()
    expect(lost).toEqual([1])
    expect(lines.at(-1)).toEqual({ level: 'warn', message: 'Stopped before all questions were stored' })
  })
})

describe('old questions', () => {
  it('are deleted after the first answers and every day, and tomorrow when the store is away', async () => {
    const { database, questions } = memory()
    const lines: LogLine[] = []
    const day = 86_400_000
    vi.setSystemTime(100 * day)
    const row = { ...event, vote: '', outcome: 'none' } as const
    for (const age of [91, 89.5, 88.5])
      database.rows.set(`${age}`, { ...row, id: `${age}`, askedAt: (100 - age) * day })
    const stop = forgetOldQuestions({ questions, keepDays: 90, log: listen(lines), clock: systemClock })
    await vi.advanceTimersByTimeAsync(0)
    expect(database.rows.size).toBe(3)
    await vi.advanceTimersByTimeAsync(10_000)
    expect([...database.rows.keys()]).toEqual(['89.5', '88.5'])
    await vi.advanceTimersByTimeAsync(day)
    expect([...database.rows.keys()]).toEqual(['88.5'])
    database.away = true
    await vi.advanceTimersByTimeAsync(day)
    database.away = false
    await vi.advanceTimersByTimeAsync(day)
    expect(database.rows.size).toBe(0)
    expect(lines.map(({ message }) => message)).toEqual([
      'Deleted old questions',
      'Deleted old questions',
      'Could not delete old questions; trying again tomorrow',
      'Deleted old questions',
    ])
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
