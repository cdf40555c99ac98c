import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, Events, REST, Routes, Status } from 'discord.js'
import { z } from 'zod'
import { backOffSeconds } from '../../../time/back-off.js'
import type { ChatContext, Health } from '../../chat.js'
import { ChatError } from '../../chat.js'
import type { DiscordConfig } from '../config.js'
import { apiBase } from './address.js'
import { createClient } from './client.js'
import { errorCode } from './errors.js'
import { closingProblem, requestProblem } from './fatal-errors.js'

/** How long to wait after a try that failed, doubled each time. */
const firstSeconds = 2
const capSeconds = 300

/** One life of the bot on Discord: from `open` until `close`, through every reconnection that discord.js makes. */
export class Connection {
  readonly #config: DiscordConfig
  readonly #context: ChatContext
  readonly #closing = new AbortController()
  /** When each shard last said something. */
  readonly #heard = new Map<number, number>()
  #client: Client | undefined

  constructor(config: DiscordConfig, context: ChatContext) {
    this.#config = config
    this.#context = context
  }

  /** Aborted by `close`. */
  get closing(): AbortSignal {
    return this.#closing.signal
  }

  /**
   * Logs in, trying again for as long as Discord is out of reach; `prepare` gets each new client before it connects.
   * Throws `ChatError` on what cannot heal.
   */
  async open(prepare: (client: Client) => void): Promise<Client<true>> {
    return await this.persist('Could not connect to Discord', async () => {
      const client = createClient(this.#config.apiUrl)
      const ready = this.#watch(client)
      prepare(client)
      this.#client = client
      try {
        const [, connected] = await Promise.all([client.login(this.#config.token), ready])
        return connected
      } catch (error) {
        await client.destroy()
        throw requestProblem(error) ?? error
      }
    })
  }

  /** Repeats what failed, with longer and longer pauses, until it succeeds, cannot heal or the chat closes. */
  async persist<T>(complaint: string, attempt: () => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures++) {
      try {
        return await attempt()
      } catch (err) {
        if (err instanceof ChatError || this.closing.aborted) throw err
        const seconds = Math.max(
          backOffSeconds(failures, firstSeconds, capSeconds),
          await this.#loginsBack(err),
        )
        this.#context.log.warn({ err, code: errorCode(err), seconds }, `${complaint}; trying again`)
        await sleep(seconds * 1000, undefined, { signal: this.closing })
      }
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#client?.destroy()
  }

  health(): Health {
    const client = this.#client
    const shards = client ? [...client.ws.shards.values()] : []
    const connected = client?.isReady() === true && shards.every(({ status }) => status === Status.Ready)
    const seen = shards.map((shard) => Math.max(shard.lastPingTimestamp, this.#heard.get(shard.id) ?? -1))
    const seenAt = seen.length > 0 ? Math.min(...seen) : -1
    return { connected, seenAt: seenAt < 0 ? undefined : seenAt }
  }

  /** Seconds until Discord allows logins again, when it says that none is left. */
  async #loginsBack(error: unknown): Promise<number> {
    if (!(error instanceof Error) || !error.message.startsWith('Not enough sessions')) return 0
    const rest = new REST({ api: apiBase(this.#config.apiUrl) }).setToken(this.#config.token)
    const info = loginLimit.safeParse(await rest.get(Routes.gatewayBot()).catch(() => undefined))
    return info.success ? info.data.session_start_limit.reset_after / 1000 : 0
  }

  /** Follows a client's shards; resolves when all of them are ready, rejects when one is closed for good before. */
  #watch(client: Client): Promise<Client<true>> {
    const { log, meter, failed } = this.#context
    client.on(Events.Raw, (_packet: unknown, shard: number) => this.#heard.set(shard, Date.now()))
    client.on(Events.Error, (err) => log.error({ err }, 'discord.js reported an error'))
    client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'A gateway connection failed'))
    client.on(Events.ShardReconnecting, (shard) => {
      // discord.js says so when it is told to stop, too.
      if (!this.closing.aborted) log.warn({ shard }, 'Reconnecting to Discord')
    })
    client.on(Events.ShardResume, (shard, replayed) => {
      log.info({ shard, replayed }, 'Connected to Discord again')
      meter.reconnected('discord')
    })
    client.on(Events.ShardReady, (shard) => {
      log.info({ shard }, 'Connected to Discord')
      if (client.isReady()) meter.reconnected('discord')
    })
    return new Promise((resolve, reject) => {
      client.once(Events.ClientReady, resolve)
      this.closing.addEventListener('abort', () => reject(this.closing.reason), { once: true })
      client.on(Events.ShardDisconnect, ({ code }, shard) => {
        log.error({ code, shard }, 'Discord closed the connection for good')
        const problem = closingProblem(code)
        if (!problem) return
        if (client.isReady()) {
          void this.close().catch((err: unknown) => log.error({ err }, 'Could not disconnect from Discord'))
          failed(problem)
        }
        reject(problem)
      })
    })
  }
}

const loginLimit = z.object({ session_start_limit: z.object({ reset_after: z.number() }) })
