import { REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Finding } from '../finding.js'
import type { DiscordConfig } from './config.js'
import { inviteUrlOf } from './invite.js'
import { examineChannel } from './surfaces/channel-permissions.js'
import { apiBase } from './wire/address.js'
import { errorCode } from './wire/errors.js'
import { requestProblem } from './wire/fatal-errors.js'

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
): Promise<readonly Finding[]> {
  const rest = new REST({ api: apiBase(config.apiUrl), retries: 0, timeout: 10_000 }).setToken(config.token)
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
        message: requestProblem(error)?.message ?? unreachable(error),
      },
    ]
  }
}

/** All our intents are open to every application: what can run out is the number of logins. */
async function examineGateway(rest: REST): Promise<Finding> {
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

async function examineGuilds(rest: REST, wanted: string | undefined, invite: string): Promise<Finding> {
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

function unreachable(error: unknown): string {
  return (
    `Discord does not answer (${errorCode(error)}): see that this machine reaches discord.com, and ` +
    'DISCORD_API_URL if it is set'
  )
}
