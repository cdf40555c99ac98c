import type { IncomingMessage, ServerResponse } from 'node:http'
import { PermissionFlagsBits } from 'discord.js'
import { z } from 'zod'
import type { RawAnswer } from '../odd-answers.js'
import { commandProblems } from './command-rules.js'
import { messageBody, problemsOf, replyBody } from './message-rules.js'
import {
  applicationId,
  botUser,
  channelJson,
  guildJson,
  type Json,
  type KeptInteraction,
  memberJson,
  type Place,
  person,
  token,
  type World,
} from './world.js'

/** A refusal, with Discord's code for it. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly more: Json

  constructor(status: number, code: number, message: string, more: Json = {}) {
    super(message)
    this.status = status
    this.code = code
    this.more = more
  }
}

/** A request as routes see it. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Json
  readonly isBot: boolean
}

type Route = readonly [
  method: string,
  path: RegExp,
  answer: (request: Request, ids: readonly string[]) => unknown,
]

const text = z.string().min(1).max(100)
const choices = z.strictObject({
  choices: z.array(z.strictObject({ name: text, value: text })).max(25),
})
/** A form (interactions/receiving-and-responding, "Modal"; components/reference, "Label", "Text Input"). */
const form = z.strictObject({
  custom_id: z.string().min(1).max(100),
  title: z.string().min(1).max(45),
  components: z
    .array(
      z.strictObject({
        type: z.literal(18),
        label: z.string().min(1).max(45),
        description: z.string().min(1).max(100).optional(),
        component: z.strictObject({
          type: z.literal(4),
          custom_id: z.string().min(1).max(100),
          style: z.int().min(1).max(2),
          placeholder: z.string().max(100).optional(),
          required: z.boolean().optional(),
          max_length: z.int().min(1).max(4000).optional(),
        }),
      }),
    )
    .min(1)
    .max(40),
})
const flags = z.strictObject({ flags: z.literal(64).optional() })

/** Discord's REST API, as far as the bot uses it; unknown routes and bodies outside the limits are refused. */
export class Rest {
  readonly #world: World
  readonly #gatewayInfo: () => Json
  readonly #routes: readonly Route[]
  readonly #waiting: { readonly enough: () => boolean; readonly resolve: () => void }[] = []
  /** Every request, as `"POST /channels/1/messages"`. */
  readonly log: string[] = []
  readonly faults: { readonly path: RegExp; readonly status: number; readonly body: Json; times: number }[] =
    []
  readonly #scripts: { readonly path: RegExp; readonly answer: RawAnswer; times: number }[] = []
  /** Called with an interaction whose first response has come. */
  onResponse: (interaction: KeptInteraction) => void = () => {}
  /** Called when a message has come into a place. */
  onMessage: () => void = () => {}

  constructor(world: World, gatewayInfo: () => Json) {
    this.#world = world
    this.#gatewayInfo = gatewayInfo
    this.#routes = this.#table()
  }

  /** Answers an HTTP request below `/api/v10`. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString()
    this.log.push(`${request.method} ${path}`)
    const isBot = request.headers.authorization === `Bot ${token}`
    for (const { enough, resolve } of this.#waiting) if (enough()) resolve()
    const script = this.#scripts.find((one) => one.times > 0 && one.path.test(path))
    if (script) {
      script.times -= 1
      script.answer(response)
      return
    }
    try {
      const body = raw ? (JSON.parse(raw) as Json) : {}
      const given = { method: request.method ?? '', path, query: url.searchParams, body, isBot }
      send(response, 200, this.#answer(given))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.status === 0) return
      send(response, error.status, { code: error.code, message: error.message, ...error.more })
    }
  }

  /** Resolves when so many requests that match were made since the start. */
  async did(line: RegExp, count = 1): Promise<void> {
    const enough = () => this.log.filter((one) => line.test(one)).length >= count
    if (!enough()) await new Promise<void>((resolve) => this.#waiting.push({ enough, resolve }))
  }

  /** Has the next requests for a path fail; with status 0 they get no answer at all. */
  fail(path: RegExp, status: number, body: Json, times = 1): void {
    this.faults.push({ path, status, body, times })
  }

  /** Has the next requests for a path answered by hand, in any form. */
  script(path: RegExp, answer: RawAnswer, times = 1): void {
    this.#scripts.push({ path, answer, times })
  }

  #answer(request: Request): unknown {
    const fault = this.faults.find(({ path, times }) => times > 0 && path.test(request.path))
    if (fault) {
      fault.times -= 1
      throw new Refusal(
        fault.status,
        Number(fault.body.code ?? 0),
        String(fault.body.message ?? 'fault'),
        fault.body,
      )
    }
    const byToken = /^\/(interactions|webhooks)\//.test(request.path)
    if (!request.isBot && !byToken) throw new Refusal(401, 0, '401: Unauthorized')
    for (const [method, path, answer] of this.#routes) {
      const match = method === request.method ? path.exec(request.path) : null
      if (match) return answer(request, match.slice(1))
    }
    throw new Refusal(404, 0, '404: Not Found')
  }

