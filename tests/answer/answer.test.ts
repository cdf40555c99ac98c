import { describe, expect, it } from 'vitest'
import { answer, openSession } from '../../src/answer/answer.js'
import { readQuestion } from '../../src/answer/question.js'
import type { ReplyContext } from '../../src/answer/reply-context.js'
import { renderText } from '../../src/chat/console/render.js'
import type { Session } from '../../src/knowledge/session.js'
import { createSearchIndex } from '../../src/search/search-index.js'
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
    { path: [], text: '지표부터 모은다' },
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
}

async function notesOf(...sessions: Session[]) {
  const library = buildLibrary(sessions)
  return { library, index: await createSearchIndex(library) }
}

const ask = async (text: string, change: Partial<ReplyContext> = {}, sessions = [monitoring, gardening]) =>
  answer(
    readQuestion(text, (words) => words.includes('Harbour')),
    await notesOf(...sessions),
    { ...setting, ...change },
  )

describe('answer', () => {
  it('shows a card with speaker, matching line under its headings, slides and source', async () => {
    const { reply } = await ask('모니터링', { locale: 'ko' })
    expect(renderText({ ...reply, menus: [] })).toBe(
      [
        '모니터링 첫걸음',
        '한지민 · Harbour Days 2024',
        '• 도구 › Prometheus',
        '  • 모니터링은 Prometheus로 시작한다',
        '발표 자료:',
        '  First steps https://slides.example/first',
        '작성자의 주관이 담긴 요약이에요. 원문: https://harbour.example/2024',
      ].join('\n'),
    )
    expect(reply.outcome).toBe('answered')
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

  it('gives slide links, and says where there are none', async () => {
    expect(renderText((await ask('slides gardening')).reply)).toContain('No slides were published.')
    expect(renderText((await ask('slides 모니터링')).reply)).toContain('https://slides.example/first')
  })

  it('shows the card of the only talk of a speaker', async () => {
    const { reply, matches } = await ask('speaker Mina Park')
    expect(matches.map(({ session }) => session.id)).toEqual(['harbour/gardening'])
    expect(renderText(reply)).toContain('Prune what nobody waters')
  })

  it('lists the talks of a meetup that is named by its year, and names an unknown one', async () => {
    expect(renderText((await ask('sessions 2024')).reply)).toContain('Gardening clusters · Mina Park')
    expect(renderText((await ask('sessions 1999')).reply)).toContain('no such meetup in the notes: “1999”')
  })

  it('pages a long list without losing a session', async () => {
    const sessions = Array.from({ length: 20 }, (_, at) =>
      buildSession(`Talk ${at}`, [], { id: `harbour/${at}`, meetup }),
    )
    const pages = await Promise.all([0, 1, 2].map((page) => ask('sessions', { page }, sessions)))
    const titles = pages.flatMap(({ reply }) =>
      reply.menus.flatMap((menu) => menu.options.map((o) => o.label)),
    )
    expect(titles).toEqual(sessions.map((session) => session.title))
    expect(pages.map(({ reply }) => reply.buttons.map(({ label }) => label))).toEqual([
      ['Next ▶'],
      ['◀ Back', 'Next ▶'],
      ['◀ Back'],
    ])
  })

  it('shows every command in help, in both languages', async () => {
    const names = ['session', 'sessions', 'slides', 'speaker', 'tip', 'tips', 'gaps', 'help']
    for (const locale of ['ko', 'en'] as const) {
      const text = renderText((await ask('help', { locale })).reply)
      expect(names.filter((name) => !text.includes(`• ${name}`))).toEqual([])
    }
  })
})

describe('openSession', () => {
  it('shows the summary of a session that was chosen', async () => {
    const { reply } = openSession('harbour/gardening', await notesOf(monitoring, gardening), setting)
    expect(renderText(reply)).toContain('• Prune what nobody waters')
  })

  it('says so when the session has left the notes', async () => {
    const { reply } = openSession('harbour/gone', await notesOf(monitoring), setting)
    expect([reply.outcome, renderText(reply)]).toEqual(['none', 'This talk is no longer in the notes.'])
  })
})
