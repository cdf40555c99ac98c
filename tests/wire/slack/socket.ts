import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Board } from './board.js'

/** The kinds of envelopes. */
export type Kind = 'events_api' | 'slash_commands' | 'interactive'

const acknowledgement = z.strictObject({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()),
})
const lateMilliseconds = 3000

interface Envelope {
  readonly id: string
  readonly kind: Kind
  readonly payload: object
  readonly sentAt: number
  readonly acknowledged: (payload: unknown) => void
  attempt: number
}

/** Slack's end of Socket Mode: what is not acknowledged before a connection closes comes again on the next. */
export class Sockets {
  readonly #board: Board
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #pending = new Map<string, Envelope>()
  /** Open connections, oldest first. */
  readonly open: WebSocket[] = []
  /** Connections ever made. */
  count = 0
  /** Whether a new connection gets its hello. */
  greets = true
  /** Whether a new connection is asked to end as soon as it was greeted. */
  refreshesAtOnce = false

  constructor(board: Board) {
    this.#board = board
  }

  /** Takes a connection that came with a ticket of `apps.connections.open`. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (line) => this.#greet(line))
  }

  /** Sends an envelope, and gives what it is acknowledged with. */
  async deliver(kind: Kind, payload: object): Promise<unknown> {
    return await new Promise((acknowledged) => {
      const envelope = {
        id: randomUUID(),
        kind,
        payload,
        sentAt: performance.now(),
        acknowledged,
        attempt: 0,
      }
      this.#pending.set(envelope.id, envelope)
      this.#send(envelope)
    })
  }

  /** Asks the bot to connect anew, as Slack does every few hours. */
  refresh(): void {
    const line = this.open.pop()
    line?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }))
  }

  /** Sends frames as they are over the newest connection. */
  sendRaw(...frames: readonly (string | Buffer)[]): void {
    for (const frame of frames) this.open.at(-1)?.send(frame)
  }

  /** Breaks all connections without a word. */
  drop(): void {
    this.open.length = 0
    for (const line of this.#server.clients) line.terminate()
  }

  /** Pings, as Slack does every few seconds. */
  ping(): void {
    for (const line of this.open) line.ping()
  }

  /** Reads nothing more of the open connections, as a machine that has died does. */
  mute(): void {
    for (const line of this.open.splice(0)) line.pause()
  }

  /** Closes every connection, greeted or not. */
  hangUp(): void {
    for (const line of this.#server.clients) line.close()
  }

  close(): void {
    for (const line of this.#server.clients) line.terminate()
    this.#server.close()
  }

  #greet(line: WebSocket): void {
    this.count += 1
    line.on('message', (text) => this.#acknowledge(String(text)))
    line.on('close', () => {
      const at = this.open.indexOf(line)
      if (at >= 0) this.open.splice(at, 1)
      this.#board.changed()
    })
    if (this.greets) {
      line.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }))
      this.open.push(line)
      for (const envelope of this.#pending.values()) this.#send(envelope)
      if (this.refreshesAtOnce) this.refresh()
    }
    this.#board.changed()
  }

  #send(envelope: Envelope): void {
    const line = this.open.at(-1)
    if (line?.readyState !== WebSocket.OPEN) return
    const { id, kind, payload, attempt } = envelope
    envelope.attempt += 1
    line.send(
      JSON.stringify({
        envelope_id: id,
        type: kind,
        payload,
        accepts_response_payload: kind !== 'events_api',
        ...(kind === 'events_api' ? { retry_attempt: attempt, retry_reason: attempt ? 'timeout' : '' } : {}),
      }),
    )
  }

  #acknowledge(text: string): void {
    const { data, error } = acknowledgement.safeParse(JSON.parse(text))
    const envelope = data && this.#pending.get(data.envelope_id)
    if (!data || !envelope) {
      this.#board.fault(`acknowledgement of nothing: ${error ?? text}`)
      return
    }
    this.#pending.delete(data.envelope_id)
    if (performance.now() - envelope.sentAt > lateMilliseconds) this.#board.fault(`late: ${text}`)
    envelope.acknowledged(Object.keys(data.payload).length > 0 ? data.payload : undefined)
  }
}
