import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { StorePlace } from '../../src/store/database.js'
import type { FakeBoard } from './fake-board.js'

/** Where a process dies: at the so-manieth time that it comes to that step. */
export interface Death {
  readonly step: 'before claim' | 'after claim' | 'during post' | 'after post' | 'after mark'
  readonly count: number
}

/** A bot's process of its own that can be killed. */
export interface Mortal {
  /** Does what is due then, by the wall clock and the monotonic one: `true`, or `false` when it died of it. */
  checkAt(now: number, monotonic: number): Promise<boolean>
  kill(): void
  /** Ends it, dead or alive. */
  bury(): Promise<void>
}

/** Where a process posts, by chat: a board's configuration, or the URL of `openChannels`. */
export type MortalBoards = Readonly<Record<string, object | { readonly url: string }>>

/** Starts a process on that store. */
export function startMortal(built: string, place: StorePlace, boards: MortalBoards, death?: Death): Mortal {
  const order = JSON.stringify({ built, place, boards, death })
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [join(import.meta.dirname, 'mortal.mjs'), order],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  child.stdin.on('error', () => undefined)
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const says = async (): Promise<boolean> => !(await lines.next()).done
  const ready = says()
  return {
    async checkAt(now, monotonic) {
      if (!(await ready)) throw new Error('The process did not start')
      child.stdin.write(`${now} ${monotonic}\n`)
      return says()
    },
    kill: () => child.kill('SIGKILL'),
    async bury() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Lets other processes post to a board's channels; each post is announced before it is answered. */
export async function openChannels(
  board: FakeBoard,
  findDelivery: (channel: string, delivery: string) => Promise<string>,
  posted: (count: number) => 'answer' | 'never answer',
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const { channel, delivery }: { channel: string; delivery: string } = JSON.parse(await text(request))
    if (request.url === '/find') {
      response.end(await findDelivery(channel, delivery))
      return
    }
    board.posts.push({ channel, delivery, reply: emptyReply, at: 0 })
    if (posted(board.posts.length) === 'answer') response.end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const emptyReply = {
  question: '',
  locale: 'ko',
  outcome: 'command',
  visibility: 'public',
  parts: [],
  buttons: [],
  links: [],
  after: [],
} as const
