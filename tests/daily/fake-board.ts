import type { Reply } from '../../src/answer/reply.js'
import type { Noticeboard, Obstacle, PostError } from '../../src/chat/chat.js'

/** A message in a channel. */
export interface Post {
  readonly channel: string
  readonly delivery: string
  readonly reply: Reply
  readonly at: number
}

/** Channels with a history, in memory; every failure is a test's to ask for. */
export class FakeBoard implements Noticeboard {
  readonly postsPerSecond: number
  readonly posts: Post[] = []
  readonly told: { user: string; text: string }[] = []
  readonly looked: string[] = []
  readonly #now: () => number
  /** Errors for the next posts, first come first. */
  readonly refusals: Error[] = []
  /** As a refusal, but the post is there all the same. */
  readonly lostAnswers: PostError[] = []
  readonly lookFailures: PostError[] = []
  readable = true
  inTheWay: Obstacle | undefined

  constructor(now: () => number, postsPerSecond = 1_000) {
    this.#now = now
    this.postsPerSecond = postsPerSecond
  }

  async post(channel: string, reply: Reply, delivery: string): Promise<void> {
    const refusal = this.refusals.shift()
    if (refusal) throw refusal
    this.posts.push({ channel, delivery, reply, at: this.#now() })
    const lost = this.lostAnswers.shift()
    if (lost) throw lost
  }

  async findDelivery(
    channel: string,
    delivery: string,
    since: Date,
  ): Promise<'found' | 'absent' | 'unreadable'> {
    this.looked.push(delivery)
    const failure = this.lookFailures.shift()
    if (failure) throw failure
    if (!this.readable) return 'unreadable'
    const there = this.posts.some(
      (post) => post.channel === channel && post.delivery === delivery && post.at >= since.getTime(),
    )
    return there ? 'found' : 'absent'
  }

  async obstacle(): Promise<Obstacle | undefined> {
    return this.inTheWay
  }

  async tell(user: string, reply: Reply): Promise<void> {
    this.told.push({ user, text: plain(reply.parts) })
  }
}

/** The words of a reply, a line for each paragraph. */
export function plain(parts: Reply['parts']): string {
  return parts
    .map((part) => ('line' in part ? part.line.map(({ text }) => text).join('') : part.kind))
    .join('\n')
}
