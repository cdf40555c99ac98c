import type { Server } from 'node:http'
import { type App, HTTPReceiver } from '@slack/bolt'
import { type ChatContext, ChatError } from '../../chat.js'
import { budgets } from '../limits.js'
import { requestPath } from '../manifest.js'
import { ClosingError } from './bolt-app.js'
import { boltLogger } from './logger.js'
import type { Receiver } from './receiver.js'

/** HTTP mode: Slack's signed requests, refused when forged (401), older than five minutes (401) or too large (413). */
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
      this.#server = await this.#receiver.start(this.#port)
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

function createReceiver(signingSecret: string, { log }: ChatContext): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    endpoints: [requestPath],
    bodyLimit: budgets.requestBytes,
    logger: boltLogger(log),
    processEventErrorHandler: async ({ error, response }) => {
      if (!(error instanceof ClosingError)) log.warn({ err: error }, 'Could not take an event from Slack')
      if (!response.headersSent) response.writeHead(503).end()
      return true
    },
  })
}

function portProblem(error: unknown, port: number): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  return new ChatError(`PORT: cannot listen on ${port} (${error.code}). Choose a free port with PORT=…`, {
    cause: error,
  })
}
