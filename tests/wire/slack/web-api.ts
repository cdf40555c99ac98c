import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Block, refusedBlocks, refusedView } from './blocks.js'
import type { Board } from './board.js'
import { neededFor, scopesOf } from './scopes.js'

/** A channel, as the bot's rights see it. */
export interface Channel {
  readonly id: string
  readonly archived?: boolean
  readonly private?: boolean
  readonly member?: boolean
  /** A group direct message. */
  readonly group?: boolean
  /** Who made it. */
  readonly creator?: string
}

/** What the Web API knows. Tests change it. */
export interface Workspace {
  readonly board: Board
  botToken: string
  appToken: string
  scopes: readonly string[]
  channels: readonly Channel[]
  admins: readonly string[]
  /** People of another company, in a channel shared by Slack Connect. */
  foreigners: readonly string[]
  /** Trigger ids that have not been used. */
  readonly triggers: Set<string>
  /** The next answers to a method, in place of its own. */
  readonly scripted: Map<string, Answer[]>
  /** The next answers to a method, written by hand in any form. */
  readonly raw: Map<string, ((response: ServerResponse) => void)[]>
  readonly calls: { readonly method: string; readonly args: Args }[]
  readonly socketUrl: () => string
}

/** What an API call gets. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

export type Args = Readonly<Record<string, unknown>>

/** Answers one call as Slack does: 200 with `ok`, whatever is wrong with it. */
export function callMethod(
  workspace: Workspace,
  method: string,
  request: IncomingMessage,
  body: string,
): Answer {
  const args = argsIn(body)
  workspace.calls.push({ method, args })
  workspace.board.changed()
  const scripted = workspace.scripted.get(method)?.shift()
  if (scripted) return scripted
  const error = refusal(workspace, method, request, args)
  if (error) return refused(error)
  const result = methods[method]?.(workspace, args) ?? { error: 'unknown_method' }
  return 'error' in result ? refused(result) : accepted(workspace, method, result)
}

function accepted({ scopes }: Workspace, method: string, result: object): Answer {
  const headers = method === 'apps.connections.open' ? {} : { 'x-oauth-scopes': scopes.join(',') }
  return { status: 200, headers, body: { ok: true, ...result } }
}

function refused(error: object): Answer {
  return { status: 200, body: { ok: false, ...error } }
}

function refusal(workspace: Workspace, method: string, { headers }: IncomingMessage, args: Args) {
  const token = method === 'apps.connections.open' ? workspace.appToken : workspace.botToken
  if (!headers.authorization) return { error: 'not_authed' }
  if (headers.authorization !== `Bearer ${token}`) return { error: 'invalid_auth' }
  if (!(method in scopesOf) && method !== 'apps.connections.open') {
    workspace.board.fault(`unknown method ${method}`)
    return { error: 'unknown_method' }
  }
  const channel = String(args.channel ?? '')
  const isGroup = workspace.channels.some(({ id, group }) => id === channel && group)
  const needed = neededFor(method, channel, isGroup).find((scope) => !workspace.scopes.includes(scope))
  return needed && { error: 'missing_scope', needed, provided: workspace.scopes.join(',') }
}

type Method = (workspace: Workspace, args: Args) => object

