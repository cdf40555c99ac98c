import { z } from 'zod'

/**
 * What Discord takes as a message, by the limits in its documentation (resources/message, components/reference).
 * Discord's own description: https://github.com/discord/discord-api-spec.
 */

/** Text of so many code points, which is how Discord counts (discord-api-docs#1173). */
function text(min: number, max: number) {
  return z
    .string()
    .refine((value) => !/\p{Surrogate}/u.test(value), 'not well formed')
    .refine((value) => {
      const { length } = [...value]
      return length >= min && length <= max
    }, `Must be between ${min} and ${max} in length.`)
}

const snowflake = z.string().regex(/^\d{1,20}$/, 'not a snowflake')
const address = z.url({ protocol: /^https?$/ }).max(2048)

const embed = z
  .strictObject({
    title: text(1, 256).optional(),
    description: text(1, 4096).optional(),
    url: address.optional(),
    color: z.int().min(0).max(0xffffff).optional(),
    image: z.strictObject({ url: address }).optional(),
    footer: z.strictObject({ text: text(1, 2048) }).optional(),
  })
  .refine(({ title, description, image }) => title ?? description ?? image, 'Embed is empty')

const linkButton = z.strictObject({
  type: z.literal(2),
  style: z.literal(5),
  label: text(1, 80),
  url: z.url({ protocol: /^https?$/ }).max(512),
})

const button = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  label: text(1, 80).optional(),
  emoji: z.strictObject({ name: text(1, 32) }).optional(),
  custom_id: text(1, 100),
  disabled: z.boolean().optional(),
})

const select = z
  .strictObject({
    type: z.literal(3),
    custom_id: text(1, 100),
    placeholder: text(1, 150).optional(),
    options: z
      .array(
        z.strictObject({ label: text(1, 100), value: text(1, 100), description: text(1, 100).optional() }),
      )
      .min(1)
      .max(25),
  })
  .refine(({ options }) => distinct(options.map(({ value }) => value)), 'COMPONENT_OPTION_VALUE_DUPLICATED')

const row = z.strictObject({
  type: z.literal(1),
  components: z.union([
    z
      .array(z.union([button, linkButton]))
      .min(1)
      .max(5),
    z.array(select).length(1),
  ]),
})

const components = z
  .array(row)
  .max(5)
  .refine(
    (rows) =>
      distinct(
        rows.flatMap((one) => one.components.map((part) => ('url' in part ? part.url : part.custom_id))),
      ),
    {
      error: 'COMPONENT_CUSTOM_ID_DUPLICATED',
    },
  )

const embeds = z
  .array(embed)
  .max(10)
  .refine((all) => all.map(embedLength).reduce((sum, length) => sum + length, 0) <= 6000, {
    error: 'MAX_EMBED_SIZE_EXCEEDED',
  })

const shared = {
  content: text(0, 2000).optional(),
  embeds: embeds.optional(),
  components: components.optional(),
  flags: z.int().optional(),
  // discord.js sends these two with everything.
  tts: z.boolean().optional(),
  enforce_nonce: z.boolean().optional(),
  // More than Discord asks for, but what this project promises: nobody is pinged.
  allowed_mentions: z.strictObject({ parse: z.array(z.never()), replied_user: z.literal(false) }),
}

/** The body of a reply to an interaction, of a follow-up, and of a changed message. */
export const replyBody = z.strictObject(shared)

/** The body of a message to a channel. */
export const messageBody = z.strictObject({
  ...shared,
  nonce: text(1, 25).optional(),
  message_reference: z
    .strictObject({ message_id: snowflake, fail_if_not_exists: z.boolean().optional() })
    .optional(),
})

/** Everything Discord would refuse in a message, as `path: what`; empty when it takes it. */
export function messageProblems(body: unknown): readonly string[] {
  return problemsOf(messageBody, body)
}

/** Everything a schema refuses, as `path: what`. */
export function problemsOf(schema: z.ZodType, body: unknown): readonly string[] {
  const { error } = schema.safeParse(body)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

function embedLength({ title = '', description = '', footer }: z.infer<typeof embed>): number {
  return [...title, ...description, ...(footer?.text ?? '')].length
}

function distinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}
