import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandName } from '../../src/answer/command.js'
import { commands } from '../../src/answer/commands.js'
import type { Reply } from '../../src/answer/reply.js'
import type { Bot, Outlet } from '../../src/chat/chat.js'
import { openBot } from '../wire/bot.js'

/** A chat with somebody who asks where others read along. */
export interface PublicPlace {
  /** Starts the chat with this bot. */
  readonly start: (bot: Bot) => Promise<void>
  /** Every way to ask there, each given a command and its words. Resolves when it was sent. */
  readonly surfaces: Readonly<Record<string, (command: CommandName, words: string) => Promise<void>>>
  /** All that others have read so far, the bot's messages that are gone again among it. */
  readonly seenByAll: () => string
  /** All that only the asker has read so far. */
  readonly seenByAsker: () => string
  readonly close: () => Promise<void>
}

const words: Partial<Record<CommandName, string>> = {
  session: 'opencensus',
  slides: 'opencensus',
  speaker: '김진웅',
  tips: 'status',
  gaps: '30',
}

/**
 * A reply's visibility is a promise that a chat keeps wherever and whatever was asked. `surfaceNames` are those of
 * `open`'s place.
 */
export function describePrivacy(
  name: string,
  surfaceNames: readonly string[],
  open: () => Promise<PublicPlace>,
): void {
  describe(`on ${name}, a reply`, () => {
    let place: PublicPlace
    beforeEach(async () => {
      place = await open()
    })
    afterEach(() => place.close())

    const asked = surfaceNames.flatMap((surface) =>
      commands.flatMap(({ name: command }) =>
        (['private', 'public'] as const).map((visibility) => ({ surface, command, visibility })),
      ),
    )
    it.each(asked)(
      'to $command by $surface that is $visibility is',
      async ({ surface, command, visibility }) => {
        const secret = `${visibility} ${command}`
        await place.start(promising(visibility, secret))
        await place.surfaces[surface]?.(command, words[command] ?? '')
        const answered = () => `${place.seenByAll()}\n${place.seenByAsker()}`
        await expect.poll(answered, { timeout: 10_000 }).toContain(secret)
        if (visibility === 'private') expect(place.seenByAll()).not.toContain(secret)
      },
    )
  })
}

/** The real bot, but each reply has this visibility, and says a word by which it is known. */
function promising(visibility: Reply['visibility'], secret: string): Bot {
  const slow = async () => ({ outcome: 'command', parts: [] }) as const
  const { bot } = openBot({ commands: { tip: slow, tips: slow, gaps: slow } })
  const marked = (outlet: Outlet): Outlet => ({
    ...outlet,
    send: (reply) =>
      outlet.send({
        ...reply,
        visibility,
        parts: [{ kind: 'text', line: [{ text: secret }] }, ...reply.parts],
      }),
  })
  return {
    ...bot,
    answer: (question, asker, outlet) => bot.answer(question, asker, marked(outlet)),
    press: (action, asker, outlet) => bot.press(action, asker, marked(outlet)),
  }
}
