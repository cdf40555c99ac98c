import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import type { Asker } from '../../src/chat/chat.js'
import { printGaps } from '../../src/cli/print-gaps.js'
import { gapsReport } from '../../src/questions/gaps.js'
import { createGapsCommand } from '../../src/questions/gaps-command.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { openStore } from '../../src/store/open-store.js'
import type { AskedQuestion } from '../../src/store/store.js'
import { buildLibrary, buildSession } from '../search/build-library.js'

const now = Date.UTC(2026, 10, 1)
const day = 86_400_000
const monitoring = buildSession('Prometheus | Grafana', ['모니터링을 시작했다'], { id: '2019/monitoring' })
const library = buildLibrary([monitoring])
const notes = { library, index: await createSearchIndex(library) }

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

/** The parts of a report over these questions, in a store of their own. */
async function asked(...questions: readonly Partial<AskedQuestion>[]) {
  const folder = await mkdtemp(join(tmpdir(), 'gaps-'))
  folders.push(folder)
  const store = await openStore({ directory: folder }, pino({ level: 'silent' }))
  for (const [number, question] of questions.entries()) {
    const plain = {
      id: `question-${number}`,
      askedAt: now - day,
      chat: 'slack',
      locale: 'ko',
      text: '',
    } as const
    await store.questions.record([{ ...plain, outcome: 'none', sessions: [], vote: '', ...question }])
  }
  return { questions: store.questions, notes: () => notes, now: () => now, close: () => store.close() }
}

const asker = (organiser: boolean): Asker => ({
  chat: 'slack',
  user: 'U1',
  visibility: 'public',
  mayManage: async () => organiser,
})

const questions = [
  { text: '알람을 어떻게 보내나요?', outcome: 'unsure', sessions: [monitoring.id], askedAt: now - 3 * day },
  {
    text: '알람 어떻게 보내나요',
    outcome: 'unsure',
    sessions: [monitoring.id],
    vote: 'down',
    askedAt: now - 2 * day,
  },
  { text: '알람은 어떻게 보내나요?', outcome: 'none' },
  { text: '점심 | 메뉴', outcome: 'none' },
  { text: '모니터링', outcome: 'answered', sessions: [monitoring.id], vote: 'up' },
  { text: '모니터링', outcome: 'none', askedAt: now - 31 * day },
] as const

describe('the report of gaps', () => {
  it('groups near-identical questions, counts them, and shows the best session with its votes', async () => {
    const parts = await asked(...questions)
    expect(await gapsReport(parts)).toEqual({
      days: 30,
      since: new Date(now - 30 * day),
      asked: 5,
      gaps: [
        {
          question: '알람은 어떻게 보내나요?',
          count: 3,
          unsure: 2,
          none: 1,
          lastAskedAt: new Date(now - day),
          session: { id: '2019/monitoring', title: 'Prometheus | Grafana' },
          votes: { up: 0, down: 1 },
        },
        {
          question: '점심 | 메뉴',
          count: 1,
          unsure: 0,
          none: 1,
          lastAskedAt: new Date(now - day),
          votes: { up: 0, down: 0 },
        },
      ],
    })
    await parts.close()
  })

  it('counts an answer that did not help', async () => {
    const parts = await asked({
      text: '모니터링',
      outcome: 'answered',
      sessions: ['2018/gone'],
      vote: 'down',
    })
    const { gaps } = await gapsReport(parts)
    expect(gaps).toMatchObject([
      { question: '모니터링', count: 1, session: { id: '2018/gone', title: '2018/gone' } },
    ])
    await parts.close()
  })

  it('is one line of JSON for other programs', async () => {
    const parts = await asked({ text: '점심 메뉴', outcome: 'none' })
    const printed = printGaps(await gapsReport(parts, 7), 'json', 'ko')
    expect(printed).not.toContain('\n')
    expect(JSON.parse(printed)).toEqual({
      days: 7,
      since: '2026-10-25T00:00:00.000Z',
      asked: 1,
      gaps: [
        {
          question: '점심 메뉴',
          count: 1,
          unsure: 0,
          none: 1,
          lastAskedAt: '2026-10-31T00:00:00.000Z',
          session: null,
          votes: { up: 0, down: 0 },
        },
      ],
    })
    await parts.close()
  })

  it('is a Markdown table that questions cannot break', async () => {
    const parts = await asked(...questions, { text: '<b>[x](http://y)', outcome: 'none' })
    expect(printGaps(await gapsReport(parts), 'md', 'en').split('\n')).toEqual([
      '# Questions without an answer · last 30 days',
      '',
      '| Question | Count | Nearest talk | Votes | Last asked (UTC) |',
      '| --- | ---: | --- | --- | --- |',
      '| 알람은 어떻게 보내나요? | 3 | Prometheus \\| Grafana | 👍 0 👎 1 | 2026-10-31 |',
      '| 점심 \\| 메뉴 | 1 |  | 👍 0 👎 0 | 2026-10-31 |',
      '| \\<b\\>\\[x\\](http://y) | 1 |  | 👍 0 👎 0 | 2026-10-31 |',
    ])
    await parts.close()
  })

  it('is text at a terminal', async () => {
    const parts = await asked(...questions)
    expect(printGaps(await gapsReport(parts), 'text', 'en').split('\n')).toEqual([
      'Questions without an answer · last 30 days',
      '알람은 어떻게 보내나요? · 3 times',
      '  Nearest talk: Prometheus | Grafana · 👍 0 👎 1',
      '점심 | 메뉴 · once',
      '  No talk was near · 👍 0 👎 0',
    ])
    await parts.close()
  })
})

