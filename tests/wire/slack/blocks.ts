import { z } from 'zod'

/** A block as anybody may have sent it. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string }

const plain = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z
      .string()
      .min(1)
      .max(most)
      .refine((text) => text.trim() !== ''),
    emoji: z.boolean().optional(),
  })

const id = z.string().min(1).max(255)
const url = z.url({ protocol: /^https?$/ }).max(3000)
const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
})

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: url.optional(),
  style: z.enum(['primary', 'danger']).optional(),
})

const mrkdwn = z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(3000) })

const select = z.strictObject({
  type: z.literal('static_select'),
  action_id: id,
  placeholder: plain(150),
  options: z.array(option).min(1).max(100),
})

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
})

const rich = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url,
    text: z.string().min(1).optional(),
    style: style.optional(),
  }),
])
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(rich).min(1) })
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  indent: z.int().min(0).max(8).optional(),
  elements: z.array(section).min(1),
})

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(150), block_id: id.optional() }),
  z.strictObject({
    type: z.literal('section'),
    text: mrkdwn,
    accessory: button.optional(),
    block_id: id.optional(),
  }),
  z.strictObject({ type: z.literal('divider'), block_id: id.optional() }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z.array(z.discriminatedUnion('type', [section, list])).min(1),
    block_id: id.optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    elements: z.array(plain(3000)).min(1).max(10),
    block_id: id.optional(),
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(z.discriminatedUnion('type', [button, select]))
      .min(1)
      .max(25)
      .refine((elements) => new Set(elements.map(({ action_id }) => action_id)).size === elements.length),
    block_id: id.optional(),
  }),
])

const input = z.strictObject({
  type: z.literal('input'),
  block_id: id.optional(),
  label: plain(2000),
  element: z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    max_length: z.int().min(1).max(3000).optional(),
    placeholder: plain(150).optional(),
  }),
})

/** Slack's limits (docs.slack.dev/reference/block-kit); blocks that the bot has no use for are refused. */
const message = z.array(block).min(1).max(50)
const view = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), blocks: z.array(block).min(1).max(100) }),
  z.strictObject({
    type: z.literal('modal'),
    title: plain(24),
    blocks: z
      .array(z.union([block, input]))
      .min(1)
      .max(100),
    callback_id: id.optional(),
    submit: plain(24).optional(),
  }),
])

/** bolt-js#2509: about as many characters over all blocks give `msg_blocks_too_long`. */
const allBlocks = 13_200

/** Slack's error code for blocks that it would not take, and why. */
export function refusedBlocks(blocks: unknown): { error: string; why: string } | undefined {
  const { error } = message.safeParse(blocks)
  if (error) return { error: 'invalid_blocks', why: z.prettifyError(error) }
  const size = JSON.stringify(blocks).length
  return size > allBlocks ? { error: 'msg_blocks_too_long', why: `${size} characters` } : undefined
}

/** Slack's error code for a view that it would not take, and why. */
export function refusedView(shown: unknown): { error: string; why: string } | undefined {
  const { error } = view.safeParse(shown)
  return error ? { error: 'invalid_arguments', why: z.prettifyError(error) } : undefined
}
