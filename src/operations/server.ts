import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { OperatorError } from '../operator-error.js'
import { type Listening, listen } from './listen.js'
import type { Readiness } from './readiness.js'

/** What the operations server is made of. */
export interface OperationsServerOptions {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  readonly registry: Registry
  /** Names in `exclude` are not to decide. */
  readonly readiness: (exclude: readonly string[]) => Promise<Readiness>
}

/** The port cannot be had; the message names the variable. */
export class OperationsError extends OperatorError {
  override readonly name = 'OperationsError'
}

/** Serves `/healthz`, `/readyz` (`?exclude=store`, as in Kubernetes) and `/metrics`. Throws `OperationsError`. */
export async function startOperationsServer(options: OperationsServerOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(request, response, options).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(error instanceof Error ? error.message : String(error))
    })
  })
  const { host, port } = options
  return await listen(server, options, (cause) => {
    const where = `OPERATIONS_PORT=${port} cannot be used on OPERATIONS_HOST=${host}`
    return new OperationsError(`${where}: ${cause.message}`, { cause })
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { registry, readiness }: OperationsServerOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  switch (pathname) {
    case '/healthz':
      return send(response, 200, 'application/json', JSON.stringify({ status: 'ok' }))
    case '/readyz': {
      const report = await readiness(searchParams.getAll('exclude'))
      return send(response, report.ready ? 200 : 503, 'application/json', JSON.stringify(report))
    }
    case '/metrics':
      return send(response, 200, registry.contentType, await registry.metrics())
    default:
      return send(response, 404, 'text/plain', 'There are /healthz, /readyz and /metrics.\n')
  }
}

/** Node itself leaves the body out for HEAD. */
function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
