import { GatewayOpcodes } from 'discord.js'
import { z } from 'zod'
import { budgets } from '../limits.js'

const { least, usual, most } = budgets.heartbeatMilliseconds

/** A gateway may ask for no heartbeats, or for thousands a second. */
const interval = z
  .number()
  .positive()
  .catch(usual)
  .transform((milliseconds) => Math.min(Math.max(milliseconds, least), most))

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
  z.looseObject({
    op: z.literal(GatewayOpcodes.Hello),
    d: z.looseObject({ heartbeat_interval: interval }).catch({ heartbeat_interval: usual }),
  }),
  // discord.js resumes a session that can be resumed at once, on the same connection, as often as it is told.
  z.looseObject({ op: z.literal(GatewayOpcodes.InvalidSession), d: z.literal(true) }).transform(() => ({
    op: GatewayOpcodes.Reconnect,
  })),
  z.looseObject({ op: z.literal(GatewayOpcodes.InvalidSession), d: z.boolean().catch(false) }),
])

/** A frame that discord.js can digest; `undefined` for anything else. */
export function readFrame(raw: unknown): { readonly op: GatewayOpcodes } | undefined {
  if (typeof raw !== 'string' || raw.length > budgets.frameLength) return undefined
  return frame.safeParse(parsed(raw)).data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
