import { describe, expect, it } from 'vitest'
import { answer, openSession } from '../../src/answer/answer.js'
import { keyOf } from '../../src/answer/key.js'
import { readQuestion } from '../../src/answer/question.js'
import { foundReply } from '../../src/answer/replies/found.js'
import type { ReplyContext } from '../../src/answer/reply-context.js'
import { choicesOf, renderText } from '../../src/chat/console/render.js'
import type { Session } from '../../src/knowledge/session.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import type { Match, SearchIndex } from '../../src/search/types.js'
import { buildLibrary, buildMeetup, buildSession, buildSpeaker } from '../search/build-library.js'

const meetup = buildMeetup({
  title: 'Harbour Days 2024',
  date: '2024',
  source: 'https://harbour.example/2024',
  disclaimer: 'My own words.',
})
const monitoring = buildSession('모니터링 첫걸음', [], {
  id: 'harbour/monitoring',
  meetup,
  speakers: [buildSpeaker('한지민')],
  summary: ['지표부터 모은다'],
  passages: [
    { path: ['도구', 'Prometheus'], text: '모니터링은 Prometheus로 시작한다' },
    { path: ['지표'], text: '지표는 하루에 한 번 모은다' },
  ],
  slides: [{ title: 'First steps', url: 'https://slides.example/first' }],
})
const gardening = buildSession('Gardening clusters', [], {
  id: 'harbour/gardening',
  meetup,
  speakers: [buildSpeaker('Mina Park')],
  summary: ['Prune what nobody waters'],
  passages: [{ path: [], text: 'Prune what nobody waters' }],
})

const setting: ReplyContext = {
  id: 'abcdefghijkl',
  locale: 'en',
  visibility: 'private',
  direct: false,
  page: 0,
  remembers: true,
  prefix: '',
  manages: [],
}

const plain = (index: SearchIndex): SearchIndex => ({
  search: (text, filters, limit) => index.search(text, filters, limit),
  bySpeaker: (name) => index.bySpeaker(name),
  suggest: (field, typed, filters, limit) => index.suggest(field, typed, filters, limit),
  key: (text) => index.key(text),
  explain: (text) => index.explain(text),
  prepare: () => index.prepare(),
})

async function notesOf(...sessions: Session[]) {
  const library = buildLibrary(sessions)
  return { library, index: await createSearchIndex(library) }
}

const ask = async (
  text: string,
  change: Partial<ReplyContext> = {},
  sessions = [monitoring, gardening],
  isMeetup = (words: string) => words.includes('Harbour'),
) => answer(readQuestion(text, isMeetup), await notesOf(...sessions), { ...setting, ...change })

