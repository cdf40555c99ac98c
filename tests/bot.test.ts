import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../src/answer/reply.js'
import { textPart } from '../src/answer/reply-context.js'
import { type BotDeps, createBot } from '../src/bot.js'
import type { Answered } from '../src/chat/bot-listener.js'
import type { Asker } from '../src/chat/chat.js'
import { renderText } from '../src/chat/console/render.js'
import { createSearchIndex } from '../src/search/search-index.js'
import { StoreError } from '../src/store/store.js'
import { buildLibrary, buildSession } from './search/build-library.js'

const library = buildLibrary([
  buildSession('Kubernetes upgrades', ['Drain one node at a time'], { id: '2019/upgrades' }),
  buildSession('배포 자동화', ['카나리 배포로 시작한다'], { id: '2019/deploy' }),
])
const notes = { library, index: await createSearchIndex(library) }

const asker: Asker = { chat: 'slack', user: 'U1', visibility: 'private', mayManage: async () => false }

/** A bot, what it told its listener and what it logged. */
function botWith(change: Partial<BotDeps> = {}) {
  const events: Answered[] = []
  const logged: string[] = []
  const bot = createBot({
    notes: () => notes,
    locale: 'ko',
    commands: {},
    todaysTip: () => ({ outcome: 'command', parts: [textPart('Drain slowly.')] }),
    remembers: false,
    listener: { answered: (event) => events.push(event), voted: () => {} },
    log: pino({}, { write: (line: string) => logged.push(line) }),
    logQuestions: false,
    now: () => 1000,
    ...change,
  })
  const sent: Reply[] = []
  const send = async (reply: Reply) => {
    sent.push(reply)
  }
  return { bot, events, logged, sent, send }
}

describe('a bot', () => {
  it('sends what the notes answer in the very turn in which it was asked', () => {
    const { bot, sent, send } = botWith()
    void bot.answer('kubernetes', asker, { send })
    expect(sent.map((reply) => reply.outcome)).toEqual(['answered'])
  })

  it('tells its listener what happened, after the reply was sent', async () => {
    const { bot, events, sent, send } = botWith()
    await bot.answer('kubernetes', asker, { send })
    expect(events).toEqual([
      {
        id: sent[0]?.question,
        askedAt: 1000,
        chat: 'slack',
        locale: 'ko',
        command: 'session',
        outcome: 'answered',
        text: 'kubernetes',
        sessions: ['2019/upgrades'],
        composeSeconds: expect.any(Number),
        seconds: expect.any(Number),
      },
    ])
    expect(sent[0]?.question).toMatch(/^[\w-]{12}$/)
  })

  it.each([
    ['카나리', undefined, 'ko'],
    ['카나리', 'en', 'en'],
    ['카나리 배포는 어떻게 해요?', 'en', 'ko'],
    ['kubernetes', undefined, 'ko'],
    ['kubernetes', 'en', 'en'],
    ['how do I drain a node', undefined, 'en'],
    ['session how do I drain a node', 'ko', 'en'],
    ['help', undefined, 'ko'],
    ['tips on 09:00 Asia/Seoul', undefined, 'ko'],
    ['help', 'en', 'en'],
    ['123', undefined, 'ko'],
  ] as const)('answers %j of a person whose language is %s in %s', async (text, own, locale) => {
    const { bot, sent, send } = botWith()
    await bot.answer(text, own ? { ...asker, locale: own } : asker, { send })
    expect(sent[0]?.locale).toBe(locale)
  })

  it('apologises privately when an answer throws, and logs the error under the question’s id', async () => {
    const { bot, sent, logged, send } = botWith({
      notes: () => ({
        ...notes,
        index: {
          ...notes.index,
          search: () => {
            throw new Error('broken index')
          },
        },
      }),
    })
    await bot.answer('kubernetes public:yes', asker, { send })
    expect(sent.map((reply) => [reply.outcome, reply.visibility, renderText(reply)])).toEqual([
      ['failed', 'private', '죄송해요, 답을 만들다가 문제가 생겼어요. 잠시 뒤에 다시 물어봐 주세요.'],
    ])
    expect(logged.join('')).toContain('broken index')
  })

  it('apologises even when the notes themselves cannot be had', async () => {
    const notes = () => {
      throw new Error('no notes')
    }
    const { bot, sent, send } = botWith({ notes })
    await bot.answer('sessions about x', asker, { send })
    expect(sent.map((reply) => reply.outcome)).toEqual(['failed'])
  })

  it('never rejects when a reply cannot be sent', async () => {
    const { bot, logged } = botWith()
    const send = () => Promise.reject(new Error('socket closed'))
    await bot.answer('kubernetes', asker, { send })
    expect(logged.join('')).toContain('socket closed')
  })

  it('asks for a moment before a command that needs the store, and only then', async () => {
    const steps: string[] = []
    const tips = async () => {
      steps.push('store')
      return { outcome: 'command', parts: [textPart('Subscribed.')] } as const
    }
    const { bot } = botWith({ commands: { tips } })
    const defer = async () => void steps.push('defer')
    const send = async () => void steps.push('send')
    await bot.answer('tips on', asker, { defer, send })
    await bot.answer('kubernetes', asker, { defer, send })
    expect(steps).toEqual(['defer', 'store', 'send', 'send'])
  })

  it('says that the database is away rather than apologising for itself', async () => {
    const { bot, sent, send } = botWith({ commands: { gaps: () => Promise.reject(new StoreError('away')) } })
    await bot.answer('gaps', asker, { send })
    expect(sent.map((reply) => renderText(reply))).toEqual([
      '지금은 저장소에 연결할 수 없어요. 잠시 뒤에 다시 시도해 주세요.',
    ])
  })

  it('does not log a question’s words unless told', async () => {
    const quiet = botWith()
    await quiet.bot.answer('kubernetes', asker, { send: quiet.send })
    expect(quiet.logged.join('')).not.toContain('kubernetes')
    const open = botWith({ logQuestions: true })
    await open.bot.answer('kubernetes', asker, { send: open.send })
    expect(open.logged.join('')).toContain('"text":"kubernetes"')
  })

  it('opens the session on a pressed button, in the button’s language', async () => {
    const { bot, sent, send } = botWith()
    await bot.press({ kind: 'session', locale: 'en', session: '2019/deploy' }, asker, { send })
    expect(sent.map((reply) => [reply.locale, renderText(reply)])).toEqual([
      ['en', "카나리 배포로 시작한다\n배포 자동화\nDevOps meetup '19"],
    ])
  })

  it('gives the same card again for everybody, without buttons and without counting it', async () => {
    const { bot, events, sent, send } = botWith()
    await bot.answer('kubernetes', asker, { send })
    const again = await bot.publicCopy('kubernetes', asker)
    expect(again.parts).toEqual(sent[0]?.parts)
    expect([again.visibility, again.buttons, events.length]).toEqual(['public', [], 1])
  })

  it('welcomes with examples, the tip of the day and the sessions', () => {
    const text = renderText(botWith().bot.home('en', 0))
    for (const words of ['Press a question', 'Drain slowly.', 'Kubernetes upgrades', '배포 자동화']) {
      expect(text).toContain(words)
    }
  })

  it('leaves store commands alone where there is no store', async () => {
    const { bot, sent, send } = botWith()
    await bot.answer('gaps', { ...asker, locale: 'en' }, { send })
    expect(sent.map((reply) => renderText(reply))).toEqual([
      'This command does not work here. In a shell, run: npm run --silent gaps',
    ])
  })
})
