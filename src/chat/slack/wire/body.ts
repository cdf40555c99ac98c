import { z } from 'zod'

const text = z.string().optional()
const thing = z.object({ id: z.string().min(1) })
const person = z.object({ id: z.string().min(1), username: text, name: text })

/** What Bolt takes on trust of any body. */
const anyBody = {
  response_urls: z.array(z.object({})).optional(),
  team_id: text,
  enterprise_id: text,
}

/** What Slack reports of any kind, with the fields that the bot reads of those it listens to. */
const event = z.object({
  ...anyBody,
  // The fields that the bot reads come after what Bolt reads.
  event: z.looseObject({
    type: z.string(),
    subtype: text,
    item: z.object({}).optional(),
  }),
  event_id: text,
})

/** The fields of a message or mention, or of somebody who looks at App Home. */
const heard = z.object({
  user: text,
  channel: z.string().min(1),
  ts: text,
  thread_ts: text,
  text,
  bot_id: text,
  channel_type: text,
  tab: text,
})

const command = z.object({
  ...anyBody,
  command: z.string(),
  text,
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  response_url: text,
})

const shortcut = z.object({
  ...anyBody,
  type: z.literal('shortcut'),
  callback_id: z.string(),
  user: person,
  trigger_id: z.string(),
})

const messageAction = z.object({
  ...anyBody,
  type: z.literal('message_action'),
  callback_id: z.string(),
  user: person,
  channel: thing,
  message: z.object({ text: z.string().nullish() }),
  response_url: z.url(),
})

const press = z.object({
  ...anyBody,
  type: z.literal('block_actions'),
  user: person,
  actions: z.tuple([z.object({ type: z.string(), action_id: z.string(), value: text })], z.unknown()),
  container: z.object({ message_ts: text }),
  channel: thing.optional(),
  view: z.object({ id: z.string(), type: z.string() }).optional(),
  trigger_id: text,
  response_url: z.url().optional(),
})

const submission = z.object({
  ...anyBody,
  type: z.literal('view_submission'),
  user: person,
  view: z.object({
    callback_id: z.string(),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
})

const kinds = z.union([command, shortcut, messageAction, press, submission])

/** Events whose fields the bot reads. */
const listenedTo: ReadonlySet<string> = new Set(['app_mention', 'message', 'app_home_opened'])

/**
 * Whether a body holds what Bolt and the bot read of it: an event, a command, a shortcut, a press or a form. Nothing
 * behind this has to doubt a field's type.
 */
export function isReadable(body: unknown): boolean {
  // Listing what is missing for an event takes longer than reading a command.
  const { data } = mayBeEvent(body) ? event.safeParse(body) : {}
  if (!data) return kinds.safeParse(body).success
  // A message that was changed or deleted has another form, and is not answered.
  if (!listenedTo.has(data.event.type) || data.event.subtype !== undefined) return true
  return heard.safeParse(data.event).success
}

const mayBeEvent = (body: unknown): boolean => typeof body === 'object' && body !== null && 'event' in body
