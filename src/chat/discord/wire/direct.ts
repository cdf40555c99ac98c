import { type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Reply } from '../../../answer/reply.js'
import type { CommandMention } from '../render/line.js'
import { renderReply } from '../render/render.js'

const channel = z.object({ id: z.string() })

/** Writes to a person directly. `nonce` makes a second message with the same one within minutes none. */
export async function writeTo(
  rest: REST,
  user: string,
  reply: Reply,
  {
    signal,
    nonce,
    mention,
  }: { readonly signal: AbortSignal; readonly nonce?: string; readonly mention?: CommandMention },
): Promise<void> {
  const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: user }, signal })
  const once = nonce ? { nonce, enforce_nonce: true } : {}
  const body = { ...renderReply(reply, mention), ...once }
  await rest.post(Routes.channelMessages(channel.parse(opened).id), { body, signal })
}