const methods: Readonly<Record<string, Method>> = {
  'auth.test': () => ({ user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1', user: 'meetup-bot' }),
  'apps.connections.open': ({ socketUrl }) => ({ url: socketUrl() }),
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': (workspace, args) => postMessage(workspace, args),
  'conversations.history': history,
  'conversations.info': ({ channels }, { channel }) => {
    const found = channels.find(({ id }) => id === channel)
    if (!found) return { error: 'channel_not_found' }
    return {
      channel: {
        id: found.id,
        is_archived: found.archived ?? false,
        is_private: found.private ?? false,
        is_im: found.id.startsWith('D'),
        is_mpim: found.group ?? false,
        is_member: found.member ?? true,
        ...(found.creator ? { creator: found.creator } : {}),
      },
    }
  },
  'users.info': ({ admins, foreigners }, { user }) => ({
    user: {
      id: user,
      team_id: foreigners.includes(String(user)) ? 'T2' : 'T1',
      is_admin: admins.includes(String(user)),
      is_owner: false,
    },
  }),
  'views.open': ({ board, triggers }, { trigger_id, view }) => {
    if (!triggers.delete(String(trigger_id))) return { error: 'exchanged_trigger_id' }
    return showView(board, `V${board.nextTs()}`, String(trigger_id).split(' ')[0] ?? '', view)
  },
  'views.publish': ({ board }, { user_id, view }) =>
    showView(board, `home ${user_id}`, String(user_id), view),
  'views.update': ({ board }, { view_id, view }) => {
    const old = board.views.find(({ id }) => id === view_id)
    return old ? showView(board, old.id, old.user, view) : { error: 'not_found' }
  },
}

function postMessage({ board, channels, scopes }: Workspace, args: Args, to?: string): object {
  const { channel, text, thread_ts, metadata } = args
  const where = channels.find(({ id }) => id === channel)
  const direct = String(channel).startsWith('U') || String(channel).startsWith('D')
  if (!where && !direct) return { error: 'channel_not_found' }
  if (where?.archived) return { error: 'is_archived' }
  if (where?.member === false && (where.private || !scopes.includes('chat:write.public'))) {
    return { error: 'not_in_channel' }
  }
  if (args.unfurl_links !== 'false' || args.unfurl_media !== 'false') board.fault('links would unfurl')
  const blocks = args.blocks
  if (!isText(text) || !isBlocks(blocks)) return { error: 'no_text' }
  if (text.length > 40_000) return { error: 'msg_too_long' }
  const wrong = refusedBlocks(blocks)
  if (wrong) {
    board.fault(`${wrong.error}: ${wrong.why}`)
    return wrong
  }
  const thread = thread_ts === undefined ? {} : { thread_ts: String(thread_ts) }
  const shown = board.show({
    channel: String(channel),
    text,
    blocks,
    ...thread,
    ...(metadata ? { metadata } : {}),
    ...(to ? { to } : {}),
  })
  return { channel, ts: shown.ts }
}

function postEphemeral(workspace: Workspace, { user, ...args }: Args): object {
  if (typeof user !== 'string') return { error: 'user_not_in_channel' }
  return postMessage(workspace, { ...args, unfurl_links: 'false', unfurl_media: 'false' }, user)
}

function history({ board, channels }: Workspace, args: Args): object {
  const where = channels.find(({ id }) => id === args.channel)
  if (!where) return { error: 'channel_not_found' }
  if (where.member === false) return { error: 'not_in_channel' }
  const messages = board.messages
    .filter(({ channel, to, ts }) => channel === where.id && !to && Number(ts) > Number(args.oldest ?? 0))
    .map(({ text, ts, metadata }) => ({
      text,
      ts,
      ...(args.include_all_metadata === 'true' && metadata ? { metadata } : {}),
    }))
    .reverse()
  const start = Number(args.cursor ?? 0)
  const end = start + Math.min(2, Number(args.limit ?? 100))
  const next_cursor = end < messages.length ? String(end) : ''
  return { messages: messages.slice(start, end), response_metadata: { next_cursor } }
}

function showView(board: Board, id: string, user: string, view: unknown): object {
  const wrong = refusedView(view)
  if (wrong) {
    board.fault(`${wrong.error}: ${wrong.why}`)
    return wrong
  }
  board.showView({ ...(view as { type: string; blocks: Block[] }), id, user })
  return { view: { id } }
}

function isText(text: unknown): text is string {
  return typeof text === 'string' && text !== ''
}

function isBlocks(blocks: unknown): blocks is Block[] {
  return Array.isArray(blocks)
}

/** Slack's clients send forms whose structured fields are JSON. */
function argsIn(body: string): Args {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^(blocks|view|metadata)$/.test(key) ? JSON.parse(value) : value,
    ]),
  )
}
