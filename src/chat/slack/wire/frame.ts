import { z } from 'zod'
import { budgets } from '../limits.js'

/**
 * The frames of Socket Mode with what @slack/socket-mode reads of each without a look (docs.slack.dev/apis/events-api/
 * using-socket-mode). One that lacks it would throw where nobody can catch it.
 */
const frame = z.discriminatedUnion('type', [
  z.object({ type: z.literal(['hello', 'disconnect']), reason: z.unknown().optional() }),
  z.object({
    type: z.literal('events_api'),
    envelope_id: z.string().min(1),
    payload: z.object({ event: z.object({ type: z.string() }) }),
  }),
  z.object({
    type: z.literal(['slash_commands', 'interactive']),
    envelope_id: z.string().min(1),
    payload: z.object({}),
  }),
])

/** A frame that the library can digest. */
export type Frame = z.infer<typeof frame>

/** Reads a frame; `undefined` for anything that is none. */
export function readFrame(text: unknown): Frame | undefined {
  if (typeof text !== 'string' || text.length > budgets.frameLength) return undefined
  return frame.safeParse(parsed(text)).data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
