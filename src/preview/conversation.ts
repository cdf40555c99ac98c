import { type Action, decodeAction } from '../answer/action.js'
import type { Reply } from '../answer/reply.js'
import type { Locale } from '../answer/wording/locale.js'
import type { Asker, Bot, Outlet } from '../chat/chat.js'
import type { CommandMention } from '../chat/discord/render/line.js'
import { renderReply } from '../chat/discord/render/render.js'
import { escapeText, oneLine } from '../chat/discord/render/text.js'
import { decodeButtonValue, type Origin } from '../chat/slack/render/button-value.js'
import { renderMessages } from '../chat/slack/render/render.js'
import type { DiscordPost, DrawnChat, DrawnMessage, Person, PressedAnswer, PressRequest } from './wire.js'

/** Asks the bot as both chats do, and gives what each of them would post. */
export interface Conversation {
  ask(question: string, person: Person): Promise<readonly DrawnMessage[]>
  press(press: PressRequest): Promise<PressedAnswer>
}

/** How commands are typed in each chat. */
export interface CommandPrefixes extends Readonly<Record<DrawnChat, string>> {}

/** A conversation with this bot. Nothing is remembered between two questions: what is needed travels in the buttons. */
export function createConversation(bot: Bot, prefixes: CommandPrefixes): Conversation {
  // Discord makes a registered command clickable; its id does not matter here.
  const mention = (command: string) => `<${prefixes.discord}${command}:0>`
  const askerIn = (chat: DrawnChat, person: Person) => askerOf(chat, person, prefixes[chat])
  return {
    ask: async (question, person) => {
      const chats: readonly DrawnChat[] = ['slack', 'discord']
      const posts = await Promise.all(
        chats.map(async (chat) => {
          const reply = await replyOf((outlet) => bot.answer(question, askerIn(chat, person), outlet))
          return draw(chat, reply, { origin: question, mention })
        }),
      )
      return posts.flat()
    },
    press: async ({ chat, code, origin, person }) => {
      const action = actionOf(chat, code)
      return action
        ? obey(bot, mention, { chat, action, origin: originOf(chat, origin), asker: askerIn(chat, person) })
        : { added: [] }
    },
  }
}

/** What a chat needs to know beside the reply. */
export interface DrawOptions {
  /** For Slack's buttons: what the reply answers. */
  readonly origin?: Origin
  /** For Discord: how a command is made clickable. */
  readonly mention?: CommandMention
}

/** A reply as the messages of one chat. */
export function draw(
  chat: DrawnChat,
  reply: Reply,
  { origin, mention }: DrawOptions = {},
): readonly DrawnMessage[] {
  const isPrivate = reply.visibility === 'private'
  if (chat === 'discord') return [discordPost(reply, isPrivate, mention)]
  return renderMessages(reply, origin).map(({ blocks }) => ({ chat, isPrivate, blocks }))
}

function discordPost(reply: Reply, isPrivate: boolean, mention?: CommandMention): DiscordPost {
  const { content, embeds, components } = renderReply(reply, mention)
  return { chat: 'discord', isPrivate, content, embeds, components }
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
async function obey(
  bot: Bot,
  mention: CommandMention,
  { chat, action, origin, asker }: Press,
): Promise<PressedAnswer> {
  switch (action.kind) {
    case 'share': {
      const reply = await bot.publicCopy(origin, { ...asker, visibility: 'public' })
      // What is not for everybody stays with the presser.
      if (reply.visibility === 'private') return { added: draw(chat, reply, { mention }) }
      const line = bot.sharedBy(sharer[action.locale], action.locale)
      return { instead: [], added: withLine(chat, reply, line, 'above') }
    }
    case 'vote': {
      const thanks = bot.vote(action.question, action.vote, action.locale)
      const reply = await bot.publicCopy(origin, asker)
      return {
        instead: withLine(chat, { ...reply, visibility: asker.visibility }, thanks, 'below'),
        added: [],
      }
    }
    case 'page':
      return {
        instead: draw(chat, await replyOf((outlet) => bot.press(action, asker, outlet)), {
          origin: action,
          mention,
        }),
        added: [],
      }
    default: {
      const reply = await replyOf((outlet) => bot.press(action, { ...asker, visibility: 'private' }, outlet))
      return { added: draw(chat, reply, { origin: action, mention }) }
    }
  }
}

/** A reply with a line of small print: in Slack's blocks, above or below Discord's content. */
function withLine(
  chat: DrawnChat,
  reply: Reply,
  line: string,
  place: 'above' | 'below',
): readonly DrawnMessage[] {
  if (chat === 'slack') {
    return draw(chat, { ...reply, parts: [...reply.parts, { kind: 'small', line: [{ text: line }] }] })
  }
  const post = discordPost(reply, reply.visibility === 'private')
  const small = `-# ${escapeText(oneLine(line))}`
  const content = place === 'above' ? [small, post.content] : [post.content, small]
  return [{ ...post, content: content.filter(Boolean).join('\n') }]
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
