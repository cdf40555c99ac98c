import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandName } from '../../src/answer/command.js'
import { commands } from '../../src/answer/commands.js'
import type { Reply } from '../../src/answer/reply.js'
import type { Bot, Outlet } from '../../src/chat/chat.js'
import { openBot } from '../wire/bot.js'
import { discordPlaces } from '../wire/discord/public-place.js'
import { slackPlaces } from '../wire/slack/public-place.js'
import type { PublicPlace, PublicPlaces } from './public-place.js'

// A reply's visibility is a promise that each chat keeps wherever and whatever was asked: one table for all of them.

const chats: readonly PublicPlaces[] = [slackPlaces('socket'), slackPlaces('http'), discordPlaces]

const words: Partial<Record<CommandName, string>> = {
  session: 'opencensus',
  slides: 'opencensus',
  speaker: '김진웅',
  tips: 'status',
  gaps: '30',
}

describe.each(chats)('on $name, a reply', ({ surfaces, open }) => {
  const { bot, promise } = promisingBot()
  let place: PublicPlace<string>
  beforeAll(async () => {
    place = await open(bot)
  })
  afterAll(() => place.close())

  const asked = surfaces.flatMap((surface) =>
    commands.flatMap(({ name: command }) =>
      (['private', 'public'] as const).map((visibility) => ({ surface, command, visibility })),
    ),
  )
  it.each(asked)(
    'to $command by $surface that is $visibility is',
    async ({ surface, command, visibility }) => {
      const secret = `${visibility} ${command} by ${surface}.`
      promise(visibility, secret)
      await place.surfaces[surface]?.(command, words[command] ?? '')
      const answered = () => `${place.seenByAll()}\n${place.seenByAsker()}`
      await expect.poll(answered, { timeout: 10_000, interval: 5 }).toContain(secret)
      if (visibility === 'private') expect(place.seenByAll()).not.toContain(secret)
    },
  )
})

/** The real bot, but each reply has the visibility that was promised last, and says a word by which it is known. */
function promisingBot() {
  let promised: { readonly visibility: Reply['visibility']; readonly secret: string } | undefined
  const slow = async () => ({ outcome: 'command', parts: [] }) as const
  const { bot } = openBot({ commands: { tip: slow, tips: slow, gaps: slow } })
  const marked = (outlet: Outlet): Outlet => ({
    ...outlet,
    send: (reply, matches) => {
      const { visibility, secret } = promised ?? { visibility: reply.visibility, secret: '' }
      const line = [{ text: secret }]
      return outlet.send({ ...reply, visibility, parts: [{ kind: 'text', line }, ...reply.parts] }, matches)
    },
  })
  const promising: Bot = {
    ...bot,
    answer: (question, asker, outlet) => bot.answer(question, asker, marked(outlet)),
    press: (action, asker, outlet) => bot.press(action, asker, marked(outlet)),
  }
  const promise = (visibility: Reply['visibility'], secret: string) => {
    promised = { visibility, secret }
  }
  return { bot: promising, promise }
}
