import { describe, expect, it } from 'vitest'
import { wordingIn } from '../../../src/answer/wording/wording.js'
import type { StoreCommand } from '../../../src/chat/bot-listener.js'
import { organiser } from './fake-discord.js'
import { run, words } from './running.js'
import { botId, type KeptMessage } from './world.js'

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
