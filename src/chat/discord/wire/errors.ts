import { DiscordAPIError, GatewayCloseCodes, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js'
import { ChatError, type Obstacle, PostError } from '../../chat.js'

/** Discord's code for what went wrong, for logs and metrics: `"10062"`, `"http-503"`, `"ECONNRESET"`. */
export function errorCode(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code)
  if (error instanceof RateLimitError) return '429'
  if (error instanceof Error && 'status' in error) return `http-${error.status}`
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : 'unknown'
}

/**
 * Discord's codes for a channel that is there no more, at least for the bot, or an interaction that is over
 * (topics/opcodes-and-status-codes).
 */
const gone: readonly number[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]

/** Its codes for a permission that is missing, with the permission's name in Discord's settings. */
const forbidden: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingAccess]: 'View Channel',
  [RESTJSONErrorCodes.MissingPermissions]: 'Send Messages',
  [RESTJSONErrorCodes.CannotSendAnEmptyMessage]: 'Embed Links',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: String(RESTJSONErrorCodes.CannotSendMessagesToThisUser),
}

/** Its codes for content that it will not take, however often it is sent; other 400s mean the same. */
const unpostable: readonly number[] = [
  RESTJSONErrorCodes.RequestEntityTooLarge,
  RESTJSONErrorCodes.ExplicitContentCannotBeSentToTheDesiredRecipient,
  RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
  RESTJSONErrorCodes.TitleWasBlockedByAutomaticModeration,
  RESTJSONErrorCodes.MessageBlockedByHarmfulLinksFilter,
]

/** Statuses that speak of the body that was sent, not of the moment. */
const unpostableStatuses: readonly number[] = [400, 413, 415, 422]

/**
 * Its codes that come with a status of a lasting refusal, yet are over in a while: slow mode, limits of a channel or a
 * server, sending disabled for a time, a service of its own that is overloaded.
 */
const passing: readonly number[] = [
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.ChannelSendRateLimit,
  RESTJSONErrorCodes.ServerSendRateLimit,
  RESTJSONErrorCodes.OpeningDirectMessagesTooFast,
  RESTJSONErrorCodes.SendMessagesHasBeenTemporarilyDisabled,
  RESTJSONErrorCodes.FeatureTemporarilyDisabledServerSide,
  RESTJSONErrorCodes.ServiceResourceIsBeingRateLimited,
  RESTJSONErrorCodes.CloudflareIsBlockingYourRequest,
]

/** What an error of a request says about what was to be done; what is not an answer of Discord's is `later`. */
export function obstacleOf(error: unknown): Obstacle {
  const detail = errorCode(error)
  if (error instanceof HTTPError) {
    return { reason: unpostableStatuses.includes(error.status) ? 'unpostable' : 'later', detail }
  }
  if (!(error instanceof DiscordAPIError)) return { reason: 'later', detail }
  const code = Number(error.code)
  const permission = forbidden[code]
  if (permission) return { reason: 'forbidden', detail: permission }
  if (gone.includes(code)) return { reason: 'gone', detail }
  if (passing.includes(code)) return { reason: 'later', detail }
  const isRefused = unpostable.includes(code) || unpostableStatuses.includes(error.status)
  return { reason: isRefused ? 'unpostable' : 'later', detail }
}

/** What the attempt gives. Throws `PostError`. */
export async function orPostError<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    throw error instanceof PostError ? error : postErrorFor(error)
  }
}

/** Discord's answer to a post, and for one that is worth another try when to try. */
function postErrorFor(cause: unknown): PostError {
  if (cause instanceof RateLimitError) {
    const milliseconds = Math.max(cause.retryAfter, cause.sublimitTimeout, cause.timeToReset, 0)
    return new PostError('later', '429', { retryAfterSeconds: milliseconds / 1000, cause })
  }
  const code = errorCode(cause)
  const isAnswered = cause instanceof DiscordAPIError || cause instanceof HTTPError
  return new PostError(obstacleOf(cause).reason, code, { uncertain: !isAnswered, cause })
}

/**
 * An error of Discord's for the log: its code and sentence, without the request, which carries the words of an answer
 * and the token of an interaction.
 */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: string

  constructor(error: unknown) {
    const code = errorCode(error)
    super(`Discord did not take it: ${error instanceof Error ? error.message : String(error)} (${code})`)
    this.code = code
  }
}

const portal = 'https://discord.com/developers/applications'
const wrongToken =
  `DISCORD_TOKEN: Discord does not accept this token. Copy a new one from ${portal} > your application > ` +
  'Bot > Reset Token; it is not the client secret nor the public key'

/** What the gateway's closing says when trying again would not help. */
const closings: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: wrongToken,
  [GatewayCloseCodes.InvalidShard]:
    'Discord refuses the shard (4010): the library and the gateway do not agree',
  [GatewayCloseCodes.ShardingRequired]: 'Discord wants more shards than the gateway recommended (4011)',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer has the gateway version that discord.js speaks (4012): install a newer version of the bot',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the intents that the bot asks for (4013)',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents that the bot asks for (4014), though none is privileged: is DISCORD_TOKEN a token of ' +
    `this bot's application? See ${portal} > your application > Bot`,
}

/** The error for a gateway closing that cannot heal; `undefined` for one after which discord.js connects again. */
export function closingProblem(code: number | undefined): ChatError | undefined {
  const message = code === undefined ? undefined : closings[code]
  return message ? new ChatError(message) : undefined
}

/** The error for a request that fails whenever it is made, since the token is wrong; `undefined` for any other. */
export function tokenProblem(error: unknown): ChatError | undefined {
  const isRefused = error instanceof DiscordAPIError && error.status === 401
  return isRefused ? new ChatError(wrongToken, { cause: error }) : undefined
}

/** Whether the other end has no commands at all, as some that speak Discord's protocol. */
export function knowsNoCommands(error: unknown): boolean {
  return error instanceof DiscordAPIError && [404, 405, 501].includes(error.status)
}

/** The error for commands that can never be registered: with a wrong token, or in a server that is not the bot's. */
export function registrationProblem(error: unknown, guildId: string | undefined): ChatError | undefined {
  const isForeign = error instanceof DiscordAPIError && foreignGuild.includes(Number(error.code))
  if (!guildId || !isForeign) return tokenProblem(error)
  return new ChatError(
    `DISCORD_GUILD_ID: the bot may not register commands in server ${guildId}. Invite it with the link of ` +
      '`npm run --silent invite:discord`, or leave the variable empty to register them everywhere',
    { cause: error },
  )
}

/** Codes that say of a server that it is none, or none of the bot's. */
const foreignGuild: readonly number[] = [RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess]
