import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../src/answer/commands.js'
import type { Item, Reply, ReplyLine, ReplyPart } from '../../src/answer/reply.js'
import type { Asker, Bot, Chat } from '../../src/chat/chat.js'
import { choicesOf } from '../../src/chat/console/render.js'
import { shippedNotes } from '../shipped-notes.js'
import { openBot } from '../wire/bot.js'
import { arbitraryReply } from './arbitrary-reply.js'

/** A chat with somebody in front of it. */
export interface ChatAtWork {
  readonly chat: Chat
  /** Asks as a person does, privately where the chat can; gives the answer as that person reads it, links written out. */
  readonly ask: (words: string) => Promise<string>
  /** Picks what stands under the last answer by its label; gives the answer to that. */
  readonly choose: (label: string) => Promise<string>
  /** Stops what surrounds the chat, after the chat. */
  readonly close: () => Promise<void>
}

/** What every chat promises, whatever it looks like. `open` gives one that has not started yet. */
export function describeChat(name: string, open: () => Promise<ChatAtWork>): void {
  describe(`${name}, as any chat,`, () => {
    const { bot } = openBot()
    let work: ChatAtWork
    beforeEach(async () => {
      work = await open()
    })
    afterEach(async () => {
      await work.chat.stop()
      await work.close()
    })

    it.each([
      ['a Korean question', '쿠버네티스 모니터링'],
      ['an English question', 'session monitoring'],
      ['a list', 'sessions'],
      ['links to slides', 'slides'],
    ])('answers %s with every line and link of the reply', async (_what, words) => {
      await work.chat.start(bot)
      const answer = await work.ask(words)
      for (const line of linesOf(await replyTo(bot, words))) expect(plain(answer)).toContain(plain(line))
    })

    it.each(answered)('gives the answer to %s in the first two lines', async (words) => {
      await work.chat.start(bot)
      const lead = leadOf(await replyTo(bot, words))
      expect(plain(head(await work.ask(words)))).toContain(plain(lead))
    })

    it.each([...answered, ...lists])('names no talk twice for %s', async (words) => {
      await work.chat.start(bot)
      const answer = plain(await work.ask(words))
      const twice = titles.filter((title) => answer.split(plain(title)).length > 2)
      expect(twice).toEqual([])
    })

    it.each([...answered, ...lists])('has no row without text of its own for %s', async (words) => {
      await work.chat.start(bot)
      expect(rowsOf(await work.ask(words)).filter(isBare)).toEqual([])
    })

    it.each(answered)('gives at most three addresses for %s', async (words) => {
      await work.chat.start(bot)
      expect(addressesIn(await work.ask(words)).size).toBeLessThanOrEqual(3)
    })

    it('leads any reply with its answer, and leaves no row empty', async () => {
      const replies = fc.sample(arbitraryReply, { numRuns: 12, seed: 14 })
      const waiting = replies.map(
        (reply): Reply => ({ ...reply, visibility: 'private', parts: [answerItself, ...reply.parts] }),
      )
      await work.chat.start({
        ...bot,
        answer: (_question, _asker, { send }) => send(waiting.shift() ?? replies[0] ?? nothing, []),
      })
      for (const _ of replies) {
        const answer = await work.ask('opencensus')
        expect(head(answer)).toContain('The answer itself')
        expect(rowsOf(answer).filter(isBare)).toEqual([])
      }
    })

    it('shows in its help every command that anybody may use', async () => {
      await work.chat.start(bot)
      const help = await work.ask('help')
      for (const { name } of commands.filter(({ who }) => who === 'anyone')) {
        if (name !== 'help') expect(help).toContain(name)
      }
    })

    it('shows words that look like markup as they were typed', async () => {
      await work.chat.start(bot)
      const answer = await work.ask('<!channel> @everyone *zz* `qq` & <@123456789012345678>')
      expect(plain(answer)).toContain('“<!channel> @everyone *zz* `qq` & <@123456789012345678>”')
    })

    it('opens what was chosen under an answer', async () => {
      await work.chat.start(bot)
      const { label = '' } = choicesOf(await replyTo(bot, 'sessions', 'private'))[0] ?? {}
      await work.ask('sessions')
      expect(plain(await work.choose(label))).toContain(plain(label))
    })

    it('answers questions that come at the same time, each with its own answer', async () => {
      await work.chat.start(bot)
      const words = ['xqzzwv', 'qwxzzt', 'zzkqxw', 'vvqzzx']
      const answers = await Promise.all(words.map(work.ask))
      for (const [at, each] of words.entries()) expect(answers[at]).toContain(`“${each}”`)
    })

    it('is connected once it has started', async () => {
      await work.chat.start(bot)
      expect(work.chat.health().connected).toBe(true)
    })

    it('can be stopped before it starts, and twice', async () => {
      await work.chat.stop()
      await Promise.all([work.chat.stop(), work.chat.stop()])
    })

    it('can be stopped twice after it has started', async () => {
      await work.chat.start(bot)
      await Promise.all([work.chat.stop(), work.chat.stop()])
      await work.chat.stop()
    })
  })
}

