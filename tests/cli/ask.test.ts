import { PassThrough, Readable } from 'node:stream'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Notes } from '../../src/answer/reply-context.js'
import { askEach, createAsk, type Manner } from '../../src/cli/ask.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../search/build-library.js'
import { shippedNotes } from '../shipped-notes.js'

const manner: Manner = {
  json: true,
  explain: false,
  locale: undefined,
  fallback: 'ko',
  zone: 'Asia/Seoul',
  now: () => Date.parse('2026-12-01T00:00:00Z'),
  log: pino({ level: 'silent' }),
}

let notes: Notes
beforeAll(async () => {
  notes = await shippedNotes()
})

const ask = (text: string, own: Notes, how: Manner) => createAsk(own, how)(text)
const asked = async (text: string) => JSON.parse(await ask(text, notes, manner))

describe('ask --explain', () => {
  it('prints words, terms and sessions with what they owe their places to', async () => {
    const printed = await ask('쿠버네티스는 promethues', notes, { ...manner, json: false, explain: true })
    expect(printed).toContain('outcome   answered')
    expect(printed).toMatch(/promethues {2}topic, idf [\d.]+\n.*\n {4}0\.80 {2}corrected {3}prometheus/u)
    expect(printed).toMatch(
      /\n {2}[\d.]+ {2}Opencensus with Prometheus and Kubernetes\n {8}evidence [\d.]+ by facts/u,
    )
  })

  it('gives the same as data', async () => {
    const { outcome, words } = JSON.parse(await ask('promethues', notes, { ...manner, explain: true }))
    expect([outcome, words[0].text, words[0].role]).toEqual(['answered', 'promethues', 'topic'])
  })
})

describe('ask --json', () => {
  it('gives the stable form for a session that was found', async () => {
    const { sessions, text, ...line } = await asked('오픈센서스')
    expect(line).toEqual({ question: '오픈센서스', outcome: 'answered' })
    expect(sessions).toEqual([
      {
        id: expect.stringMatching(/^2019-korea-devops-meetup\/.{1,35}$/u),
        title: 'Opencensus with Prometheus and Kubernetes',
        speakers: ['김진웅'],
        meetup: "KOREA DevOps meetup '19",
        date: '2019',
        kind: 'talk',
        score: expect.any(Number),
        summary: [],
        passages: [],
        slides: [
          {
            title: 'OpenCensus with Prometheus and Kubernetes',
            url: 'https://www.slideshare.net/JinwoongKim8/opencensus-with-prometheus-and-kubernetes',
          },
        ],
        pictures: [],
        tips: [],
      },
    ])
    expect(text).toContain('김진웅')
  })

  it.each([
    ['monitoring', 'answered'],
    ['slides for opencensus', 'answered'],
    ['speaker 박훈', 'answered'],
    ['점심 메뉴', 'none'],
    ['help', 'command'],
    ['tip', 'command'],
    ['sessions', 'command'],
    ['', 'command'],
  ])('calls the outcome of %j %s', async (text, outcome) => {
    expect((await asked(text)).outcome).toBe(outcome)
  })

  it('has no sessions for none and for commands', async () => {
    const lines = await Promise.all(['점심 메뉴', 'help', 'tip', 'sessions'].map(asked))
    expect(lines.map(({ sessions }) => sessions)).toEqual([[], [], [], []])
  })

  it('answers in the language that is asked for', async () => {
    expect(JSON.parse(await ask('모니터링', notes, { ...manner, locale: 'en' })).text).toContain(
      'Open slides:',
    )
  })
})

describe('words of decks and recordings', () => {
  it('come with their page or second, and the address that is nearest to it', async () => {
    const url = 'https://youtu.be/uKATqtjK2eo?t=754s'
    const session = buildSession('대기열로 옮긴 이야기', [], {
      passages: [
        { path: ['브로커'], text: '브로커를 하나로 줄였다', source: { kind: 'page', page: 12 } },
        { path: [], text: '줄인 브로커가 멈춘 날', source: { kind: 'moment', seconds: 754, url } },
      ],
      slides: [{ title: '대기열', url: 'https://slides.example/queue' }],
    })
    const library = buildLibrary([session])
    const own = { library, index: await createSearchIndex(library) }
    const { passages } = JSON.parse(await ask('브로커', own, manner)).sessions[0]
    expect(passages).toEqual(
      expect.arrayContaining([
        { path: ['브로커'], text: '브로커를 하나로 줄였다', page: 12, url: 'https://slides.example/queue' },
        { path: [], text: '줄인 브로커가 멈춘 날', seconds: 754, url },
      ]),
    )
  })
})

describe('ask -', () => {
  const printed = async (input: string, json: boolean) => {
    const output = new PassThrough()
    await askEach(Readable.from([input]), output, createAsk(notes, { ...manner, json }), { json })
    return String(output.read())
  }

  it('prints exactly one line of JSON for each line of input, empty ones too', async () => {
    const lines = (await printed('모니터링\r\n\nhelp\n', true)).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).question)).toEqual(['모니터링', '', 'help'])
  })

  it('prints an empty line between answers', async () => {
    const [first = '', second = '', ...more] = (await printed('오픈센서스\n점심 메뉴\n', false)).split('\n\n')
    expect([first.split('\n')[0], second.split('\n')[0], more]).toEqual([
      'Opencensus with Prometheus and Kubernetes',
      '노트에서 답을 찾지 못했어요: “점심 메뉴”',
      [],
    ])
  })
})
