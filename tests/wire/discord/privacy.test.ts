import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { encodeAction } from '../../../src/answer/action.js'
import { wordingIn } from '../../../src/answer/wording/wording.js'
import type { StoreCommand } from '../../../src/chat/bot-listener.js'
import { createDiscordChat } from '../../../src/chat/discord/discord.js'
import { sleep } from '../../../src/time/sleep.js'
import { describePrivacy } from '../../chat/privacy.js'
import { FakeDiscord, organiser } from './fake-discord.js'
import { run, words } from './running.js'
import { botId, type KeptMessage, token } from './world.js'

const surfaces = ['slash command', 'mention', 'mention in a thread', 'button', 'button of a public card']

describePrivacy('Discord', surfaces, async () => {
  const discord = await FakeDiscord.start()
  const meter = { acknowledged: () => {}, reconnected: () => {}, sendFailed: () => {}, shed: () => {} }
  const context = { log: pino({ level: 'silent' }), meter, failed: () => {}, sleep }
  const config = { token, apiUrl: discord.apiUrl, command: 'devops', organisers: [] }
  const chat = createDiscordChat(config, context)
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
    start: (bot) => chat.start(bot),
    surfaces: {
      'slash command': async (command, typed) => {
        await discord.slash(command, typed ? { [options[command] ?? 'query']: typed } : {}, manner)
      },
      mention: async (command, typed) => void discord.say(`<@${botId}> ${command} ${typed}`),
      'mention in a thread': async (command, typed) =>
        void discord.say(`<@${botId}> ${command} ${typed}`, thread),
      button: (command, typed) => press(command, typed, 64),
      'button of a public card': (command, typed) => press(command, typed, 0),
    },
    seenByAll: () => all([...discord.channel.messages, ...thread.messages]),
    seenByAsker: () => all([...discord.direct.messages, ...discord.world.whispers]),
    close: async () => {
      await chat.stop()
      await discord.stop()
    },
  }
})

describe('what organisers ask', () => {
  const gaps: StoreCommand = async () => ({
    outcome: 'command',
    visibility: 'private',
    parts: [{ kind: 'text', line: [{ text: 'what others asked' }] }],
  })

  it('by mentioning the bot comes in a direct message', async () => {
    const { discord } = await run({ parts: { commands: { gaps } } })
    discord.say(`<@${botId}> gaps`)
    expect((await discord.messagesIn(discord.direct)).map(words)).toEqual(['what others asked'])
    expect(discord.channel.messages).toEqual([])
  })

  it('of somebody who takes no direct messages gives way to a line on where to ask', async () => {
    const { discord } = await run({ parts: { commands: { gaps } } })
    const refusal = { code: 50007, message: 'Cannot send messages to this user' }
    discord.rest.fail(new RegExp(`^/channels/${discord.direct.id}/messages$`), 403, refusal)
    discord.say(`<@${botId}> gaps`)
    const said = (await discord.messagesIn(discord.channel)).map(words)
    expect(said).toEqual([wordingIn('ko').privateElsewhere])
  })

  it('with public:yes is private all the same', async () => {
    const { discord } = await run({ parts: { commands: { gaps } } })
    const { response } = await discord.slash('gaps', { public: 'yes' }, { permissions: organiser })
    expect(response).toEqual({ type: 5, data: { flags: 64 } })
  })

  it('cannot be shared by a press that no button of the message offers', async () => {
    const { discord } = await run({ parts: { commands: { gaps } } })
    const { original } = await discord.slash('gaps', {}, { permissions: organiser })
    await expect.poll(() => words(original)).toBe('what others asked')
    const forged = { type: 3, custom_id: 'ko:share', options: [{ value: 'ko:share' }] }
    const message = { ...(original as KeptMessage), components: [{ type: 1, components: [forged] }] }
    const sent = { ...message, components: [] }
    await discord.press(message, 'ko:share', { raw: { message: sent } })
    await discord.slash('help')
    expect(discord.channel.messages).toEqual([])
  })
})

function all(messages: readonly KeptMessage[]): string {
  return messages.map(words).join('\n')
}
