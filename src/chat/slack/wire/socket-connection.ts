import { channel } from 'node:diagnostics_channel'
import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { wallTime } from '../../../time/clock.js'
import { createDeferred } from '../../../time/deferred.js'
import type { SlackConfig } from '../config.js'
import { NotTakenError } from './bolt-app.js'
import { type Frame, readFrame } from './frame.js'
import { boltLogger } from './logger.js'
import { webOptions } from './web.js'

/** How a connection ended: Slack asked for a new one, or it broke. */
export type ConnectionEnd = 'refresh' | 'lost'

/** Slack's pings and the answers to ours come every few seconds: longer silence is death (bolt-js#2496). */
const silenceSeconds = 30
/** How long Slack may take to say hello, and to say good-bye. */
const helloSeconds = 15
const goodbyeSeconds = 1

/** `WebSocket.CLOSING`, which is no global on Node 20. */
const closing = 2

const traffic = [channel('undici:websocket:ping'), channel('undici:websocket:pong')]

/**
 * One Socket Mode connection, from `open` until `ended`. It never connects again by itself: that of @slack/socket-mode
 * 3.1 waits for seconds, and lets rejections escape when Slack is away.
 */
export class SocketConnection {
  readonly #log: Logger
  readonly #receiver: SocketModeReceiver
  readonly #end: (end: ConnectionEnd) => void
  /** Resolves when another line is needed. Nothing more comes through this one. */
  readonly ended: Promise<ConnectionEnd>
  #url: string | undefined
  /** When Slack was last heard, by a clock that is never set. */
  #heardAt: number | undefined
  #watch: NodeJS.Timeout | undefined
  #over = false

  constructor(config: SlackConfig, appToken: string, app: App, log: Logger) {
    this.#log = log
    this.#receiver = createReceiver(config, appToken, app, log)
    const ended = createDeferred<ConnectionEnd>()
    this.ended = ended.promise
    this.#end = (end) => {
      if (this.#over) return
      this.#over = true
      ended.resolve(end)
      void this.close()
    }
  }

  /** When Slack was last heard on this line; epoch milliseconds. */
  get seenAt(): number | undefined {
    return this.#heardAt === undefined ? undefined : wallTime(this.#heardAt)
  }

  get connected(): boolean {
    return !this.#over && (this.#receiver.client.websocket?.isActive() ?? false)
  }

  /** Connects, and resolves when Slack has said hello. */
  async open(): Promise<void> {
    const { client } = this.#receiver
    client.on('authenticated', ({ url }: { url: string }) => {
      this.#url = new URL(url).href
    })
    this.#guardFrames()
    client.on('disconnected', () => this.#end('lost'))
    for (const each of traffic) each.subscribe(this.#felt)
    const hello = setTimeout(() => this.#end('lost'), helloSeconds * 1000)
    try {
      await this.#receiver.start()
      this.#watch = setInterval(() => this.#check(), 1000)
    } catch (error) {
      this.#end('lost')
      throw error ?? new Error('Slack closed the connection before its hello')
    } finally {
      clearTimeout(hello)
    }
  }

  /** Takes no more envelopes; those that have come can still be acknowledged. */
  quiet(): void {
    this.#receiver.client.removeAllListeners('slack_event')
  }

  /** Hangs up; a peer that does not answer is cut off after a second. */
  async close(): Promise<void> {
    this.#over = true
    clearInterval(this.#watch)
    for (const each of traffic) each.unsubscribe(this.#felt)
    const { client } = this.#receiver
    const gone = new Promise<void>((resolve) => client.once('disconnected', resolve))
    // A second call cuts the connection off: where the library has said good-bye already, ours would be the second.
    const forced = setTimeout(() => void client.disconnect(), goodbyeSeconds * 1000)
    if (client.websocket?.readyState !== closing) void client.disconnect()
    await gone
    clearTimeout(forced)
  }

  /**
   * Gives the library only frames that it can digest: it reads them in a listener of its own, and tells itself of each
   * event under the event's name, which may be one that it listens to.
   */
  #guardFrames(): void {
    const { client } = this.#receiver
    const digest = client.listeners('ws_message')
    client.removeAllListeners('ws_message')
    const isReserved = (name: string) => name === 'error' || client.listenerCount(name) > 0
    client.on('ws_message', (message: unknown, ...rest: unknown[]) => {
      this.#heardAt = performance.now()
      const frame = readFrame(message)
      if (!frame || isReserved(eventIn(frame))) {
        this.#log.warn('Dropped something from Slack that is no frame of Socket Mode')
        return
      }
      if (frame.type === 'disconnect' && frame.reason !== 'link_disabled') this.#end('refresh')
      for (const each of digest) each.call(client, message, ...rest)
    })
  }

  readonly #felt = (message: unknown): void => {
    if (urlOf(message) === this.#url) this.#heardAt = performance.now()
  }

  #check(): void {
    const silence = performance.now() - (this.#heardAt ?? Number.NEGATIVE_INFINITY)
    if (!this.connected || silence > silenceSeconds * 1000) this.#end('lost')
  }
}

function createReceiver(config: SlackConfig, appToken: string, app: App, log: Logger): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    // The one way for options to reach the client (bolt 5.1): without them it would call slack.com.
    installerOptions: { clientOptions: webOptions(config, log) },
  })
  // Bolt's own listener prints each answer twice as JSON, for debug lines that are dropped.
  receiver.client.removeAllListeners('slack_event')
  receiver.client.on('slack_event', ({ body, ack }: ReceiverEvent) => {
    app.processEvent({ body, ack }).catch((err) => {
      if (!(err instanceof NotTakenError)) log.warn({ err }, 'Could not take an event from Slack')
    })
  })
  return receiver
}

/** The name under which the library tells of an event; empty for other frames. */
function eventIn(frame: Frame): string {
  return frame.type === 'events_api' ? frame.payload.event.type : ''
}

/** The address of the socket in a message of undici's diagnostics channels. */
function urlOf(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('websocket' in message)) return undefined
  const { websocket } = message
  return typeof websocket === 'object' && websocket !== null && 'url' in websocket ? websocket.url : undefined
}
