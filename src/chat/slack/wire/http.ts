import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type App, HTTPModuleFunctions, HTTPReceiver, isRawBodyError } from '@slack/bolt'
import { type ChatContext, ChatError } from '../../chat.js'
import { budgets, limits } from '../limits.js'
import { requestPath } from '../manifest.js'
import { NotTakenError } from './bolt-app.js'
import { boltLogger } from './logger.js'
import type { Receiver } from './receiver.js'
import { Seen } from './seen.js'

/**
 * HTTP mode: Slack's signed requests, refused when forged (401), dated more than five minutes from now (401), too large
 * (413) or too slow (408). One that is sent again as it was, signature and all, is acknowledged and runs nothing.
 */
export class HttpReceiver implements Receiver {
  readonly #receiver: HTTPReceiver
  readonly #port: number
  readonly #context: ChatContext
  #server: Server | undefined

  constructor({ signingSecret, port }: { signingSecret: string; port: number }, context: ChatContext) {
    this.#port = port
    this.#context = context
    this.#receiver = createReceiver(signingSecret, context)
  }

  get connected(): boolean {
    return this.#server?.listening ?? false
  }

  get seenAt(): undefined {
    return undefined
  }

  async open(app: App): Promise<void> {
    this.#receiver.init(app)
    try {
      this.#server = await this.#receiver.start(this.#port, timeouts)
    } catch (error) {
      throw portProblem(error, this.#port)
    }
    const address = this.#server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    this.#context.log.info({ port, path: requestPath }, 'Listening for Slack')
  }

  /** New requests get a 503 from now on, after which Slack tries again. */
  quiet(): void {}

  async close(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    const closed = this.#receiver.stop()
    server.closeAllConnections()
    await closed
  }
}

/** Slack sends a request at once: one that dribbles in holds a connection, and is closed. Milliseconds. */
const timeouts = {
  headersTimeout: budgets.requestSeconds * 1000,
  requestTimeout: budgets.requestSeconds * 1000,
  connectionsCheckingInterval: 1000,
}

function createReceiver(signingSecret: string, { log }: ChatContext): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [requestPath],
    bodyLimit: budgets.requestBytes,
    logger: boltLogger(log),
    processEventErrorHandler: async ({ error, response }) => {
      if (!(error instanceof NotTakenError)) log.warn({ err: error }, 'Could not take an event from Slack')
      if (!response.headersSent) response.writeHead(503).end()
      return true
    },
  })
  const listen = receiver.requestListener
  const seen = new Seen(budgets.seen)
  receiver.requestListener = (request, response) => {
    if (request.url !== requestPath) response.writeHead(404).end()
    else if (isFromTheFuture(request)) response.writeHead(401).end()
    else if (isReplay(request, response, seen)) response.writeHead(200).end()
    else void buffered(request, response).then((whole) => whole && listen(whole, response))
  }
  return receiver
}

/**
 * The request with its body read, or `undefined` when it was refused. Bolt reads fields of a body that is `null` outside
 * any handler, which would end the process (HTTPReceiver, `body.ssl_check`): what is no object does not get that far.
 */
async function buffered(request: IncomingMessage, response: ServerResponse) {
  try {
    const whole = await HTTPModuleFunctions.bufferIncomingMessage(request, budgets.requestBytes)
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(whole)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return whole
    response.writeHead(400).end()
  } catch (error) {
    response.writeHead(isRawBodyError(error) ? error.statusCode : 400).end()
  }
  return undefined
}

/** Bolt refuses what is too old; with a time far ahead a captured request would be good for as long. */
function isFromTheFuture({ headers }: IncomingMessage): boolean {
  return Number(headers['x-slack-request-timestamp']) > Date.now() / 1000 + limits.requestAgeSeconds
}

/** Slack signs each try anew. A request that was not taken may come again. */
function isReplay({ headers }: IncomingMessage, response: ServerResponse, seen: Seen): boolean {
  const signature = headers['x-slack-signature']
  if (typeof signature !== 'string') return false
  if (!seen.first(signature)) return true
  response.once('close', () => {
    if (response.statusCode !== 200) seen.forget(signature)
  })
  return false
}

function portProblem(error: unknown, port: number): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  return new ChatError(`PORT: cannot listen on ${port} (${error.code}). Choose a free port with PORT=…`, {
    cause: error,
  })
}
