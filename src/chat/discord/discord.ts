import { GatewayDispatchEvents } from 'discord.js'
import { type Bot, type Chat, type ChatContext, ChatError } from '../chat.js'
import { EventQueue } from '../event-queue.js'
import type { DiscordConfig } from './config.js'
import { budgets } from './limits.js'
import { typedCommand } from './surfaces/commands.js'
import { type DiscordContext, RecentRights } from './surfaces/context.js'
import { readInteraction, readMessage } from './surfaces/events.js'
import { answerInteraction } from './surfaces/interactions.js'
import { questionIn } from './surfaces/mention.js'
import { answerMessage } from './surfaces/messages.js'
import { createNoticeboard } from './surfaces/noticeboard.js'
import { Connection, type Receive, type Self } from './wire/connection.js'
import { knowsNoCommands, RefusedError, registrationProblem } from './wire/errors.js'
import { EventClock } from './wire/event-clock.js'
import { register } from './wire/registration.js'
import { createAnswerRest } from './wire/rest.js'

/** Answers on Discord: slash commands with completion, mentions, direct messages, buttons. */
export function createDiscordChat(config: DiscordConfig, context: ChatContext): Chat {
  const connection = new Connection(config, context)
  const recentRights = new RecentRights()
  const commandIds = new Map<string, string>()
  const mention = (command: string) => mentionOf(typedCommand(config.command, command), commandIds)
  const queue = createQueue(context)
  return {
    name: 'discord',
    noticeboard: createNoticeboard(
      config,
      () => {
        const { self } = connection
        return self && { selfId: self.id, recentRights }
      },
      context.meter,
    ),
    start: async (bot: Bot) => {
      const parts = { ...context, bot, config, recentRights, mention, rest: createAnswerRest(config) }
      const self = await connection.open(receiver(parts, queue, connection))
      if (self) await registerCommands({ self, config, context, connection, commandIds })
    },
    stop: async () => {
      await queue.close(budgets.stopSeconds)
      await connection.close()
    },
    health: () => connection.health(),
  }
}

function createQueue({ log, meter, sleep }: ChatContext): EventQueue {
  return new EventQueue({
    sleep,
    concurrency: budgets.concurrency,
    capacity: budgets.capacity,
    shed: () => meter.shed('discord'),
    failed: (error) => {
      const err = new RefusedError(error)
      meter.sendFailed('discord', err.code)
      log.error({ err }, 'Could not answer on Discord')
    },
  })
}

/** Puts what asks for an answer into the queue. Nothing that comes from outside may throw here. */
function receiver(parts: Omit<DiscordContext, 'self'>, queue: EventQueue, connection: Connection): Receive {
  const clock = new EventClock()
  return (name, packet) => {
    const { self } = connection
    if (!self) return
    const context = { ...parts, self }
    const at = performance.now()
    if (name === GatewayDispatchEvents.InteractionCreate) {
      const interaction = readInteraction(packet)
      if (!interaction) return
      const deadline = at - clock.age(interaction.id) + budgets.beginSeconds * 1000
      queue.add({ deadline, run: () => answerInteraction({ interaction, at }, context) })
    } else if (name === GatewayDispatchEvents.MessageCreate) {
      const message = readMessage(packet)
      const question = message ? questionIn(message, self.id) : undefined
      if (!message || question === undefined) return
      const deadline = at + budgets.answerSeconds * 1000
      queue.add({ deadline, run: () => answerMessage(message, question, context) })
    }
  }
}

/** A command that can be pressed, by Discord's id of it; as code while that is not known. */
function mentionOf(typed: string, ids: ReadonlyMap<string, string>): string {
  const [root = ''] = typed.slice(1).split(' ')
  const id = ids.get(root)
  return id ? `<${typed}:${id}>` : `\`${typed}\``
}

/** What registering takes. */
interface RegistrationParts {
  readonly self: Self
  readonly config: DiscordConfig
  readonly context: ChatContext
  readonly connection: Connection
  /** Filled with Discord's ids of the commands, by name. */
  readonly commandIds: Map<string, string>
}

/**
 * Registers the commands; when Discord does not take them, mentions, direct messages and tips go on, and it is asked
 * again and again. Throws `ChatError` where that is no use.
 */
async function registerCommands(parts: RegistrationParts): Promise<void> {
  const { context, connection } = parts
  const again = async () => {
    await context.sleep(budgets.retrySeconds * 1000, connection.closing)
    await connection.persist('Could not register the commands', () => registerOnce(parts))
  }
  try {
    await registerOnce(parts)
  } catch (error) {
    if (error instanceof ChatError) throw error
    context.log.error(
      { err: new RefusedError(error) },
      'Discord does not take the commands now; mentions and direct messages are answered, and it is asked again',
    )
    again().catch((failure: Error) => context.failed(failure))
  }
}

async function registerOnce({
  self,
  config,
  context,
  connection,
  commandIds,
}: RegistrationParts): Promise<void> {
  try {
    const { changed, ids } = await register(connection.rest, self.applicationId, config)
    for (const [name, id] of ids) commandIds.set(name, id)
    context.log.info({ changed }, 'The commands are registered with Discord')
  } catch (err) {
    const problem = registrationProblem(err, config.guildId)
    if (problem) throw problem
    if (config.guildId || !knowsNoCommands(err)) throw err
    context.log.error({ err }, 'There are no commands here; mentions and direct messages are answered')
  }
}
