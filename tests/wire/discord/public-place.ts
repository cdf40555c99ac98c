import { pino } from 'pino'
import { encodeAction } from '../../../src/answer/action.js'
import { createDiscordChat } from '../../../src/chat/discord/discord.js'
import { sleep } from '../../../src/time/sleep.js'
import type { PublicPlaces } from '../../chat/public-place.js'
import { FakeDiscord, organiser } from './fake-discord.js'
import { words } from './running.js'
import { botId, type KeptMessage, token } from './world.js'

const surfaces = [
  'slash command',
  'message command',
  'mention',
  'mention in a thread',
  'button',
  'button of a public card',
  'direct message',
] as const

/** A server of Discord's with somebody who may do everything. */
export const discordPlaces: PublicPlaces<(typeof surfaces)[number]> = {
  name: 'Discord',
  surfaces,
  open: async (bot) => {
    const discord = await FakeDiscord.start()
    const meter = { acknowledged: () => {}, reconnected: () => {}, sendFailed: () => {}, shed: () => {} }
    const context = { log: pino({ level: 'silent' }), meter, failed: () => {}, sleep }
    const config = { token, apiUrl: discord.apiUrl, command: 'devops', organisers: [] }
    const chat = createDiscordChat(config, context)
    await chat.start(bot)
    const thread = discord.world.addPlace(11, discord.channel.guild, discord.channel.id)
    const manner = { permissions: organiser }
    const options: Record<string, string> = { speaker: 'name', tips: 'setting', gaps: 'days' }
    const press = async (command: string, typed: string, flags: number) => {
      const ask = encodeAction({ kind: 'ask', locale: 'ko', text: `${command} ${typed}`.trim() })
      const card = discord.world.keep(discord.channel, {
        flags,
        components: [{ type: 1, components: [{ type: 2, style: 2, label: 'ask', custom_id: ask }] }],
      })
      await discord.press(card, ask, manner)
    }
    return {
      surfaces: {
        'slash command': async (command, typed) => {
          await discord.slash(command, typed ? { [options[command] ?? 'query']: typed } : {}, manner)
        },
        'message command': async (command, typed) => {
          await discord.find(`${command} ${typed}`, manner)
        },
        mention: async (command, typed) => void discord.say(`<@${botId}> ${command} ${typed}`),
        'mention in a thread': async (command, typed) =>
          void discord.say(`<@${botId}> ${command} ${typed}`, thread),
        button: (command, typed) => press(command, typed, 64),
        'button of a public card': (command, typed) => press(command, typed, 0),
        'direct message': async (command, typed) => void discord.say(`${command} ${typed}`, discord.direct),
      },
      seenByAll: () => all([...discord.channel.messages, ...thread.messages]),
      seenByAsker: () => all([...discord.direct.messages, ...discord.world.whispers]),
      close: async () => {
        await chat.stop()
        await discord.stop()
      },
    }
  },
}

function all(messages: readonly KeptMessage[]): string {
  return messages.map(words).join('\n')
}
