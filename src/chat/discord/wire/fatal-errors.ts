import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js'
import { ChatError } from '../../chat.js'

const portal = 'https://discord.com/developers/applications'
const wrongToken =
  `DISCORD_TOKEN: Discord does not accept this token. Copy a new one from ${portal} > your application > ` +
  'Bot > Reset Token; it is not the client secret nor the public key'

/** What the gateway's closing says when it is for good: nothing we could do again would help. */
const closings: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: wrongToken,
  [GatewayCloseCodes.InvalidShard]:
    'Discord refuses our shard (4010): the library and the gateway do not agree',
  [GatewayCloseCodes.ShardingRequired]: 'Discord wants more shards than the gateway recommended (4011)',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer has the gateway version that discord.js speaks (4012): install a newer version of the bot',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the intents that we ask for (4013)',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents that we ask for (4014), though none is privileged: is DISCORD_TOKEN a token of ' +
    `this bot's application? See ${portal} > your application > Bot`,
}

/** The error for a gateway closing that cannot heal; `undefined` for one after which discord.js connects again. */
export function closingProblem(code: number | undefined): ChatError | undefined {
  const message = code === undefined ? undefined : closings[code]
  return message ? new ChatError(message) : undefined
}

/** The error for a request that fails whenever it is made; `undefined` for one that is worth another try. */
export function requestProblem(error: unknown): ChatError | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new ChatError(wrongToken, { cause: error })
  }
  if (!(error instanceof DiscordAPIError) || error.status === 429) return undefined
  if (error.status === 401) return new ChatError(wrongToken, { cause: error })
  const told = `Discord refused ${error.method} ${error.url} (${error.status}, code ${error.code}): ${error.message}`
  return new ChatError(told, { cause: error })
}

/** Whether the other end has no commands at all, as some that speak Discord's protocol. */
export function knowsNoCommands(error: unknown): boolean {
  return error instanceof DiscordAPIError && [404, 405, 501].includes(error.status)
}

/** The error for a server in which we may not register commands. */
export function registrationProblem(error: unknown, guildId: string | undefined): ChatError | undefined {
  const refused = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)
  if (!guildId || !refused) return requestProblem(error)
  return new ChatError(
    `DISCORD_GUILD_ID: the bot may not register commands in server ${guildId}. Invite it with the link of ` +
      '`npm run --silent invite:discord`, or leave the variable empty to register them everywhere',
    { cause: error },
  )
}
