import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notes } from '../../src/answer/reply-context.js'
import { parsePart } from '../../src/knowledge/files/read-part.js'
import type { Finding } from '../../src/knowledge/finding.js'
import { joinParts } from '../../src/knowledge/library.js'
import type { Listening } from '../../src/operations/listen.js'
import { startPreview } from '../../src/preview/preview.js'
import type {
  AskedAnswer,
  DiscordPost,
  DrawnMessage,
  NotesReport,
  PressedAnswer,
  TipCalendar,
} from '../../src/preview/wire.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'

const post = `---
title: 캐시 밋업
date: 2024-05-11
---

## 캐시를 데우는 법

- 발표자: 김하나
- 자료: https://slides.example/warm
- 캐시는 아침마다 데운다

## 큐를 비우는 법

- 발표자: 박두리
- 큐는 저녁마다 비운다
`

async function notesOf(text: string): Promise<Notes> {
  const part = parsePart('post', [{ path: 'notes/cache.md', text }])
  const library = joinParts([part], { folder: 'notes' })
  return { library, index: await createSearchIndex(library) }
}

const member = { locale: 'ko', isOrganiser: false, isPublic: false }

let notes: Notes
let unusable: readonly Finding[]
let server: Listening
let store: Store | undefined

async function start(given?: Store): Promise<void> {
  store = given
  server = await startPreview({
    folder: 'notes',
    notes: () => notes,
    unusable: () => unusable,
    store: given,
    locale: 'ko',
    commandNames: { slack: '/devops', discord: 'devops' },
    keep: true,
    tips: { channels: [], zone: 'Asia/Seoul' },
    log: pino({ level: 'silent' }),
    port: 0,
    page: 'nowhere',
    now: () => Date.parse('2024-06-01T00:00:00Z'),
  })
}

beforeEach(async () => {
  notes = await notesOf(post)
  unusable = []
})

afterEach(async () => {
  await server.close()
  await store?.close()
})

const address = (path: string) => `http://127.0.0.1:${server.port}${path}`

async function get<Data>(path: string): Promise<Data> {
  const data: Data = JSON.parse(await (await fetch(address(path))).text())
  return data
}

async function send<Data>(path: string, body: unknown): Promise<Data> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(address(path), { method: 'POST', headers, body: JSON.stringify(body) })
  const data: Data = JSON.parse(await response.text())
  return data
}

const ask = (question: string, person = member) => send<AskedAnswer>('/api/ask', { question, person })
const wordsOf = (posts: readonly DrawnMessage[]) => JSON.stringify(posts)
const discordPosts = (posts: readonly DrawnMessage[]) =>
  posts.filter((each): each is DiscordPost => each.chat === 'discord')

/** What a button carries whose label fits. */
function codeIn(posts: readonly DrawnMessage[], chat: DrawnMessage['chat'], label: RegExp): string {
  const text = JSON.stringify(posts.filter((each) => each.chat === chat))
  const buttons: unknown[] = []
  JSON.parse(text, (_key, value) => {
    if (value && typeof value === 'object' && ('custom_id' in value || 'action_id' in value))
      buttons.push(value)
    return value
  })
  const found = buttons.map((button) => JSON.stringify(button)).find((button) => label.test(button)) ?? '{}'
  const { custom_id, value } = JSON.parse(found)
  return custom_id ?? value
}

