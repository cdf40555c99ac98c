import { type Action, decodeAction } from '../answer/action.js'
import type { Reply } from '../answer/reply.js'
import type { Locale } from '../answer/wording/locale.js'
import type { Asker, Bot, Outlet } from '../chat/chat.js'
import { renderReply } from '../chat/discord/render/render.js'
import { decodeButtonValue, type Origin } from '../chat/slack/render/button-value.js'
import { renderMessages } from '../chat/slack/render/render.js'
import type { DiscordPost, DrawnChat, Person, Post, PressedAnswer, PressRequest } from './wire.js'

/** Asks the bot as both chats do, and gives what each of them would post. */
export interface Conversation {
  ask(question: string, person: Person): Promise<readonly Post[]>
  press(press: PressRequest): Promise<PressedAnswer>
}

/** How commands are typed in each chat. */
export interface CommandPrefixes extends Readonly<Record<DrawnChat, string>> {}

/** A conversation with this bot. Nothing is remembered between two questions: what is needed travels in the buttons. */
export function createConversation(bot: Bot, prefixes: CommandPrefixes): Conversation {
  const askerIn = (chat: DrawnChat, person: Person) => askerOf(chat, person, prefixes[chat])
  return {
    ask: async (question, person) => {
      const chats: readonly DrawnChat[] = ['slack', 'discord']
      const posts = await Promise.all(
        chats.map(async (chat) => {
          const reply = await replyOf((outlet) => bot.answer(question, askerIn(chat, person), outlet))
          return draw(chat, reply, question)
        }),
      )
      return posts.flat()
    },
    press: async ({ chat, code, origin, person }) => {
      const action = actionOf(chat, code)
      return action
        ? obey(bot, { chat, action, origin: originOf(chat, origin), asker: askerIn(chat, person) })
        : { added: [] }
    },
  }
}

/** A reply as the messages of one chat. */
export function draw(chat: DrawnChat, reply: Reply, origin?: Origin): readonly Post[] {
  const isPrivate = reply.visibility === 'private'
  if (chat === 'discord') return [discordPost(reply, isPrivate)]
  return renderMessages(reply, origin).map(({ blocks }) => ({ chat, isPrivate, blocks }))
}

function discordPost(reply: Reply, isPrivate: boolean, above = ''): DiscordPost {
  const { allowed_mentions: _, ...card } = renderReply(reply)
  const content = [above, 'content' in card ? String(card.content ?? '') : ''].filter(Boolean).join('\n')
  return { ...card, chat: 'discord', isPrivate, content }
}

interface Press {
  readonly chat: DrawnChat
  readonly action: Action
  readonly origin: Origin
  readonly asker: Asker
}

/** The name of the person who shares. */
const sharer: Readonly<Record<Locale, string>> = { ko: '민지', en: 'Minji' }

/** What both chats do with a button: see `surfaces/buttons.ts` of each. */
async function obey(bot: Bot, { chat, action, origin, asker }: Press): Promise<PressedAnswer> {
  switch (action.kind) {
    case 'share': {
      const reply = await bot.publicCopy(origin, { ...asker, visibility: 'public' })
      return { instead: [], added: withLine(chat, reply, bot.sharedBy(sharer[action.locale], action.locale)) }
    }
    case 'vote': {
      const thanks = bot.vote(action.question, action.vote, action.locale)
      const reply = await bot.publicCopy(origin, asker)
      return { instead: withLine(chat, { ...reply, visibility: asker.visibility }, thanks), added: [] }
    }
    case 'page':
      return {
        instead: draw(chat, await replyOf((outlet) => bot.press(action, asker, outlet)), action),
        added: [],
      }
    default: {
      const reply = await replyOf((outlet) => bot.press(action, { ...asker, visibility: 'private' }, outlet))
      return { added: draw(chat, reply, action) }
    }
  }
}

/** A reply with a line of small print: below the parts on Slack, above the card on Discord. */
function withLine(chat: DrawnChat, reply: Reply, line: string): readonly Post[] {
  if (chat === 'discord') return [discordPost(reply, reply.visibility === 'private', line)]
  return draw(chat, { ...reply, parts: [...reply.parts, { kind: 'small', line: [{ text: line }] }] })
}

function actionOf(chat: DrawnChat, code: string): Action | undefined {
  return chat === 'slack' ? decodeButtonValue(code)?.action : decodeAction(code)
}

function originOf(chat: DrawnChat, origin: PressRequest['origin']): Origin {
  return 'words' in origin ? origin.words : (actionOf(chat, origin.code) ?? '')
}

function askerOf(chat: DrawnChat, { locale, isOrganiser, isPublic }: Person, prefix: string): Asker {
  return {
    chat,
    channel: 'preview',
    user: 'preview',
    visibility: isPublic ? 'public' : 'private',
    locale,
    mayManage: async () => isOrganiser,
    ...(prefix ? { prefix } : {}),
  }
}

/** The one reply that a bot sends to an outlet. The bot never fails: its errors are apologies. */
function replyOf(ask: (outlet: Outlet) => Promise<void>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const send = async (reply: Reply) => resolve(reply)
    ask({ send }).then(() => reject(new Error('The bot sent no reply')), reject)
  })
}