  #table(): readonly Route[] {
    const world = this.#world
    const original = /^\/webhooks\/(\d+)\/([\w.-]+)\/messages\/@original$/
    const messages = /^\/channels\/(\d+)\/messages$/
    return [
      ['GET', /^\/gateway\/bot$/, () => this.#gatewayInfo()],
      ['GET', /^\/applications\/@me$/, () => ({ id: applicationId, name: 'devops', flags: 0 })],
      [
        'GET',
        /^(\/applications\/\d+(?:\/guilds\/\d+)?\/commands)$/,
        (request, [key = '']) => {
          const localised = request.query.get('with_localizations') === 'true'
          return (world.commands.get(key) ?? []).map((command) =>
            localised ? command : withoutLanguages(command),
          )
        },
      ],
      [
        'PUT',
        /^(\/applications\/\d+(\/guilds\/\d+)?\/commands)$/,
        ({ body }, [key = '', guild]) => this.#register(key, body, guild !== undefined),
      ],
      [
        'POST',
        /^\/interactions\/(\d+)\/([\w.-]+)\/callback$/,
        ({ body }, [id = '', secret = '']) => this.#respond(id, secret, body),
      ],
      ['POST', /^\/webhooks\/(\d+)\/([\w.-]+)$/, ({ body }, [, secret = '']) => this.#followUp(secret, body)],
      [
        'PATCH',
        original,
        ({ body }, [, secret = '']) => {
          check(replyBody, body)
          const message = this.#original(secret)
          world.change(message, body)
          return message
        },
      ],
      [
        'DELETE',
        original,
        (_request, [, secret = '']) => {
          this.#original(secret)
          const interaction = this.#byToken(secret)
          interaction.original = undefined
        },
      ],
      ['POST', messages, ({ body }, [id = '']) => this.#post(this.#place(id), body)],
      [
        'GET',
        messages,
        ({ query }, [id = '']) => {
          const place = this.#place(id)
          if (place.denied & PermissionFlagsBits.ReadMessageHistory) return []
          const after = BigInt(query.get('after') ?? '0')
          const found = place.messages.filter((message) => BigInt(message.id) > after)
          return found.slice(0, Number(query.get('limit') ?? 50)).reverse()
        },
      ],
      ['GET', /^\/channels\/(\d+)$/, (_request, [id = '']) => channelJson(this.#place(id))],
      ['GET', /^\/users\/@me$/, () => botUser],
      ['GET', /^\/guilds\/(\d+)\/roles$/, (_request, [id = '']) => guildJson(world, id).roles],
      [
        'GET',
        /^\/guilds\/(\d+)$/,
        (_request, [id = '']) => {
          if (!world.guilds.includes(id)) throw new Refusal(404, 10004, 'Unknown Guild')
          return guildJson(world, id)
        },
      ],
      ['GET', /^\/guilds\/\d+\/members\/(\d+)$/, () => memberJson(person)],
      [
        'POST',
        /^\/users\/@me\/channels$/,
        ({ body }) => {
          check(z.strictObject({ recipient_id: z.literal(person.id) }), body)
          const known = [...world.places.values()].find(({ type }) => type === 1)
          return channelJson(known ?? world.addPlace(1))
        },
      ],
    ]
  }

  #register(key: string, body: unknown, isGuild: boolean): unknown {
    const problems = commandProblems(body, isGuild)
    if (problems.length > 0) throw invalid(problems)
    const places = isGuild ? {} : { dm_permission: true }
    const kept = (body as Json[]).map((command) => ({
      id: this.#world.nextId(),
      application_id: applicationId,
      version: this.#world.nextId(),
      default_member_permissions: null,
      nsfw: false,
      description: '',
      name_localizations: null,
      ...places,
      ...command,
    }))
    this.#world.commands.set(key, kept)
    return kept
  }

  #respond(id: string, secret: string, { type, data, ...rest }: Json): void {
    const interaction = this.#world.interactions.get(id)
    if (!interaction || interaction.token !== secret || interaction.isVoid) {
      throw new Refusal(404, 10062, 'Unknown interaction')
    }
    if (interaction.response) throw new Refusal(400, 40060, 'Interaction has already been acknowledged.')
    if (Object.keys(rest).length > 0) throw invalid(['Unknown field'])
    const place = this.#place(interaction.channel)
    if (type === 4) {
      check(replyBody, data)
      interaction.original = this.#world.keep(place, data as Json)
    } else if (type === 5) {
      check(flags, data ?? {})
      interaction.original = this.#world.keep(place, {
        flags: ((data as Json | undefined)?.flags ?? 0) as number,
      })
    } else if ((type === 6 || type === 7) && interaction.message) {
      if (type === 7) check(replyBody, data)
      this.#world.change(interaction.message, (data ?? {}) as Json)
      interaction.original = interaction.message
    } else if (type === 8) check(choices, data)
    else if (type === 9) check(form, data)
    else throw invalid(['type: Invalid Form Body'])
    interaction.response = { type, data }
    this.onResponse(interaction)
  }

