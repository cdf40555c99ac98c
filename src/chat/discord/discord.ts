import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord.js'
import type { Chat, ChatContext } from '../chat.js'
import type { DiscordConfig } from './config.js'
import { budgets } from './limits.js'
import type { DiscordContext } from './surfaces/context.js'
import { answerInteraction } from './surfaces/interactions.js'
import { answerMessage } from './surfaces/messages.js'
import { createNoticeboard } from './surfaces/noticeboard.js'
import { Connection } from './wire/connection.js'
import { knowsNoCommands, registrationProblem } from './wire/fatal-errors.js'
import { InFlight } from './wire/in-flight.js'
import { register } from './wire/registration.js'

/** Answers on Discord: slash commands with completion, mentions, direct messages, buttons. */
export function createDiscordChat(config: DiscordConfig, context: ChatContext): Chat {
  const connection = new Connection(config, context)
  const inFlight = new InFlight(context)
  let client: Client | undefined

  const registerCommands = ({ application, rest }: Client<true>) =>
    connection.persist('Could not register the commands', async () => {
      try {
        const changed = await register(rest, application.id, config)
        context.log.info({ changed }, 'The commands are registered with Discord')
      } catch (err) {
        if (config.guildId || !knowsNoCommands(err)) throw registrationProblem(err, config.guildId) ?? err
        context.log.error({ err }, 'There are no commands here; mentions and direct messages are answered')
      }
    })

  return {
    name: 'discord',
    noticeboard: createNoticeboard(config, () => client),
    start: async (bot) => {
      try {
        const connected = await connection.open((fresh) => {
          listen({ ...context, bot, client: fresh, config }, inFlight)
        })
        client = connected
        await registerCommands(connected)
      } catch (error) {
        // A start that was stopped has not failed.
        if (!connection.closing.aborted) throw error
      }
    },
    stop: async () => {
      await inFlight.close(budgets.stopSeconds)
      await connection.close()
    },
    health: () => connection.health(),
  }
}

/**
 * Takes questions as the gateway gives them. discord.js's own events would come later or not at all: it holds them
 * back until it knows every server, though an interaction is void after three seconds, and drops messages in threads
 * that it has not seen before.
 */
function listen(context: DiscordContext, inFlight: InFlight): void {
  const { client } = context
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    inFlight.take(() => answerInteraction(interaction, context))
  })
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    inFlight.take(() => answerMessage(message, context))
  })
}
