import { describe, expect, it, onTestFinished } from 'vitest'
import { ChatError } from '../../../src/chat/chat.js'
import { inviteUrl } from '../../../src/chat/discord/invite.js'
import { apiBase } from '../../../src/chat/discord/wire/rest.js'
import { FakeDiscord } from '../../wire/discord/fake-discord.js'
import { applicationId, token } from '../../wire/discord/world.js'

describe('inviteUrl', () => {
  it('asks for the bot, its commands and the permissions it needs, for the application of the token', async () => {
    const { apiUrl } = await start()
    expect(await inviteUrl({ token, apiUrl })).toBe(
      `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands` +
        '&permissions=274877991936',
    )
  })

  it('names the variable when the token is wrong', async () => {
    const { apiUrl } = await start()
    await expect(inviteUrl({ token: 'wrong', apiUrl })).rejects.toThrow(/^DISCORD_TOKEN: /)
  })

  it('says in one sentence what to look at when Discord cannot be reached', async () => {
    const discord = await FakeDiscord.start()
    const { apiUrl } = discord
    await discord.stop()
    const asking = inviteUrl({ token, apiUrl })
    await expect(asking).rejects.toThrow(ChatError)
    await expect(asking).rejects.toThrow(
      'Discord does not answer (ECONNREFUSED): see that this machine reaches discord.com, and DISCORD_API_URL if it is set',
    )
  })
})

describe('apiBase', () => {
  it.each([
    [undefined, 'https://discord.com/api'],
    ['http://127.0.0.1:4001/api', 'http://127.0.0.1:4001/api'],
    ['http://127.0.0.1:4001/api/', 'http://127.0.0.1:4001/api'],
    ['http://127.0.0.1:4001/api/v10', 'http://127.0.0.1:4001/api'],
    [' http://127.0.0.1:4001/api/v10/ ', 'http://127.0.0.1:4001/api'],
  ])('takes %s', (given, base) => expect(apiBase(given)).toBe(base))
})

async function start(): Promise<FakeDiscord> {
  const discord = await FakeDiscord.start()
  onTestFinished(() => discord.stop())
  return discord
}