  #followUp(secret: string, body: Json): unknown {
    const interaction = this.#byToken(secret)
    if (!interaction.response) throw new Refusal(404, 10015, 'Unknown Webhook')
    check(replyBody, body)
    const message = this.#world.keep(this.#place(interaction.channel), body)
    this.onMessage()
    return message
  }

  #post(place: Place, body: Json): unknown {
    check(messageBody, body)
    const threads = place.type === 11
    const send = threads ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
    if (place.denied & send) throw new Refusal(403, 50013, 'Missing Permissions')
    if (place.denied & PermissionFlagsBits.EmbedLinks)
      throw new Refusal(400, 50006, 'Cannot send an empty message')
    if (body.message_reference && place.denied & PermissionFlagsBits.ReadMessageHistory) {
      throw new Refusal(400, 160002, 'Cannot reply without permission to read message history')
    }
    const key = `${place.id}:${String(body.nonce)}`
    const first = body.nonce && body.enforce_nonce ? this.#world.nonces.get(key) : undefined
    const message = first ?? this.#world.keep(place, body)
    if (body.nonce) this.#world.nonces.set(key, message)
    this.onMessage()
    return message
  }

  #place(id: string): Place {
    const place = this.#world.places.get(id)
    if (!place) throw new Refusal(404, 10003, 'Unknown Channel')
    if (place.denied & PermissionFlagsBits.ViewChannel) throw new Refusal(403, 50001, 'Missing Access')
    return place
  }

  #byToken(secret: string): KeptInteraction {
    const found = [...this.#world.interactions.values()].find((one) => one.token === secret)
    if (!found) throw new Refusal(404, 10015, 'Unknown Webhook')
    return found
  }

  #original(secret: string) {
    const { original } = this.#byToken(secret)
    if (!original) throw new Refusal(404, 10008, 'Unknown Message')
    return original
  }
}

function check(schema: z.ZodType, body: unknown): void {
  const problems = problemsOf(schema, body)
  if (problems.length > 0) throw invalid(problems)
}

function invalid(problems: readonly string[]): Refusal {
  return new Refusal(400, 50035, 'Invalid Form Body', { errors: { _errors: problems } })
}

function withoutLanguages(command: Json): Json {
  return JSON.parse(
    JSON.stringify(command, (key, value) => (key.endsWith('_localizations') ? undefined : value)),
  )
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.setHeader('x-ratelimit-limit', '50')
  response.setHeader('x-ratelimit-remaining', '49')
  response.setHeader('x-ratelimit-reset-after', '1')
  if (status === 429) response.setHeader('retry-after', String((body as Json).retry_after ?? 1))
  if (body === undefined) {
    response.writeHead(204).end()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
