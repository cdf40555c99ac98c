import { type Block, refusedBlocks } from './blocks.js'
import type { Board, Shown } from './board.js'

/** Whom and what a `response_url` answers. */
export interface Context {
  readonly channel: string
  readonly user: string
  /** The message that was pressed. */
  readonly original?: string
}

/** What an app says to a command, in its acknowledgement or to a `response_url`. */
export interface Said {
  readonly text?: string
  readonly blocks?: readonly Block[]
  readonly response_type?: string
  readonly replace_original?: boolean
  readonly delete_original?: boolean
  readonly thread_ts?: string
  readonly unfurl_links?: boolean
  readonly unfurl_media?: boolean
}

const uses = 5

/** Addresses that take five answers each. */
export class ResponseUrls {
  readonly #board: Board
  readonly #urls = new Map<string, { readonly context: Context; left: number }>()
  /** HTTP statuses to answer next, in place of our own. */
  readonly scripted: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }[] = []

  constructor(board: Board) {
    this.#board = board
  }

  /** The path of a new address. */
  open(context: Context): string {
    const path = `/respond/${this.#urls.size + 1}`
    this.#urls.set(path, { context, left: uses })
    return path
  }

  /** The HTTP status for what was posted there. */
  take(
    path: string,
    body: string,
  ): { readonly status: number; readonly headers?: Readonly<Record<string, string>> } {
    const scripted = this.scripted.shift()
    if (scripted) return scripted
    const url = this.#urls.get(path)
    if (!url || url.left === 0) {
      this.#board.fault(`${path} is used up`)
      return { status: 404 }
    }
    url.left -= 1
    return { status: this.say(JSON.parse(body), url.context) ? 200 : 400 }
  }

  /** Shows what an app said, unless Slack would refuse it. */
  say(said: Said, { channel, user, original }: Context): boolean {
    const { text = '', blocks = [] } = said
    if (said.delete_original && blocks.length === 0) {
      if (original) this.#board.remove(original)
      return original !== undefined
    }
    const wrong = refusedBlocks(blocks)
    if (wrong || text === '') {
      this.#board.fault(wrong ? `${wrong.error}: ${wrong.why}` : 'no_text')
      return false
    }
    if (said.unfurl_links !== false || said.unfurl_media !== false) this.#board.fault('links would unfurl')
    // Slack replaces unless it is told not to.
    if (original && said.replace_original !== false) this.#board.replace(original, { text, blocks })
    else this.#board.show(newMessage(said, channel, user))
    return true
  }
}

function newMessage(said: Said, channel: string, user: string): Omit<Shown, 'ts'> {
  const { text = '', blocks = [], thread_ts } = said
  return {
    channel,
    text,
    blocks,
    ...(thread_ts ? { thread_ts } : {}),
    ...(said.response_type === 'in_channel' ? {} : { to: user }),
  }
}
