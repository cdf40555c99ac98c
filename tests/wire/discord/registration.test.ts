import { describe, expect, it } from 'vitest'
import { registration } from '../../../src/chat/discord/surfaces/commands.js'
import { run } from './running.js'
import { applicationId, botId, type Json } from './world.js'

const everywhere = `/applications/${applicationId}/commands`

function puts(log: readonly string[]): readonly string[] {
  return log.filter((line) => line.startsWith('PUT'))
}

describe('the commands', () => {
  it('are registered everywhere, in one request, when Discord has none', async () => {
    const { discord } = await run()
    expect(puts(discord.rest.log)).toEqual([`PUT ${everywhere}`])
    expect(discord.world.commands.get(everywhere)?.map(({ name }) => name)).toEqual([
      'devops',
      'devops-admin',
      'Find talks',
    ])
  })

  it('are done without where there are none: mentions are answered all the same', async () => {
    const refusal = { code: 0, message: '404: Not Found' }
    const { discord, log } = await run({
      before: ({ rest }) => rest.fail(/\/commands$/, 404, refusal, 2),
    })
    discord.say(`<@${botId}> 모니터링`)
    expect(await discord.messagesIn(discord.channel)).toHaveLength(1)
    expect(log.map(({ msg }) => msg)).toContain(
      'There are no commands here; mentions and direct messages are answered',
    )
  })

  it('are left alone when Discord has them already', async () => {
    const first = await run()
    const there = first.discord.world.commands.get(everywhere) ?? []
    const { discord } = await run({ before: ({ world }) => world.commands.set(everywhere, there) })
    expect(puts(discord.rest.log)).toEqual([])
  })

  it('are left alone when Discord tells them with defaults and in another order', async () => {
    const told = registration('devops', 'global').map((command) => withDefaults(command as unknown as Json))
    const { discord } = await run({ before: ({ world }) => world.commands.set(everywhere, told.reverse()) })
    expect(puts(discord.rest.log)).toEqual([])
  })

  it('are registered again when one description differs', async () => {
    const old = registration('devops', 'global').map((command) => ({ ...command, description: 'old' }))
    const { discord } = await run({
      before: ({ world }) => world.commands.set(everywhere, old as unknown as Json[]),
    })
    expect(puts(discord.rest.log)).toEqual([`PUT ${everywhere}`])
  })

  it('go to one server when it is named, without contexts, and are not registered twice', async () => {
    const guildId = '600000000000000001'
    const { discord } = await run({ config: { guildId } })
    const key = `/applications/${applicationId}/guilds/${guildId}/commands`
    const kept = discord.world.commands.get(key) ?? []
    expect(kept.map((command) => 'contexts' in command)).toEqual([false, false, false])
    const contexts = kept.map((command) => ({ ...command, contexts: [0, 1, 2], integration_types: [0] }))
    const again = await run({ config: { guildId }, before: ({ world }) => world.commands.set(key, contexts) })
    expect(puts(again.discord.rest.log)).toEqual([])
  })

  it('are named after DISCORD_COMMAND', async () => {
    const { discord } = await run({ config: { command: 'meetup' } })
    expect(discord.world.commands.get(everywhere)?.[0]?.name).toBe('meetup')
  })

  it('refused in a server name the variable and the way out', async () => {
    const guildId = '600000000000000001'
    const starting = run({
      config: { guildId },
      before: ({ rest }) => rest.fail(/guilds/, 403, { code: 50001, message: 'Missing Access' }),
    })
    await expect(starting).rejects.toThrow(
      `DISCORD_GUILD_ID: the bot may not register commands in server ${guildId}. Invite it with the link of ` +
        '`npm run --silent invite:discord`, or leave the variable empty to register them everywhere',
    )
  })
})

/** As Discord tells a command: with ids and with every field, set or not. */
function withDefaults(command: Json): Json {
  const options = (command.options ?? []) as readonly Json[]
  return {
    id: '1',
    application_id: applicationId,
    version: '2',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description: '',
    description_localizations: null,
    ...command,
    ...(options.length > 0 ? { options: options.map(optionWithDefaults) } : {}),
  }
}

function optionWithDefaults(option: Json): Json {
  const { options, choices } = option as { options?: readonly Json[]; choices?: readonly Json[] }
  return {
    name_localizations: null,
    ...option,
    ...(options ? { options: options.map(optionWithDefaults) } : {}),
    ...(choices ? { choices: choices.map((choice) => ({ name_localizations: null, ...choice })) } : {}),
  }
}
