import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { applicationId, botUser, guildJson, type Json, token, type World } from './world.js'

/** Intents that Discord gives to nobody without a review: members, presences, message content. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15)

/** A session: it outlives its socket, so that it can be resumed. */
interface Session {
  readonly id: string
  readonly shard: number
  readonly shards: number
  readonly intents: number
  /** The number of the last event. */
  last: number
  /** Events that a resumed session gets again. */
  readonly sent: Json[]
  socket: WebSocket | undefined
}

/** What a test may have the gateway do. */
export interface GatewayHabits {
  heartbeatMilliseconds: number
  /** Closes the socket with this code in answer to the next IDENTIFYs. */
  refuseIdentify: number | undefined
  /** Leaves heartbeats without an answer. */
  isDeaf: boolean
  /** Answers RESUME with "invalid session". */
  forgetsSessions: boolean
  /** Closes each new socket at once with this code. */
  closesAtOnce: number | undefined
  /** Answers new sockets with an HTTP error, as a proxy before a gateway that is down does. */
  isDown: boolean
  /** Sends this in place of the greeting. */
  greeting: unknown
  /** Answers RESUME so, in place of resuming. */
  onResume: ((socket: WebSocket) => void) | undefined
  /** Changes what READY tells. */
  ready: (told: Json) => unknown
}

/** Discord's gateway: https://docs.discord.com/developers/events/gateway. */
export class Gateway {
  readonly habits: GatewayHabits = {
    heartbeatMilliseconds: 41_250,
    refuseIdentify: undefined,
    isDeaf: false,
    forgetsSessions: false,
    closesAtOnce: undefined,
    isDown: false,
    greeting: undefined,
    onResume: undefined,
    ready: (told) => told,
  }
  /** How many sockets were opened. */
  connections = 0
  /** What clients did, in order: `"identify 0/1"`, `"resume 0"`, `"heartbeat"`. */
  readonly log: string[] = []
  readonly #world: World
  readonly #sockets: WebSocketServer
  readonly #sessions = new Map<string, Session>()
  readonly #waiting: { readonly entry: string; readonly count: number; readonly resolve: () => void }[] = []

  constructor(world: World, server: Server) {
    this.#world = world
    const verifyClient = () => {
      if (this.habits.isDown) this.connections += 1
      return !this.habits.isDown
    }
    this.#sockets = new WebSocketServer({ server, verifyClient })
    this.#sockets.on('connection', (socket) => this.#greet(socket))
  }

  /** Resolves when clients have done something so many times since the start. */
  async did(entry: string, count = 1): Promise<void> {
    if (this.#count(entry) >= count) return
    await new Promise<void>((resolve) => this.#waiting.push({ entry, count, resolve }))
  }

  /** Sends an event to the shard that the server falls to, or to the first. */
  dispatch(event: string, data: unknown, guild?: string): void {
    for (const session of this.#sessions.values()) {
      const shard = guild ? Number((BigInt(guild) >> 22n) % BigInt(session.shards)) : 0
      if (session.shard === shard) this.#send(session, event, data)
    }
  }

  /** Sends an opcode to every client: 7 "reconnect", 9 "invalid session". */
  order(op: number, data: unknown = null): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify({ op, d: data }))
  }

  /** Sends something to every client as it is, frame or not. */
  sendRaw(...frames: readonly (string | Buffer)[]): void {
    for (const socket of this.#sockets.clients) for (const frame of frames) socket.send(frame)
  }

  /** Closes every socket; sessions stay. Without a code, as a broken network does. */
  drop(code?: number): void {
    for (const socket of this.#sockets.clients) code ? socket.close(code) : socket.terminate()
  }

  intents(): readonly number[] {
    return [...this.#sessions.values()].map(({ intents }) => intents)
  }

  /** Forgets the events that were sent. */
  forget(): void {
    for (const { sent } of this.#sessions.values()) sent.length = 0
  }

  close(): void {
    this.drop()
    this.#sockets.close()
  }

  #count(entry: string): number {
    return this.log.filter((one) => one.startsWith(entry)).length
  }

  #note(entry: string): void {
    this.log.push(entry)
    for (const { entry: wanted, count, resolve } of this.#waiting) if (this.#count(wanted) >= count) resolve()
  }

  #greet(socket: WebSocket): void {
    this.connections += 1
    if (this.habits.closesAtOnce) {
      socket.close(this.habits.closesAtOnce)
      return
    }
    const usual = { op: 10, d: { heartbeat_interval: this.habits.heartbeatMilliseconds } }
    socket.send(JSON.stringify(this.habits.greeting ?? usual))
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { readonly op: number; readonly d: Json }
      if (op === 1) this.#beat(socket)
      else if (op === 2) this.#identify(socket, d)
      else if (op === 6) this.#resume(socket, d)
      else if (op !== 3 && op !== 4 && op !== 8) socket.close(4001)
    })
  }

  #beat(socket: WebSocket): void {
    if (!this.habits.isDeaf) socket.send(JSON.stringify({ op: 11, d: null }))
    this.#note('heartbeat')
  }

  #identify(socket: WebSocket, d: Json): void {
    const [shard = 0, shards = 1] = (d.shard ?? []) as number[]
    const refusal = this.#refusal(d)
    if (refusal) {
      this.#note(`identify ${shard}/${shards}`)
      socket.close(refusal)
      return
    }
    const id = `session-${this.#sessions.size}`
    const intents = Number(d.intents)
    const session: Session = { id, shard, shards, intents, last: 0, sent: [], socket }
    this.#sessions.set(id, session)
    const guilds = this.#world.guilds.filter(
      (guild) => (BigInt(guild) >> 22n) % BigInt(shards) === BigInt(shard),
    )
    const address = this.#sockets.address()
    const told = {
      v: 10,
      user: botUser,
      guilds: guilds.map((guild) => ({ id: guild, unavailable: true })),
      session_id: id,
      resume_gateway_url: typeof address === 'object' ? `ws://127.0.0.1:${address?.port}` : '',
      shard: [shard, shards],
      application: { id: applicationId, flags: 0 },
    }
    this.#send(session, 'READY', this.habits.ready(told))
    for (const guild of guilds) this.#send(session, 'GUILD_CREATE', guildJson(this.#world, guild))
    this.#note(`identify ${shard}/${shards}`)
  }

  #refusal(d: Json): number | undefined {
    if (this.habits.refuseIdentify) return this.habits.refuseIdentify
    if (d.token !== token) return 4004
    return (Number(d.intents) & privileged) === 0 ? undefined : 4014
  }

  #resume(socket: WebSocket, d: Json): void {
    if (this.habits.onResume) {
      this.#note('resume answered otherwise')
      this.habits.onResume(socket)
      return
    }
    const session = this.#sessions.get(String(d.session_id))
    if (!session || this.habits.forgetsSessions) {
      socket.send(JSON.stringify({ op: 9, d: false }))
      this.#note('resume refused')
      return
    }
    session.socket = socket
    for (const packet of session.sent.filter(({ s }) => Number(s) > Number(d.seq))) {
      socket.send(JSON.stringify(packet))
    }
    this.#send(session, 'RESUMED', {})
    this.#note(`resume ${session.shard}`)
  }

  #send(session: Session, t: string, d: unknown): void {
    session.last += 1
    const packet = { op: 0, t, s: session.last, d }
    session.sent.push(packet)
    session.socket?.send(JSON.stringify(packet))
  }
}
