import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { ZodError } from 'zod'
import { type Listening, listen, portOf } from '../operations/listen.js'
import { OperatorError } from '../operator-error.js'
import { isOwnRequest, loopback, safeHeaders } from './guard.js'

/** What the page can ask for: the answer to a path's parameters (GET) or body (POST), as JSON. */
export interface PreviewRoutes {
  readonly get: Readonly<Record<string, (parameters: URLSearchParams) => unknown>>
  readonly post: Readonly<Record<string, (body: unknown) => unknown>>
}

/** What the server is made of. */
export interface PreviewServerOptions {
  /** 0 for any free one. */
  readonly port: number
  /** The folder of the built page. */
  readonly page: string
  readonly routes: PreviewRoutes
  /** Calls back whenever the notes have changed; gives a function that ends it. */
  readonly follow: (changed: () => void) => () => void
}

/** The port cannot be had. */
export class PreviewError extends OperatorError {
  override readonly name = 'PreviewError'
}

/** Serves the page, its data and `/api/changes`, where it hears of changed notes. Throws `PreviewError`. */
export async function startPreviewServer(options: PreviewServerOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(request, response, options, portOf(server)).catch((error: unknown) => fail(response, error))
  })
  const { port } = options
  return await listen(server, { host: loopback, port }, (cause) => {
    const message = `Port ${port} cannot be used: ${cause.message}. Choose another with --port`
    return new PreviewError(message, { cause })
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: PreviewServerOptions,
  port: number,
): Promise<void> {
  for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value)
  if (!isOwnRequest(request, port)) return sendText(response, 403, 'This page is for this machine only.')
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://${loopback}`)
  if (request.method === 'POST') return post(request, response, options.routes.post[pathname])
  if (request.method !== 'GET') return sendText(response, 405, 'GET and POST only.')
  if (pathname === '/api/changes') return sendChanges(request, response, options.follow)
  const route = options.routes.get[pathname]
  if (route) return sendJson(response, await route(searchParams))
  await sendFile(response, options.page, pathname === '/' ? 'index.html' : pathname.slice(1))
}

/** Ours: far more than a question and a button. */
const longestBody = 64 * 1024

async function post(
  request: IncomingMessage,
  response: ServerResponse,
  route: PreviewRoutes['post'][string] | undefined,
): Promise<void> {
  if (!route) return sendText(response, 404, 'There is no such thing.')
  // A form of another site cannot send JSON without being asked about first.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return sendText(response, 415, 'JSON only.')
  }
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > longestBody) return sendText(response, 413, 'Too long.')
    parts.push(part)
  }
  sendJson(response, await route(JSON.parse(Buffer.concat(parts).toString('utf8'))))
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${text}\n`)
}

/** Server-sent events: one whenever the notes have changed. */
function sendChanges(
  request: IncomingMessage,
  response: ServerResponse,
  follow: PreviewServerOptions['follow'],
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 500\n\n')
  const stop = follow(() => response.write('data: changed\n\n'))
  request.on('close', stop)
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** A file of the built page: names of letters, digits and dashes, so that none leads out of its folder. */
async function sendFile(response: ServerResponse, folder: string, name: string): Promise<void> {
  const type = types[extname(name)]
  if (!type || !/^(?:[\w-]+\/)?[\w-]+\.\w+$/u.test(name))
    return sendText(response, 404, 'There is no such page.')
  const body = await readFile(join(folder, name)).catch(() => undefined)
  if (!body) return sendText(response, 404, 'There is no such page.')
  response.writeHead(200, { 'content-type': type }).end(body)
}

/** A body that is not as agreed is the sender's mistake; everything else is ours. */
function fail(response: ServerResponse, error: unknown): void {
  const theirs = error instanceof SyntaxError || error instanceof ZodError
  if (response.headersSent) response.end()
  else sendText(response, theirs ? 400 : 500, error instanceof Error ? error.message : String(error))
}
