import { type ChatDefinition, redacted } from '../definition.js'
import type { DiscordConfig } from './config.js'

/** Discord, to the rest of the program. */
export const discord: ChatDefinition<DiscordConfig> = {
  name: 'discord',
  title: 'Discord',
  channelIds: {
    pattern: /^\d+$/u,
    hint: 'a Discord channel id has digits only; turn on Developer Mode and choose "Copy Channel ID"',
  },
  userIds: {
    pattern: /^\d{15,21}$/u,
    hint: 'a Discord user id has digits only; turn on Developer Mode and choose "Copy User ID"',
  },
  secretShapes: [
    // The bot's id, a time stamp and a signature; and the tokens of interactions.
    [/[MNO][\w-]{22,30}\.[\w-]{6}\.[\w-]{25,45}/gu, redacted],
    [/aW50ZXJhY3Rpb246[\w+=-]{8,}/gu, redacted],
    [/(\/(?:webhooks|interactions)\/\d{15,21}\/)[\w%+=-]{20,}/gu, `$1${redacted}`],
  ],
  create: async (settings, context) => {
    const { createDiscordChat } = await import('./discord.js')
    return createDiscordChat(settings, context)
  },
  doctor: {
    address: ({ apiUrl }) => apiUrl ?? 'https://discord.com/api/',
    examine: async (settings, tipChannels) => {
      const { examineDiscord } = await import('./doctor.js')
      return examineDiscord(settings, tipChannels)
    },
  },
}
