import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import type { Obstacle } from '../../chat.js'

/** Discord's code for what went wrong, for logs and metrics: `"10062"`, `"http-503"`, `"ECONNRESET"`. */
export function errorCode(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code)
  if (error instanceof Error && 'status' in error) return `http-${error.status}`
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : 'unknown'
}

/** Answers of Discord's that say a channel is no more, for us at least. */
const gone: readonly number[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]

/** Answers that say a permission is missing, with its name in Discord's settings. A card alone needs Embed Links. */
const forbidden: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingAccess]: 'View Channel',
  [RESTJSONErrorCodes.MissingPermissions]: 'Send Messages',
  [RESTJSONErrorCodes.CannotSendAnEmptyMessage]: 'Embed Links',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: String(RESTJSONErrorCodes.CannotSendMessagesToThisUser),
}

/** What an error says about a channel; `undefined` when it says nothing about it. */
export function obstacleOf(error: unknown): Obstacle | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined
  const code = Number(error.code)
  if (gone.includes(code)) return { reason: 'gone', detail: String(code) }
  const permission = forbidden[code]
  return permission ? { reason: 'forbidden', detail: permission } : undefined
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
