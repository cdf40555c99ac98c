import type { App } from '@slack/bolt'
import { retry } from '../../../time/retry.js'
import type { ChatContext } from '../../chat.js'
import type { SlackConfig } from '../config.js'
import { budgets } from '../limits.js'
import { backOffSeconds } from './back-off.js'
import { appTokenProblem, errorCode, retryAfterOf } from './errors.js'
import type { Receiver } from './receiver.js'
import { SocketConnection } from './socket-connection.js'

/** A connection that broke sooner was no good one: the next waits longer. */
const goodSeconds = 10

/** Socket Mode: one connection after the other, each opened in the moment in which the last one ends. */
export class SocketReceiver implements Receiver {
  readonly #config: SlackConfig
  readonly #appToken: string
  readonly #context: ChatContext
  readonly #closing = new AbortController()
  #connection: SocketConnection | undefined
  #seenAt: number | undefined
  #life: Promise<void> | undefined

  constructor(config: SlackConfig, appToken: string, context: ChatContext) {
    this.#config = config
    this.#appToken = appToken
    this.#context = context
  }

  get connected(): boolean {
    return this.#connection?.connected ?? false
  }

  get seenAt(): number | undefined {
    return this.#connection?.seenAt ?? this.#seenAt
  }

  async open(app: App): Promise<void> {
    const first = await this.#connect(app)
    if (first) this.#life = this.#live(app, first).catch(this.#context.failed)
  }

  quiet(): void {
    this.#connection?.quiet()
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#connection?.close()
    // A request for an address that is still under way ends when its answer comes: we do not wait for it.
    if (this.#life) await Promise.race([this.#life, this.#context.sleep(1000)])
  }

  async #live(app: App, first: SocketConnection): Promise<void> {
    let hasty = 0
    for (let connection = first; ; ) {
      const began = performance.now()
      const end = await this.#endOf(connection)
      if (this.#closing.signal.aborted) return
      this.#context.log.info({ end }, 'Slack connection ended: opening the next')
      const good = performance.now() - began > goodSeconds * 1000
      hasty = good ? 0 : hasty + 1
      // Slack may refresh a young connection, or a proxy drop one: the first few follow at once.
      await this.#context.sleep(
        backOffSeconds(hasty - budgets.freeReconnections) * 1000,
        this.#closing.signal,
      )
      const next = await this.#connect(app)
      if (!next) return
      this.#context.meter.reconnected('slack')
      connection = next
    }
  }

  /** A connection that works, tried for as long as Slack is out of reach; `undefined` when closing. */
  #connect(app: App): Promise<SocketConnection | undefined> {
    return retry(() => this.#connectOnce(app), {
      signal: this.#closing.signal,
      sleep: this.#context.sleep,
      pause: (error, failures) => {
        const problem = appTokenProblem(error)
        if (problem) throw problem
        const seconds = Math.max(retryAfterOf(error) ?? 0, backOffSeconds(failures))
        this.#context.log.warn({ code: errorCode(error), seconds }, 'Could not reach Slack: trying again')
        return seconds
      },
    })
  }

  async #connectOnce(app: App): Promise<SocketConnection | undefined> {
    const connection = new SocketConnection(this.#config, this.#appToken, app, this.#context.log)
    this.#seenAt = this.seenAt
    this.#connection = connection
    await connection.open()
    if (!this.#closing.signal.aborted) return connection
    await connection.close()
    return undefined
  }

  async #endOf(connection: SocketConnection): Promise<string> {
    const { signal } = this.#closing
    return await new Promise((resolve) => {
      if (signal.aborted) resolve('closing')
      signal.addEventListener('abort', () => resolve('closing'), { once: true })
      void connection.ended.then(resolve)
    })
  }
}
