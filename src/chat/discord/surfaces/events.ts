import { z } from 'zod'

/**
 * What the bot reads of the gateway's events (docs: interactions/receiving-and-responding, resources/message). A field
 * that is null, missing or of another type counts as missing; an event is dropped only where no answer could be sent.
 */

const snowflake = z.string().regex(/^\d{1,20}$/)
const text = optional(z.string())

const person = z.object({ id: snowflake, username: text, global_name: text, bot: optional(z.boolean()) })

const member = z.object({
  user: optional(person),
  nick: text,
  /** Rights in the channel, as a number in decimal. */
  permissions: optional(z.string().regex(/^\d{1,40}$/)),
})

/** Parts of a message that go back to Discord as they came. */
const raw = z.looseObject({})

const written = z.object({ content: text, embeds: list(raw) })

const message = written.extend({
  flags: optional(z.int()),
  components: list(raw),
  /** The messages that were forwarded with it. */
  message_snapshots: list(z.object({ message: written })),
})

const option = z.object({
  name: z.string(),
  type: optional(z.int()),
  value: optional(z.union([z.string(), z.number(), z.boolean()])),
  focused: optional(z.boolean()),
})

const field = z.object({ custom_id: z.string(), value: z.string() })

const details = z.object({
  id: text,
  name: text,
  type: optional(z.int()),
  options: list(option.extend({ options: list(option) })),
  target_id: text,
  resolved: optional(z.object({ messages: optional(z.record(z.string(), optional(message))) })),
  custom_id: text,
  values: list(z.string()),
  /** A form's fields stand in labels, or in rows. */
  components: list(z.object({ component: optional(field), components: list(field) })),
})

const interaction = z.object({
  id: snowflake,
  token: z.string().min(1),
  type: z.int(),
  application_id: optional(snowflake),
  data: optional(details),
  guild_id: optional(snowflake),
  channel_id: optional(snowflake),
  member: optional(member),
  user: optional(person),
  locale: text,
  message: optional(message),
  app_permissions: optional(z.string().regex(/^\d{1,40}$/)),
  /** Where it happens: 0 in a server, 1 alone with the bot, 2 in another private conversation. */
  context: optional(z.int()),
  /** By way of installation, 0 in the server and 1 by the person: whose it is. */
  authorizing_integration_owners: optional(z.record(z.string(), z.unknown())),
})

const posted = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: optional(snowflake),
  author: person,
  /** Comes with messages in servers only. */
  member: optional(raw),
  webhook_id: text,
  type: optional(z.int()),
  content: z.string(),
})

/** A command that was run, a button that was pressed, a form that was sent. */
export type Interaction = z.infer<typeof interaction>

/** What an interaction is about. */
export type InteractionDetails = z.infer<typeof details>

/** A message that has something to be pressed, or that was chosen in its menu. */
export type KnownMessage = z.infer<typeof message>

/** An option of a command as it was filled in. */
export type FilledOption = z.infer<typeof option>

/** A message that somebody wrote. */
export type PostedMessage = z.infer<typeof posted>

/** An interaction; `undefined` for something that could not even be answered. */
export function readInteraction(packet: unknown): Interaction | undefined {
  return interaction.safeParse(packet).data
}

/** A message; `undefined` for something that is none. */
export function readMessage(packet: unknown): PostedMessage | undefined {
  return posted.safeParse(packet).data
}

/** Missing when it is not what it should be. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined)
}

/** The elements that are what they should be; none when it is no list. */
function list<T extends z.ZodType>(element: T) {
  return z
    .array(optional(element))
    .transform((all) => all.filter((each) => each !== undefined))
    .catch([])
}
