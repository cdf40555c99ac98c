import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'
import { budgets } from '../limits.js'
import { apiBase } from './address.js'
import { createIdentifyThrottler } from './identify.js'

/**
 * A discord.js client that is not connected yet. No privileged intent: messages that mention the bot and direct
 * messages carry their text all the same. Caches hold what rights are computed from, and no messages.
 */
export function createClient(apiUrl: string | undefined): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: apiBase(apiUrl) },
    ws: { buildIdentifyThrottler: createIdentifyThrottler },
    waitGuildTimeout: budgets.guildWaitSeconds * 1000,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
  })
}