describe('answer', () => {
  it('answers first: the line that covers the question, then title, speaker, links and small print', async () => {
    const { reply } = await ask('모니터링', { locale: 'ko' })
    expect(renderText(reply)).toBe(
      [
        '도구 › Prometheus: 모니터링은 Prometheus로 시작한다',
        '모니터링 첫걸음',
        '한지민 · Harbour Days 2024',
        '→ 발표 자료 열기: https://slides.example/first',
        '작성자의 주관이 담긴 요약이에요.',
      ].join('\n'),
    )
    expect(reply.outcome).toBe('answered')
    expect(reply.parts.find(({ kind }) => kind === 'heading')).toMatchObject({
      url: 'https://harbour.example/2024',
    })
  })

  it('prefers the author’s own summary where it covers the question as well', async () => {
    const { reply } = await ask('지표', { locale: 'ko' })
    expect(reply.parts[0]).toEqual({
      kind: 'lead',
      line: [{ text: '지표', style: 'match' }, { text: '부터 모은다' }],
    })
  })

  it.each([
    ['page', 'Only the slides of this talk are here.'],
    ['moment', 'Only the recording of this talk is here.'],
    ['page moment', 'Only the slides and the recording of this talk are here.'],
  ])('says below the buttons that a talk has no more than %s', async (kinds, line) => {
    const silent = buildSession('Silent files', [], {
      id: 'harbour/silent',
      meetup,
      passages: kinds.split(' ').map((kind) => ({
        path: [],
        text: 'silent words',
        source: kind === 'page' ? { kind, page: 3 } : { kind: 'moment', seconds: 61 },
      })),
    })
    const { reply } = await ask('silent files', {}, [silent])
    expect(reply.after).toContainEqual({ kind: 'small', line: [{ text: line }] })
  })

  it('leads with the summary where a slide only repeats the title', async () => {
    const echoed = buildSession('Silent tracing', [], {
      id: 'harbour/echoed',
      meetup,
      summary: ['Spans were followed for a whole night.'],
      passages: [
        { path: ['Silent tracing, part 2'], text: 'hello all', source: { kind: 'page', page: 2 } },
        { path: [], text: 'sampling of silent spans', source: { kind: 'page', page: 3 } },
      ],
    })
    const leadOf = async (question: string) => {
      const { reply } = await ask(question, {}, [echoed])
      const lead = reply.parts.find(({ kind }) => kind === 'lead')
      return lead && 'line' in lead ? lead.line.map(({ text }) => text).join('') : ''
    }
    expect(await leadOf('silent tracing')).toBe('Spans were followed for a whole night.')
    expect(await leadOf('sampling')).toContain('sampling of silent spans')
  })

  it('says below the buttons that a talk has slides only', async () => {
    const silent = buildSession('Silent slides', [], {
      id: 'harbour/silent',
      meetup,
      slides: monitoring.slides,
    })
    const { reply } = await ask('silent slides', {}, [silent])
    expect(reply.after).toEqual([
      { kind: 'small', line: [{ text: 'Only the slides of this talk are here.' }] },
    ])
  })

  it('offers sharing and thumbs under a private answer only', async () => {
    const kinds = async (change: Partial<ReplyContext>) =>
      (await ask('모니터링', change)).reply.buttons.map(({ action }) => action.kind)
    expect(await kinds({})).toEqual(['share', 'vote', 'vote'])
    expect(await kinds({ direct: true })).toEqual(['vote', 'vote'])
    expect(await kinds({ visibility: 'public' })).toEqual([])
  })

  it('says that it found nothing, that the question is kept, and offers all talks', async () => {
    const { reply } = await ask('lunch menu')
    expect(renderText(reply)).toBe(
      [
        'The notes have no answer to this: “lunch menu”',
        'Try other words, or browse all the talks.',
        'The organisers will see that somebody asked.',
        '1) All talks',
      ].join('\n'),
    )
    expect(reply.outcome).toBe('none')
  })

  it('does not promise to keep a question where none are kept', async () => {
    const { reply } = await ask('lunch menu', { remembers: false })
    expect(renderText(reply)).not.toContain('organisers')
  })

  it('is half an answer when it is not sure: the leading talk’s lines under words of doubt, the others as rows', () => {
    const match = (session: Session, score: number): Match => ({
      session,
      score,
      title: [{ text: session.title, marked: false }],
      passages: [{ passage: session.passages[0] ?? { path: [], text: '' }, path: [], runs: [] }],
    })
    const question = { command: 'session', words: 'x', filters: {}, public: false } as const
    const reply = (...matches: Match[]) => foundReply(question, { outcome: 'unsure', matches }, setting)
    const led = reply(match(monitoring, 0.45), match(gardening, 0.3))
    expect(led.parts[0]).toEqual({
      kind: 'text',
      line: [{ text: 'I am not sure, but this talk comes closest.' }],
    })
    expect(JSON.stringify(led.parts)).toContain('모니터링 첫걸음')
    expect(JSON.stringify(led.after)).toContain('Gardening clusters')
    const even = reply(match(monitoring, 0.31), match(gardening, 0.3))
    expect(even.parts.map(({ kind }) => kind)).toEqual(['text', 'rows'])
  })

  it('says in words that no talk is about a topic it knows', () => {
    const question = { command: 'session', words: '서비스 메시', filters: {}, public: false } as const
    const { parts } = foundReply(
      question,
      { outcome: 'none', matches: [], missing: '서비스 메시' },
      { ...setting, locale: 'ko' },
    )
    expect(parts[0]).toEqual({ kind: 'text', line: [{ text: '서비스 메시를 다룬 발표는 없어요.' }] })
  })

  it('gives slide links, and the talk where there are none', async () => {
    expect(renderText((await ask('slides gardening')).reply)).toContain('Gardening clusters')
    expect(renderText((await ask('slides 모니터링')).reply)).toContain('https://slides.example/first')
  })

  it.each([
    '모니터링 발표 자료 주세요',
    '모니터링 슬라이드 좀 보여주세요',
    'can I get the slides for 모니터링?',
    '모니터링 slides please',
  ])('lists the slides of near talks where they are asked for: %s', async (question) => {
    const again = { ...monitoring, id: 'harbour/again', title: '모니터링 두 걸음' }
    const { reply } = await ask(question, {}, [monitoring, again])
    expect(reply.parts[0]).toEqual({ kind: 'heading', line: [{ text: 'Slides' }] })
  })

  it('shows the card of the only talk of a speaker', async () => {
    const { reply, matches } = await ask('speaker Mina Park')
    expect(matches.map(({ session }) => session.id)).toEqual(['harbour/gardening'])
    expect(renderText(reply)).toContain('Prune what nobody waters')
  })

  it('lists the talks of a speaker who gave several', async () => {
    const other = buildSession('Watering clusters', [], { meetup, speakers: [buildSpeaker('Mina Park')] })
    const { reply, matches } = await ask('speaker Mina Park', {}, [gardening, other])
    expect(matches.map(({ session }) => session.title)).toEqual(['Gardening clusters', 'Watering clusters'])
    expect(renderText(reply)).toContain('Watering clusters')
  })

  it('lists the talks of a meetup that is named by its year, and names an unknown one', async () => {
    expect(renderText((await ask('sessions 2024')).reply)).toContain('Gardening clusters · Mina Park')
    expect(renderText((await ask('sessions 1999')).reply)).toContain('no such meetup in the notes: “1999”')
  })

  it('pages a long list without losing a session', async () => {
    const sessions = Array.from({ length: 25 }, (_, at) =>
      buildSession(`Talk ${at}`, [], { id: `harbour/${at}`, meetup }),
    )
    const pages = await Promise.all([0, 1, 2].map((page) => ask('sessions', { page }, sessions)))
    const titles = pages.flatMap(({ reply }) =>
      choicesOf(reply).flatMap(({ label, action }) => (action.kind === 'session' ? [label] : [])),
    )
    expect(titles).toEqual(sessions.map((session) => session.title))
    expect(pages.map(({ reply }) => reply.buttons.map(({ label }) => label))).toEqual([
      ['Next ▶'],
      ['◀ Back', 'Next ▶'],
      ['◀ Back'],
    ])
  })

  it('has no last page with a single row', async () => {
    const sessions = Array.from({ length: 9 }, (_, at) =>
      buildSession(`Talk ${at}`, [], { id: `harbour/${at}`, meetup }),
    )
    const { reply } = await ask('sessions', {}, sessions)
    expect([choicesOf(reply).length, reply.buttons]).toEqual([9, []])
  })

  it('lists the meetups of an archive first, then the talks of one', async () => {
    const later = buildMeetup({ id: 'harbour-2025', title: 'Harbour Days 2025', date: '2025-05-01' })
    const other = buildSession('Tides', [], { id: 'harbour-2025/tides', meetup: later })
    const first = (await ask('sessions', {}, [other, monitoring, gardening])).reply
    expect(renderText(first)).toBe(
      ['All meetups', '1) Harbour Days 2025 · 1 May · 1 talk', '2) Harbour Days 2024 · 2 talks'].join('\n'),
    )
    const [, choice] = choicesOf(first)
    const argument = choice?.action.kind === 'page' ? choice.action.argument : ''
    const second = (await ask(`sessions ${argument}`, {}, [other, monitoring, gardening], () => true)).reply
    expect(choicesOf(second).map(({ label }) => label)).toEqual([
      '모니터링 첫걸음',
      'Gardening clusters',
      'All talks',
    ])
  })

  it('shows in help what a member may use, in this chat’s way of typing', async () => {
    const text = renderText((await ask('help', { prefix: '/devops ' })).reply)
    expect(text.match(/\/devops \w+/gu)).toEqual([
      '/devops session',
      '/devops sessions',
      '/devops slides',
      '/devops speaker',
      '/devops tip',
    ])
  })

  it('shows organisers their commands, too', async () => {
    const text = renderText((await ask('help', { manages: ['tips', 'gaps'] })).reply)
    expect(text).toContain('• tips')
    expect(text).toContain('• gaps')
  })

  it('gives examples that have answers', async () => {
    const { reply } = await ask('help')
    expect(reply.buttons.length).toBeGreaterThan(0)
    for (const { label } of reply.buttons) expect((await ask(label)).reply.outcome).toBe('answered')
  })

  it('does not take the names of strangers for words of the question', async () => {
    const { reply, matches } = await ask('모니터링 @nobody', { locale: 'ko' })
    expect([reply.outcome, matches[0]?.session.id]).toEqual(['answered', 'harbour/monitoring'])
    expect(matches[0]?.score).toBe((await ask('모니터링', { locale: 'ko' })).matches[0]?.score)
  })

  it('looks up few of the names in a question, and each once', async () => {
    const notes = await notesOf(monitoring, gardening)
    const looked: string[] = []
    const bySpeaker = (name: string) => {
      looked.push(name)
      return notes.index.bySpeaker(name)
    }
    const asking = (text: string) =>
      answer(
        readQuestion(text, () => false),
        { ...notes, index: { ...plain(notes.index), bySpeaker } },
        setting,
      )
    asking(`session ${'@everyone @here '.repeat(200)}`)
    expect(looked).toEqual(['everyone', 'here'])
    looked.length = 0
    asking(`session ${Array.from({ length: 300 }, (_, at) => `@user${at}`).join(' ')}`)
    expect(looked).toHaveLength(8)
  })

  it('answers a greeting like a person, in a few lines', async () => {
    expect(renderText((await ask('안녕', { locale: 'ko' })).reply)).toContain('안녕하세요!')
    expect(renderText((await ask('thanks!')).reply)).toContain('Glad to help!')
  })

  it('answers what the post says of the meetup itself', async () => {
    const dated = buildMeetup({ title: 'Harbour Days', date: '2024-05-01', place: '부두 3층', time: '19:00' })
    const talks = [
      { ...monitoring, meetup: dated },
      { ...gardening, meetup: dated },
    ]
    const lead = async (words: string) =>
      renderText((await ask(words, { locale: 'ko' }, talks)).reply).split('\n')[0]
    expect(await lead('언제 열렸어?')).toBe('2024.5.1에 열렸어요.')
    expect(await lead('어디서 했어요')).toBe('장소: 부두 3층')
    expect(await lead('몇 시에 시작해요?')).toBe('시작 시각: 19:00')
    expect(await lead('발표 몇 개였어?')).toBe('발표는 모두 2개예요.')
    expect(await lead('발표자 누구였어요?')).toBe('발표자: 한지민, Mina Park')
    expect(await lead('Harbour Days 언제 했어요?')).toBe('2024.5.1에 열렸어요.')
    for (const asked of [
      'Where was it held?',
      'where is the meetup',
      'Where did it take place?',
      'where were they',
    ]) {
      expect(await lead(asked)).toBe('장소: 부두 3층')
    }
    for (const asked of ['When does it start?', 'when did the meetup begin', 'what time does it start']) {
      expect(await lead(asked)).toBe('시작 시각: 19:00')
    }
  })

  it('names the nearest meetup where a filter names none', async () => {
    expect(renderText((await ask('gardening meetup:2023')).reply)).toContain(
      'Did you mean this one? Harbour Days 2024',
    )
    expect(renderText((await ask('2023년 발표 목록', { locale: 'ko' })).reply)).toContain('“2023”')
  })
})

describe('openSession', () => {
  it('shows the summary of a session that was chosen', async () => {
    const { reply } = openSession(keyOf('harbour/gardening'), await notesOf(monitoring, gardening), setting)
    expect(renderText(reply)).toContain('Prune what nobody waters')
  })

  it('says so when the session has left the notes', async () => {
    const { reply } = openSession('harbour/gone', await notesOf(monitoring), setting)
    expect([reply.outcome, renderText(reply)]).toEqual(['none', 'This talk is no longer in the notes.'])
  })
})
