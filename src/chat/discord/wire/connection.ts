import { WebSocketShardEvents, WebSocketShardStatus } from '@discordjs/ws'
import { GatewayIntentBits, RateLimitError, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import { backOffSeconds } from '../../../time/back-off.js'
import { createDeferred } from '../../../time/deferred.js'
import { retry } from '../../../time/retry.js'
import { retryAfterSeconds } from '../../../time/retry-after.js'
import { type ChatContext, ChatError, type Health } from '../../chat.js'
import type { DiscordConfig } from '../config.js'
import { budgets } from '../limits.js'
import { closingProblem, errorCode, tokenProblem } from './errors.js'
import { createIdentifyThrottle, type LoginLimit } from './identify.js'
import { createRest, plainToken } from './rest.js'
import { gatewayAddress, Shard } from './shard.js'

/** The bot as Discord knows it. */
export interface Self {
  readonly id: string
  readonly applicationId: string
}

/** An event of the gateway, by its name; what it holds is for the receiver to check. */
export type Receive = (name: string, packet: unknown) => void

/** No privileged intent: messages that mention the bot and direct messages carry their text all the same. */
const intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages

/** One life of the bot on Discord: from `open` until `close`, through every reconnection. */
export class Connection {
  readonly #config: DiscordConfig
  readonly #context: ChatContext
  readonly rest: REST
  readonly #closing = new AbortController()
  /** When each shard last said something, epoch milliseconds. */
  readonly #heard = new Map<number, number>()
  #shards: readonly Shard[] = []
  #isOpen = false
  #self: Self | undefined

  constructor(config: DiscordConfig, context: ChatContext) {
    this.#config = config
    this.#context = context
    this.rest = createRest(config)
  }

  /** Who the bot is; known from the first READY on. */
  get self(): Self | undefined {
    return this.#self
  }

  /** Aborted by `close`. */
  get closing(): AbortSignal {
    return this.#closing.signal
  }

  /**
   * Connects, trying for as long as Discord is out of reach, and gives every event to `receive`. `undefined` when it
   * was closed meanwhile. Throws `ChatError` on what cannot heal.
   */
  async open(receive: Receive): Promise<Self | undefined> {
    const gateway = await this.persist('Could not connect to Discord', () => this.#askForGateway())
    if (!gateway) return undefined
    const { url, shards: count, session_start_limit } = gateway
    const waitForIdentify = createIdentifyThrottle(
      session_start_limit.max_concurrency,
      () => this.#loginsLeft(),
      this.#context.sleep,
    )
    const token = plainToken(this.#config.token)
    const { log, sleep } = this.#context
    this.#shards = Array.from(
      { length: count },
      (_, id) => new Shard({ id, count, token, intents, url, waitForIdentify, log, sleep }),
    )
    const following = Promise.all(this.#shards.map((shard) => this.#follow(shard, receive)))
    const isReady = await Promise.race([following, this.#closed()]).catch(async (problem: unknown) => {
      await this.close()
      throw problem
    })
    if (!isReady) return undefined
    this.#isOpen = true
    if (!this.#self) await this.persist('Could not ask Discord who the bot is', () => this.#askWhoIAm())
    return this.#self
  }

  /**
   * Repeats what failed, with longer and longer pauses, until it succeeds or cannot heal; `undefined` when the
   * connection is closed meanwhile.
   */
  persist<T>(complaint: string, attempt: () => Promise<T>): Promise<T | undefined> {
    return retry(attempt, {
      signal: this.#closing.signal,
      sleep: this.#context.sleep,
      pause: (error, failures) => {
        const problem = error instanceof ChatError ? error : tokenProblem(error)
        if (problem) throw problem
        const usual = backOffSeconds(failures, budgets.retrySeconds, budgets.retryCapSeconds)
        const seconds = Math.max(usual, secondsAsked(error))
        this.#context.log.warn({ err: error, code: errorCode(error), seconds }, `${complaint}; trying again`)
        return seconds
      },
    })
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#shards.map((shard) => shard.close()))
  }

  health(): Health {
    const connected =
      this.#isOpen && this.#shards.every(({ status }) => status === WebSocketShardStatus.Ready)
    const seen = this.#shards.map(({ id }) => this.#heard.get(id) ?? 0)
    const seenAt = seen.length > 0 ? Math.min(...seen) : 0
    return { connected, seenAt: seenAt === 0 ? undefined : seenAt }
  }

  async #askForGateway(): Promise<z.infer<typeof gatewayOf>> {
    const gateway = gatewayOf.parse(await this.rest.get(Routes.gatewayBot()))
    const { remaining, reset_after } = gateway.session_start_limit
    if (remaining < gateway.shards) throw new NoLoginsError(reset_after / 1000)
    return gateway
  }

  async #loginsLeft(): Promise<LoginLimit | undefined> {
    try {
      return gatewayOf.parse(await this.rest.get(Routes.gatewayBot())).session_start_limit
    } catch (err) {
      // The pace alone decides then; the gateway refuses what is too much.
      this.#context.log.debug({ err }, 'Could not ask how many logins are left')
      return undefined
    }
  }

  async #closed(): Promise<undefined> {
    if (this.#closing.signal.aborted) return undefined
    await new Promise((resolve) => this.#closing.signal.addEventListener('abort', resolve, { once: true }))
    return undefined
  }

  /** Follows a shard; resolves when it is ready, rejects when it is closed for good before. */
  async #follow(shard: Shard, receive: Receive): Promise<void> {
    const { log, meter } = this.#context
    const end = createDeferred<ChatError | undefined>()
    let isFirst = true
    const heard = () => this.#heard.set(shard.id, Date.now())
    shard.on(WebSocketShardEvents.HeartbeatComplete, heard)
    shard.on(WebSocketShardEvents.Error, ({ error: err }) => {
      log.warn({ err, shard: shard.id }, 'A gateway connection failed')
    })
    shard.on(WebSocketShardEvents.Dispatch, ({ data }) => {
      heard()
      receive(data.t, data.d)
    })
    shard.on(WebSocketShardEvents.Resumed, () => {
      log.info({ shard: shard.id }, 'Connected to Discord again')
      meter.reconnected('discord')
    })
    shard.on(WebSocketShardEvents.Ready, ({ data }) => {
      log.info({ shard: shard.id }, 'Connected to Discord')
      if (!isFirst) meter.reconnected('discord')
      isFirst = false
      this.#self ??= selfOf.safeParse(data).data
      end.resolve(undefined)
    })
    shard.on(WebSocketShardEvents.Closed, ({ code }) => {
      if (this.#closing.signal.aborted) return
      const problem = closingProblem(code)
      if (!problem) {
        log.warn({ code, shard: shard.id }, 'Reconnecting to Discord')
        return
      }
      log.error({ code, shard: shard.id }, 'Discord closed the connection for good')
      if (this.#isOpen) this.#fail(problem)
      end.resolve(problem)
    })
    // It rejects at the first error of the connection, which the shard mends by itself.
    shard.connect().catch((err: unknown) => log.debug({ err }, 'The first connection was not the last'))
    const problem = await end.promise
    if (problem) throw problem
  }

  #fail(problem: ChatError): void {
    this.#isOpen = false
    this.close().catch((err: unknown) =>
      this.#context.log.error({ err }, 'Could not disconnect from Discord'),
    )
    this.#context.failed(problem)
  }

  async #askWhoIAm(): Promise<void> {
    const { id } = idOf.parse(await this.rest.get(Routes.user()))
    const application = idOf.parse(await this.rest.get(Routes.currentApplication()))
    this.#self = { id, applicationId: application.id }
  }
}

/** Discord allows no more logins for so many seconds. */
class NoLoginsError extends Error {
  override readonly name = 'NoLoginsError'
  readonly seconds: number

  constructor(seconds: number) {
    super(`Discord allows no login before ${Math.ceil(seconds)} s have passed`)
    this.seconds = seconds
  }
}

/** How long Discord wants to be left alone. */
function secondsAsked(error: unknown): number {
  if (error instanceof NoLoginsError) return retryAfterSeconds(error.seconds) ?? 0
  return error instanceof RateLimitError ? (retryAfterSeconds(error.retryAfter / 1000) ?? 0) : 0
}

const idOf = z.object({ id: z.string() })
/** What READY says of the bot. */
const selfOf = z
  .object({ user: idOf, application: idOf })
  .transform(({ user, application }): Self => ({ id: user.id, applicationId: application.id }))

/** Logins come back within a day. */
const dayMilliseconds = 86_400_000

/** `GET /gateway/bot` (docs: events/gateway). Servers that only speak Discord's protocol may leave out its limits. */
const gatewayOf = z.object({
  url: gatewayAddress,
  shards: z.int().min(1).max(1000).catch(1),
  session_start_limit: z
    .object({
      remaining: z.number().catch(1000),
      reset_after: z.number().min(0).max(dayMilliseconds).catch(0),
      max_concurrency: z.int().min(1).catch(1),
    })
    .catch({ remaining: 1000, reset_after: 0, max_concurrency: 1 }),
})
