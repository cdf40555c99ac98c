import { OAuth2Scopes, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../chat.js'
import type { DiscordConfig } from './config.js'
import { errorCode, tokenProblem } from './wire/errors.js'
import { createRest } from './wire/rest.js'

/** What the bot needs in a channel: to see it, to answer in it and its threads, to show cards, to find its own tips. */
const neededPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory

const application = z.object({ id: z.string() })

/** The address that adds the bot to a server, for the application that the token belongs to. Throws `ChatError`. */
export async function inviteUrl(config: Pick<DiscordConfig, 'token' | 'apiUrl'>): Promise<string> {
  const rest = createRest(config, { retries: 0, timeout: 10_000 })
  try {
    return inviteUrlOf(application.parse(await rest.get(Routes.currentApplication())).id)
  } catch (error) {
    throw tokenProblem(error) ?? unreachable(error)
  }
}

/** Discord does not answer, or not as Discord does. */
export function unreachable(error: unknown): ChatError {
  const told =
    `Discord does not answer (${errorCode(error)}): see that this machine reaches discord.com, and ` +
    'DISCORD_API_URL if it is set'
  return new ChatError(told, { cause: error })
}

/** The address that adds this application's bot to a server. */
export function inviteUrlOf(applicationId: string): string {
  const url = new URL('https://discord.com/oauth2/authorize')
  url.searchParams.set('client_id', applicationId)
  url.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '))
  url.searchParams.set('permissions', String(neededPermissions))
  return url.href
}
