import { GatewayOpcodes } from 'discord.js'
import { z } from 'zod'

/** Node's timers take at most 2^31 - 1 milliseconds, and fire at once for more. */
const interval = z.number().positive().max(2_147_483_647)

/**
 * The gateway's frames with what discord.js reads of each without a look (docs: events/gateway-events). One that lacks
 * it would throw inside discord.js, where nobody can catch it.
 */
const frame = z.union([
  z.looseObject({
    op: z.literal(GatewayOpcodes.Dispatch),
    t: z.string().refine((name) => name !== 'READY'),
  }),
  z.looseObject({
    op: z.literal([GatewayOpcodes.Heartbeat, GatewayOpcodes.Reconnect, GatewayOpcodes.HeartbeatAck]),
  }),
  z.looseObject({ op: z.literal(GatewayOpcodes.Dispatch), t: z.literal('READY'), d: z.looseObject({}) }),
  z.looseObject({ op: z.literal(GatewayOpcodes.Hello), d: z.looseObject({ heartbeat_interval: interval }) }),
  z.looseObject({ op: z.literal(GatewayOpcodes.InvalidSession), d: z.boolean().catch(false) }),
])

/** A frame that discord.js can digest; `undefined` for anything else. */
export function readFrame(raw: unknown): { readonly op: GatewayOpcodes } | undefined {
  return typeof raw === 'string' ? frame.safeParse(parsed(raw)).data : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
