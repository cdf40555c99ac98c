import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js'
import type { Obstacle } from '../../chat.js'

/** Discord's code for what went wrong, for logs and metrics: `"10062"`, `"http-503"`, `"ECONNRESET"`. */
export function errorCode(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code)
  if (error instanceof Error && 'status' in error) return `http-${error.status}`
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : 'unknown'
}

/** Discord's codes for a channel that is there no more, at least for the bot (topics/opcodes-and-status-codes). */
const gone: readonly number[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
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
