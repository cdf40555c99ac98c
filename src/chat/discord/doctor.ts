import { PermissionFlagsBits, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { CheckResult } from '../check-result.js'
import type { DiscordConfig } from './config.js'
import { inviteUrlOf, unreachable } from './invite.js'
import { errorCode, tokenProblem } from './wire/errors.js'
import { askForChannel, missingNames, permissionsIn } from './wire/permissions.js'
import { createRest } from './wire/rest.js'

const application = z.object({ id: z.string(), name: z.string() })
const guilds = z.array(z.object({ id: z.string(), name: z.string() }))
const gateway = z.object({
  shards: z.number(),
  session_start_limit: z.object({ remaining: z.number(), total: z.number() }),
})

/** Discord resets the token when its logins of a day are used up: fewer than these are worth a look. */
const fewLogins = 100

/** Looks whether Discord can be used as configured: token, gateway, servers, permissions where tips go. */
export async function examineDiscord(
  config: DiscordConfig,
  tipChannels: readonly string[],
): Promise<readonly CheckResult[]> {
  const rest = createRest(config, { retries: 0, timeout: 10_000 })
  try {
    const { id, name } = application.parse(await rest.get(Routes.currentApplication()))
    return [
      { about: 'Discord token', status: 'ok', message: `works, for the application ${name}` },
      await examineGateway(rest),
      await examineGuilds(rest, config.guildId, inviteUrlOf(id)),
      ...(await Promise.all(tipChannels.map((channel) => examineChannel(rest, channel)))),
    ]
  } catch (error) {
    return [
      {
        about: 'Discord token',
        status: 'error',
        message: (tokenProblem(error) ?? unreachable(error)).message,
      },
    ]
  }
}

/** All intents that the bot asks for are open to every application: what can run out is the number of logins. */
async function examineGateway(rest: REST): Promise<CheckResult> {
  const about = 'Discord gateway'
  const { shards, session_start_limit } = gateway.parse(await rest.get(Routes.gatewayBot()))
  const { remaining, total } = session_start_limit
  const message = `${remaining} of ${total} logins left today, ${shards} shard(s), no privileged intent needed`
  if (remaining >= fewLogins) return { about, status: 'ok', message }
  return {
    about,
    status: 'warning',
    message: `${message}. Something starts the bot again and again: see its log`,
  }
}

async function examineGuilds(rest: REST, wanted: string | undefined, invite: string): Promise<CheckResult> {
  const about = 'Discord servers'
  const found = guilds.parse(await rest.get(Routes.userGuilds()))
  if (wanted && !found.some(({ id }) => id === wanted)) {
    const message = `the bot is not in server ${wanted} of DISCORD_GUILD_ID: invite it with ${invite}`
    return { about, status: 'error', message }
  }
  if (found.length === 0) {
    return { about, status: 'warning', message: `the bot is in no server yet: invite it with ${invite}` }
  }
  return { about, status: 'ok', message: found.map(({ name }) => name).join(', ') }
}

/** What a tip needs where it goes; without the history a tip may come twice or not at all after a crash. */
const neededForTips = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.ReadMessageHistory,
]

async function examineChannel(rest: REST, channelId: string): Promise<CheckResult> {
  const about = `Discord tips in ${channelId}`
  try {
    const self = z.object({ id: z.string() }).parse(await rest.get(Routes.user()))
    const rights = await permissionsIn(rest, await askForChannel(rest, channelId), self.id)
    const missing = missingNames(rights, neededForTips)
    if (!missing) return { about, status: 'ok', message: 'tips can be posted' }
    const message = `the bot lacks: ${missing}. Grant it in the channel's settings > Permissions`
    return { about, status: 'error', message }
  } catch (error) {
    const message = `cannot be looked at (${errorCode(error)}): invite the bot to it, or take it out of TIP_CHANNELS`
    return { about, status: 'error', message }
  }
}
