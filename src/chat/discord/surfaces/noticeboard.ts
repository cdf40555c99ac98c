import { Routes, SnowflakeUtil } from 'discord.js'
import { z } from 'zod'
import type { Reply } from '../../../answer/reply.js'
import { type ChatMeter, type Noticeboard, PostError } from '../../chat.js'
import type { DiscordConfig } from '../config.js'
import { budgets } from '../limits.js'
import { renderReply } from '../render/render.js'
import { carriesMark, markRows } from '../render/tip-mark.js'
import { writeTo } from '../wire/direct.js'
import { obstacleOf, orPostError } from '../wire/errors.js'
import { createRest } from '../wire/rest.js'
import { mayReadHistory, obstacleIn, type RightsParts } from './rights.js'

/** This machine's clock and Discord's may differ: a tip may seem older than its claim. */
const clockSlackSeconds = 300
const pageSize = 100

/** Where tips go. `connected` tells who the bot is once it is connected. */
export function createNoticeboard(
  config: DiscordConfig,
  connected: () => Pick<RightsParts, 'selfId' | 'recentRights'> | undefined,
  meter: Pick<ChatMeter, 'sendFailed'>,
): Noticeboard {
  // Tips have their own requests: a limit that they meet is told to the caller, and holds up no answer.
  const rest = createRest(config, {
    rejectOnRateLimit: () => true,
    retries: 0,
    timeout: budgets.postSeconds * 1000,
  })
  const signal = () => AbortSignal.timeout(budgets.postSeconds * 1000)
  const parts = () => {
    const found = connected()
    return found && { rest, ...found }
  }
  const counted = async (send: () => Promise<unknown>) => {
    try {
      await orPostError(send)
    } catch (error) {
      if (error instanceof PostError) meter.sendFailed('discord', error.code)
      throw error
    }
  }
  return {
    postsPerSecond: budgets.postsPerSecond,
    post: async (channel, reply, delivery) => {
      const body = { ...marked(reply, delivery), nonce: delivery, enforce_nonce: true }
      await counted(() => rest.post(Routes.channelMessages(channel), { body, signal: signal() }))
    },
    findDelivery: (channel, delivery, since) =>
      orPostError(async () => {
        const found = parts()
        if (!found) throw new PostError('later', 'not_connected')
        return await findDelivery(found, channel, delivery, since)
      }),
    obstacle: async (channel) => {
      const found = parts()
      return found ? await obstacleIn(found, channel) : { reason: 'later', detail: 'not_connected' }
    },
    tell: (user, reply) => counted(() => writeTo(rest, user, reply, { signal: signal() })),
  }
}

function marked(reply: Reply, delivery: string) {
  const card = renderReply(reply)
  return { ...card, components: markRows(card.components, delivery) }
}

const history = z.array(z.object({ id: z.string(), components: z.unknown() }))

async function findDelivery(
  parts: RightsParts,
  channel: string,
  delivery: string,
  since: Date,
): Promise<'found' | 'absent' | 'unreadable'> {
  try {
    if (!(await mayReadHistory(parts, channel))) return 'unreadable'
    let after = idAt(since.getTime() - clockSlackSeconds * 1000)
    for (let page = 0; page < budgets.historyPages; page += 1) {
      const query = new URLSearchParams({ after, limit: String(pageSize) })
      const messages = history.parse(await parts.rest.get(Routes.channelMessages(channel), { query }))
      if (messages.some(({ components }) => carriesMark(components, delivery))) return 'found'
      if (messages.length < pageSize) return 'absent'
      after = messages.map(({ id }) => id).reduce(later)
    }
    return 'unreadable'
  } catch (error) {
    const { reason } = obstacleOf(error)
    if (reason === 'gone') return 'absent'
    if (reason === 'forbidden') return 'unreadable'
    throw error
  }
}

/** The id that a message of that moment would have: ids grow with time. */
function idAt(milliseconds: number): string {
  return String(
    SnowflakeUtil.generate({ timestamp: Math.max(milliseconds, Number(SnowflakeUtil.epoch)), increment: 0n }),
  )
}

function later(one: string, other: string): string {
  return BigInt(one) > BigInt(other) ? one : other
}
