import {
  CloseCodes,
  DefaultWebSocketManagerOptions,
  type FetchingStrategyOptions,
  type IContextFetchingStrategy,
  type SessionInfo,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws'
import { GatewayOpcodes, type GatewaySendPayload } from 'discord.js'
import type { Logger } from 'pino'
import { z } from 'zod'
import { backOffSeconds } from '../../../time/back-off.js'
import type { Sleep } from '../../../time/sleep.js'
import { budgets } from '../limits.js'
import { readFrame } from './frame.js'

/** What one connection to the gateway is made of. */
export interface ShardOptions {
  readonly id: number
  readonly count: number
  readonly token: string
  readonly intents: number
  /** The gateway's address, as `GET /gateway/bot` tells it. */
  readonly url: string
  /** Resolves when the shard may log in; rejects when the signal is aborted. */
  readonly waitForIdentify: (shard: number, signal: AbortSignal) => Promise<void>
  readonly log: Logger
  readonly sleep: Sleep
}

/**
 * One connection to the gateway, from discord.js's own package for it, guarded so that no frame of a server throws.
 *
 * Why not discord.js's client: it builds a picture of every server, channel and member, from packets whose fields it
 * takes on trust, so that one `null` in an unexpected place ends the process (discord.js#9696, #7133). The bot needs
 * none of that picture. The shard logs in, sends heartbeats, resumes and reconnects, and hands packets on as they are.
 */
export class Shard extends WebSocketShard {
  readonly #strategy: ShardStrategy
  readonly #log: Logger
  readonly #sleep: Sleep
  /** Told to leave, and not yet connecting again. */
  #isLeaving = false
  #goodbye: Promise<void> | undefined

  constructor(options: ShardOptions, strategy = new ShardStrategy(options)) {
    super(strategy, options.id)
    this.#strategy = strategy
    this.#log = options.log
    this.#sleep = options.sleep
    strategy.isIdle = () => this.status === WebSocketShardStatus.Idle
    strategy.connecting = () => {
      this.#isLeaving = false
    }
    this.on(WebSocketShardEvents.Ready, () => strategy.settled())
    this.on(WebSocketShardEvents.Resumed, () => strategy.settled())
    this.on(WebSocketShardEvents.Hello, () => this.#expectResumption())
    this.on(WebSocketShardEvents.Closed, ({ code }) => this.#reconnectAfter(code))
    // Every frame passes through this method of discord.js's, which it looks up for each.
    Object.defineProperty(this, 'unpackMessage', { value: frameReader(this, options.log) })
  }

  /** Leaves the gateway for good; resolves when it has said goodbye, or after a second without one. */
  async close(): Promise<void> {
    this.#strategy.isClosed = true
    this.#goodbye ??= this.#safely(() => super.destroy())
    const patience = new AbortController()
    await Promise.race([this.#goodbye, this.#sleep(budgets.goodbyeSeconds * 1000, patience.signal)])
    patience.abort()
  }

  /** Leaves once: of two orders at a time discord.js would obey both, connect twice, and throw. */
  override async destroy(options: WebSocketShardDestroyOptions = {}): Promise<void> {
    if (this.#isLeaving || this.status === WebSocketShardStatus.Idle) return
    this.#isLeaving = true
    await this.#safely(() => super.destroy(options))
    this.#isLeaving = false
  }

  override async send(payload: GatewaySendPayload): Promise<void> {
    if (payload.op === GatewayOpcodes.Resume) this.#strategy.resuming()
    await this.#safely(() => super.send(payload))
  }

  async #safely(attempt: () => Promise<void>): Promise<void> {
    try {
      await attempt()
    } catch (err) {
      this.#log.warn({ err, shard: this.id }, 'A gateway connection stumbled')
    }
  }

  /** discord.js waits for READY, but for ever for RESUMED. */
  #expectResumption(): void {
    const look = () => {
      if (this.status !== WebSocketShardStatus.Resuming) return
      void this.destroy({ recover: WebSocketShardDestroyRecovery.Reconnect, reason: 'No RESUMED came' })
    }
    setTimeout(look, budgets.resumeSeconds * 1000).unref()
  }

  /** discord.js takes this code for its own, and does not connect again when a server closes with it. */
  #reconnectAfter(code: number): void {
    if (code === CloseCodes.Resuming) void this.destroy({ recover: WebSocketShardDestroyRecovery.Resume })
  }
}

/** What a shard asks about itself: its session, and when it may connect and log in. */
class ShardStrategy implements IContextFetchingStrategy {
  readonly options: FetchingStrategyOptions
  readonly waitForIdentify: ShardOptions['waitForIdentify']
  readonly #sleep: Sleep
  isIdle: () => boolean = () => true
  /** Called when the next connection is begun. */
  connecting: () => void = () => {}
  isClosed = false
  #session: SessionInfo | null = null
  /** Connections in a row that did not last. */
  #short = -1
  /** Tries to resume the session since the gateway last said READY or RESUMED. */
  #resumptions = 0
  /** When the gateway last said READY or RESUMED, by `performance.now()`. */
  #settledAt: number | undefined

  constructor({ token, intents, url, count, waitForIdentify, sleep }: ShardOptions) {
    this.#sleep = sleep
    const session_start_limit = { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 }
    const gatewayInformation = { url, shards: count, session_start_limit }
    this.options = {
      ...DefaultWebSocketManagerOptions,
      token,
      intents,
      gatewayInformation,
      shardCount: count,
    }
    this.waitForIdentify = waitForIdentify
  }

  settled(): void {
    this.#settledAt = performance.now()
    this.#resumptions = 0
  }

  resuming(): void {
    this.#resumptions += 1
  }

  /**
   * The session to resume, if there is one. discord.js asks before it connects, too: there the pause between
   * connections belongs, without which it calls a gateway that closes at once twice a second.
   */
  async retrieveSessionInfo(): Promise<SessionInfo | null> {
    if (!this.isIdle()) return this.#session
    this.connecting()
    await this.#pause()
    // Closed meanwhile: it must not connect any more.
    if (this.isClosed) await new Promise(() => {})
    // A gateway that resumes nothing might never say so.
    if (this.#resumptions >= budgets.resumptions) this.updateSessionInfo(0, null)
    return this.#session
  }

  updateSessionInfo(_shard: number, session: SessionInfo | null): void {
    const resumeURL = gatewayAddress.safeParse(session?.resumeURL).data ?? this.options.gatewayInformation.url
    this.#session = sessionOf.safeParse({ ...session, resumeURL }).data ?? null
  }

  async #pause(): Promise<void> {
    const lasted = performance.now() - (this.#settledAt ?? Number.POSITIVE_INFINITY)
    this.#settledAt = undefined
    this.#short = lasted > budgets.calmSeconds * 1000 ? 0 : this.#short + 1
    // The first reconnection is at once: most connections break for no reason that lasts.
    const seconds = backOffSeconds(this.#short - 1, budgets.reconnectSeconds, budgets.reconnectCapSeconds)
    await this.#sleep(seconds * 1000)
  }
}

/** An address that a WebSocket takes: one with a `#` throws. */
export const gatewayAddress = z.url({ protocol: /^wss?$/ }).refine((url) => !url.includes('#'))

const sessionOf = z.object({
  resumeURL: gatewayAddress,
  sequence: z.int().catch(0),
  sessionId: z.string().min(1),
  shardCount: z.int(),
  shardId: z.int(),
})

/**
 * Gives discord.js the frames that it can digest; of each connection one greeting, since each starts a heartbeat, and
 * few requests for heartbeats, since each is answered.
 */
function frameReader(shard: WebSocketShard, log: Logger) {
  let greeted: unknown
  let askedAt = Number.NEGATIVE_INFINITY
  return async (raw: unknown) => {
    const frame = readFrame(raw)
    if (!frame) {
      log.debug({ shard: shard.id }, 'Dropped a packet that is no frame of the gateway')
      return null
    }
    if (frame.op === GatewayOpcodes.Heartbeat) {
      if (performance.now() - askedAt < budgets.askedHeartbeatMilliseconds) return null
      askedAt = performance.now()
    }
    if (frame.op !== GatewayOpcodes.Hello) return frame
    const connection: unknown = Reflect.get(shard, 'connection')
    if (greeted === connection) return null
    greeted = connection
    return frame
  }
}
