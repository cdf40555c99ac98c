import { type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Reply } from '../../../answer/reply.js'
import { renderReply } from '../render/render.js'

const channel = z.object({ id: z.string() })

/** Writes to a person directly. */
export async function writeTo(rest: REST, user: string, reply: Reply, signal?: AbortSignal): Promise<void> {
  const request = signal ? { signal } : {}
  const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: user }, ...request })
  const { id } = channel.parse(opened)
  await rest.post(Routes.channelMessages(id), { body: renderReply(reply), ...request })
}