describe('the preview', () => {
  it('gives one answer as both chats would post it, and how it was found', async () => {
    await start()
    const { posts, search } = await ask('캐시를 데우는 법')
    expect(posts.map(({ chat, isPrivate }) => [chat, isPrivate])).toEqual([
      ['slack', true],
      ['discord', true],
    ])
    for (const each of posts) expect(wordsOf([each])).toContain('아침마다 데운다')
    expect(search).toMatchObject({
      outcome: 'answered',
      matches: [{ title: '캐시를 데우는 법', file: 'cache.md', line: 6 }],
    })
  })

  it('answers a mention for everybody, and shows commands as they are typed in each chat', async () => {
    await start()
    const { posts, search } = await ask('help', { ...member, isPublic: true })
    expect(posts.map(({ isPrivate }) => isPrivate)).toEqual([false, false])
    expect(wordsOf(posts.slice(0, 1))).toContain('"/devops session ')
    expect(wordsOf(posts.slice(1))).toContain('</devops session:0>')
    expect(search).toBeUndefined()
  })

  it.each(['slack', 'discord'] as const)('thanks for a vote in place of the buttons on %s', async (chat) => {
    await start()
    const { posts } = await ask('캐시를 데우는 법')
    const code = codeIn(posts, chat, /도움/u)
    const origin = { words: '캐시를 데우는 법' }
    const { instead = [], added } = await send<PressedAnswer>('/api/press', {
      chat,
      code,
      origin,
      person: member,
    })
    expect([instead.length, added]).toEqual([1, []])
    expect(wordsOf(instead)).toContain('아침마다 데운다')
    expect(codeIn(instead, chat, /도움/u)).toBeUndefined()
  })

  it.each(['slack', 'discord'] as const)('shares in the name of a person on %s', async (chat) => {
    await start()
    const { posts } = await ask('캐시를 데우는 법')
    const code = codeIn(posts, chat, /공유/u)
    const origin = { words: '캐시를 데우는 법' }
    const { instead, added } = await send<PressedAnswer>('/api/press', { chat, code, origin, person: member })
    expect([instead, added.map(({ isPrivate }) => isPrivate)]).toEqual([[], [false]])
    expect(wordsOf(added)).toContain('민지')
  })

  it('changes no subscription', async () => {
    await start()
    const { posts } = await ask('tips on 09:00', { ...member, isOrganiser: true })
    expect(discordPosts(posts).map((each) => wordsOf([each]))[0]).toContain(
      '미리보기에서는 구독을 바꾸지 않아요',
    )
  })

  it('shows what was understood, errors first', async () => {
    unusable = [{ file: 'notes/broken.md', line: 3, level: 'error', message: 'is broken' }]
    await start()
    const { findings, meetups } = await get<NotesReport>('/api/notes')
    expect(findings[0]).toEqual({ file: 'broken.md', line: 3, level: 'error', message: 'is broken' })
    expect(meetups[0]).toMatchObject({ title: '캐시 밋업', date: '2024-05-11', file: 'cache.md' })
    expect(
      meetups[0]?.sessions.map(({ title, speakers, slides }) => [title, speakers, slides.length]),
    ).toEqual([
      ['캐시를 데우는 법', ['김하나'], 1],
      ['큐를 비우는 법', ['박두리'], 0],
    ])
  })

  it('plays 30 days of tips, for the date and for a channel that nobody has subscribed yet', async () => {
    await start()
    const { days, pool } = await get<TipCalendar>('/api/tips')
    expect([days.length, days[0]?.at, pool, days[0]?.posts.length]).toEqual([30, '2024-06-01', 2, 2])
    const channel = await get<TipCalendar>('/api/tips?channel=slack:C0123456789')
    expect([channel.days.length, channel.days[0]?.at]).toEqual([30, '2024-06-01 09:00'])
    expect((await get<TipCalendar>('/api/tips?channel=nowhere')).days).toEqual([])
  })

  it('says where gaps come from while there is no database', async () => {
    await start()
    expect(await get('/api/gaps')).toEqual({ kind: 'unknown', why: 'no store' })
  })

  it('shows the gaps that a database keeps', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'meetup-bot-preview-'))
    const memory = await openStore({ directory }, pino({ level: 'silent' }))
    await memory.questions.record([
      {
        id: 'abcdefghijkl',
        askedAt: Date.parse('2024-05-30T00:00:00Z'),
        chat: 'slack',
        locale: 'ko',
        text: '로그는 어디에 모아요?',
        outcome: 'none',
        sessions: [],
        vote: '',
      },
    ])
    await start(memory)
    expect(await get('/api/gaps')).toMatchObject({
      kind: 'report',
      asked: 1,
      gaps: [
        { question: '로그는 어디에 모아요?', count: 1, nearest: '', lastAsked: '2024-05-30', up: 0, down: 0 },
      ],
    })
  })

  it('tells the page of changed notes', async () => {
    await start()
    const response = await fetch(address('/api/changes'))
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe('retry: 500\n\n')
    notes = await notesOf(post.replace('캐시 밋업', '새 밋업'))
    expect((await reader?.read())?.value).toBe('data: changed\n\n')
    await reader?.cancel()
  })

  it('listens on this machine alone, for its own page alone', async () => {
    await start()
    const statusFor = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const options = { host: '127.0.0.1', port: server.port, path: '/api/notes', headers }
        request(options, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end()
      })
    expect(await statusFor({})).toBe(200)
    expect(await statusFor({ host: `evil.example:${server.port}` })).toBe(403)
    expect(await statusFor({ origin: 'https://evil.example' })).toBe(403)
  })

  it('takes JSON alone, of an agreed form and size', async () => {
    await start()
    const statusOf = async (type: string, body: string) =>
      (await fetch(address('/api/ask'), { method: 'POST', headers: { 'content-type': type }, body })).status
    expect(await statusOf('text/plain', '{}')).toBe(415)
    expect(await statusOf('application/json', '{')).toBe(400)
    expect(await statusOf('application/json', '{"question":1}')).toBe(400)
    expect(await statusOf('application/json', JSON.stringify('a'.repeat(70_000)))).toBe(413)
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/../../package.json', '/.env'])(
    'gives no file outside the page: %s',
    async (path) => {
      await start()
      expect((await fetch(address(path))).status).toBe(404)
    },
  )
})
