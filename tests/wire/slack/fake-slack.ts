import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Board } from './board.js'
import { ResponseUrls } from './response-urls.js'
import { Sockets } from './socket.js'
import { callMethod, type Workspace } from './web-api.js'

/** A Slack of our own on loopback: strict about what Slack documents, and forgetful about all else. */
export interface FakeSlack {
  /** What `SLACK_API_URL` points to. */
  readonly apiUrl: string
  readonly board: Board
  readonly workspace: Workspace
  readonly sockets: Sockets
  readonly responseUrls: ResponseUrls
  /** Turns every new request away at the door, until `up`. */
  down(): Promise<void>
  up(): Promise<void>
  stop(): Promise<void>
}

/** Starts one; with every scope in `scopes`, and the channels C1 (joined) and D1 (with U1). */
export async function startFakeSlack(scopes: readonly string[]): Promise<FakeSlack> {
  const board = new Board()
  const sockets = new Sockets(board)
  const responseUrls = new ResponseUrls(board)
  let server: Server | undefined
  let port = 0
  const workspace: Workspace = {
    board,
    botToken: 'xoxb-right',
    appToken: 'xapp-right',
    scopes,
    channels: [{ id: 'C1' }, { id: 'D1' }],
    admins: [],
    foreigners: [],
    triggers: new Set(),
    scripted: new Map(),
    raw: new Map(),
    calls: [],
    socketUrl: () => `ws://127.0.0.1:${port}/link/?ticket=${sockets.count + 1}`,
  }
  const down = async () => {
    sockets.drop()
    await close(server)
  }
  const up = async () => {
    server = createServer((request, response) => void serve(request, response, workspace, responseUrls))
    server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head))
    port = await listen(server, port)
  }
  await up()
  const stop = async () => {
    await down()
    sockets.close()
  }
  return { apiUrl: `http://127.0.0.1:${port}/api/`, board, workspace, sockets, responseUrls, down, up, stop }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  workspace: Workspace,
  responseUrls: ResponseUrls,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks).toString()
  const path = request.url ?? ''
  if (path.startsWith('/respond/')) {
    const { status, headers } = responseUrls.take(path, body)
    response.writeHead(status, headers).end(status === 200 ? 'ok' : 'no')
    return
  }
  const method = path.replace('/api/', '')
  const raw = workspace.raw.get(method)?.shift()
  if (raw) {
    workspace.calls.push({ method, args: {} })
    raw(response)
    return
  }
  const answer = callMethod(workspace, method, request, body)
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
  response.end(JSON.stringify(answer.body))
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function close(server: Server | undefined): Promise<void> {
  if (!server?.listening) return
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