describe('the gaps command', () => {
  it('is for organisers', async () => {
    const parts = await asked(...questions)
    expect(await createGapsCommand({ ...parts, keep: true })('', asker(false), 'en')).toEqual({
      outcome: 'command',
      visibility: 'private',
      parts: [{ kind: 'text', line: [{ text: 'Only organisers can use this command.' }] }],
    })
    await parts.close()
  })

  it('lists the gaps of the days asked for, to the organiser alone', async () => {
    const parts = await asked(...questions)
    expect(await createGapsCommand({ ...parts, keep: true })('7일', asker(true), 'en')).toEqual({
      outcome: 'command',
      visibility: 'private',
      parts: [
        { kind: 'heading', line: [{ text: 'Questions without an answer · last 7 days' }] },
        {
          kind: 'list',
          items: [
            {
              line: [{ text: '알람은 어떻게 보내나요?', style: 'strong' }, { text: ' · 3 times' }],
              items: [{ line: [{ text: 'Nearest talk: Prometheus | Grafana · 👍 0 👎 1' }] }],
            },
            {
              line: [{ text: '점심 | 메뉴', style: 'strong' }, { text: ' · once' }],
              items: [{ line: [{ text: 'No talk was near' }] }],
            },
          ],
        },
      ],
    })
    await parts.close()
  })

  it('says how many more there are', async () => {
    const many = Array.from({ length: 12 }, (_, number) => ({
      text: `kafka${'x'.repeat(number)} ${number * 111}`,
    }))
    const parts = await asked(...many)
    const { parts: said } = await createGapsCommand({ ...parts, keep: true })('', asker(true), 'en')
    expect(said.at(-1)).toEqual({
      kind: 'small',
      line: [{ text: 'And 2 more. See them all: npm run --silent gaps' }],
    })
    await parts.close()
  })

  it('says when there are none, and when questions are not kept', async () => {
    const parts = await asked()
    const textOf = async (keep: boolean) =>
      (await createGapsCommand({ ...parts, keep })('', asker(true), 'en')).parts
    expect(await textOf(true)).toEqual([
      { kind: 'text', line: [{ text: 'Every question found an answer. Questions in the last 30 days: 0' }] },
    ])
    expect(await textOf(false)).toEqual([
      { kind: 'text', line: [{ text: 'Questions are not kept here (QUESTIONS=off).' }] },
    ])
    await parts.close()
  })
})