async function replyTo(bot: Bot, words: string, visibility: Asker['visibility'] = 'public'): Promise<Reply> {
  const asker: Asker = { chat: 'console', user: 'test', visibility, mayManage: async () => false }
  return await new Promise((resolve) => {
    void bot.answer(words, asker, { send: async (reply) => resolve(reply) })
  })
}

/** Questions that have a card, and those that have a list. */
const answered = ['쿠버네티스 모니터링', 'session monitoring', 'CI/CD']
const lists = ['sessions', 'slides', 'speaker 김진웅']

const titles = (await shippedNotes()).library.sessions.map(({ title }) => title)

const answerItself: ReplyPart = { kind: 'lead', line: [{ text: 'The answer itself' }] }
const nothing: Reply = {
  question: 'abcdefghijkl',
  locale: 'ko',
  outcome: 'answered',
  visibility: 'private',
  parts: [],
  links: [],
  buttons: [],
  after: [],
}

function leadOf({ parts }: Reply): string {
  const lead = parts.find((part) => part.kind === 'lead')
  if (!lead) throw new Error('There is no answer')
  return wordsOf(lead.line)
}

/** The first two lines that say something. */
function head(answer: string): string {
  return rowsOf(answer)
    .filter((row) => row.trim() !== '')
    .slice(0, 2)
    .join('\n')
}

function rowsOf(answer: string): readonly string[] {
  return answer.split('\n')
}

/** A bullet, a number or a heading's end, and nothing behind it. */
function isBare(row: string): boolean {
  return /^\s*([•‣◦-]|\d+\))\s*$/u.test(row)
}

function addressesIn(answer: string): ReadonlySet<string> {
  return new Set(answer.match(/https?:\/\/[^\s)]+/gu))
}

/** Every line and address that a reader of the reply has to see. */
function linesOf({ parts, links, after }: Reply): readonly string[] {
  const addresses = links.flatMap(({ label, url }) => [label, url])
  return [...parts.flatMap(partLines), ...addresses, ...after.flatMap(partLines)]
}

function partLines(part: ReplyPart): readonly string[] {
  switch (part.kind) {
    case 'list':
      return part.items.flatMap(itemLines)
    case 'rows':
      return part.rows.flatMap(({ line, detail, button }) => [
        wordsOf(line),
        ...(detail ? [wordsOf(detail)] : []),
        ...('url' in button ? [button.url] : []),
      ])
    case 'pictures':
      return part.pictures.flatMap(({ alt, url }) => [alt, url])
    default:
      return [wordsOf(part.line)]
  }
}

function itemLines({ line, items = [] }: Item): readonly string[] {
  return [wordsOf(line), ...items.flatMap(itemLines)]
}

function wordsOf(line: ReplyLine): string {
  return line.map((span) => span.text).join('')
}

/** Spaces and line breaks are the chat's own. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
