import type { App } from '@slack/bolt'
import type { ChatContext } from '../../chat.js'
import type { SlackConfig } from '../config.js'
import { backOffSeconds, pause } from './back-off.js'
import { appTokenProblem, errorCode, retryAfterOf } from './errors.js'
import type { Receiver } from './receiver.js'
import { SocketConnection } from './socket-connection.js'

/** A line that broke sooner was no good connection: the next one waits longer. */
const goodSeconds = 10

/** Socket Mode: a line after the other, each opened in the moment in which the last one ends. */
export class SocketReceiver implements Receiver {
  readonly #config: SlackConfig
  readonly #appToken: string
  readonly #context: ChatContext
  readonly #closing = new AbortController()
  #line: SocketConnection | undefined
  #seenAt: number | undefined
  #life: Promise<void> | undefined

  constructor(config: SlackConfig, appToken: string, context: ChatContext) {
    this.#config = config
    this.#appToken = appToken
    this.#context = context
  }

  get connected(): boolean {
    return this.#line?.connected ?? false
  }

  get seenAt(): number | undefined {
    return this.#line?.seenAt ?? this.#seenAt
  }

  async open(app: App): Promise<void> {
    const first = await this.#connect(app)
    if (first) this.#life = this.#live(app, first).catch(this.#context.failed)
  }

  quiet(): void {
    this.#line?.quiet()
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#line?.close()
    // Whatever still asks Slack for an address finds the door closed when the answer comes.
    await Promise.race([this.#life, pause(1, AbortSignal.timeout(1000))])
  }

  async #live(app: App, first: SocketConnection): Promise<void> {
    let hasty = 0
    for (let line = first; ; ) {
      const began = performance.now()
      const end = await this.#endOf(line)
      if (this.#closing.signal.aborted) return
      this.#context.log.info({ end }, 'Slack connection ended: opening the next')
      const good = end === 'refresh' || performance.now() - began > goodSeconds * 1000
      hasty = good ? 0 : hasty + 1
      await pause(backOffSeconds(hasty - 1), this.#closing.signal)
      const next = await this.#connect(app)
      if (!next) return
      this.#context.meter.reconnected('slack')
      line = next
    }
  }

  /** A line that works, tried for as long as Slack is out of reach; `undefined` when we are closing. */
  async #connect(app: App): Promise<SocketConnection | undefined> {
    for (let failures = 1; !this.#closing.signal.aborted; failures += 1) {
      const line = new SocketConnection(this.#config, this.#appToken, app, this.#context.log)
      this.#seenAt = this.seenAt
      this.#line = line
      try {
        await line.open()
        if (!this.#closing.signal.aborted) return line
        await line.close()
      } catch (error) {
        const problem = appTokenProblem(error)
        if (problem) throw problem
        const seconds = retryAfterOf(error) ?? backOffSeconds(failures)
        this.#context.log.warn({ code: errorCode(error), seconds }, 'Could not reach Slack: trying again')
        await pause(seconds, this.#closing.signal)
      }
    }
    return undefined
  }

  async #endOf(line: SocketConnection): Promise<string> {
    const { signal } = this.#closing
    return await new Promise((resolve) => {
      if (signal.aborted) resolve('closing')
      signal.addEventListener('abort', () => resolve('closing'), { once: true })
      void line.ended.then(resolve)
    })
  }
}
