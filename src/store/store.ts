import { OperatorError } from '../operator-error.js'
/** A channel that gets a tip a day. */
export interface Subscription {
  readonly chat: string
  readonly channel: string
  /** Local time of day, `"09:00"`. */
  readonly time: string
  /** IANA zone, `"Asia/Seoul"`. */
  readonly zone: string
  /** `command` overrides `environment`; `off` by command keeps the environment from subscribing again. */
  readonly origin: 'command' | 'environment'
  readonly status: 'on' | 'off' | 'paused'
  /** Why it is paused: the platform's error code; empty otherwise. */
  readonly reason: string
  /** The platform's id of who subscribed, to be told when it is paused; empty for the environment's. */
  readonly subscriber: string
  /** When it was last set; epoch milliseconds. An hour that had passed by then is not caught up with when a command set it. */
  readonly since: number
}

/** A tip's way into a channel on one local day. At most one row for each (chat, channel, day). */
export interface Delivery {
  /** Hidden in the post: found again after a crash. At most 25 characters, Discord's limit for a nonce. */
  readonly id: string
  readonly chat: string
  readonly channel: string
  /** Local date, `"2026-12-01"`. */
  readonly day: string
  readonly tip: string
  /** `unknown`: a dead process may have posted it, and the channel's history may not be read. */
  readonly status: 'claimed' | DeliveryEnd
  /** When it was first claimed, by the store's clock; epoch milliseconds. */
  readonly claimedAt: number
  /** True when an earlier claim may have posted it: look in the channel before posting. */
  readonly reclaimed: boolean
  /** Counts its claims from 1: a claimant whose lease was taken over can no longer release or fail it. */
  readonly attempt: number
}

/** How a delivery can end. */
export type DeliveryEnd = 'sent' | 'skipped' | 'failed' | 'unknown'

/** A question that was answered, or not. No person, no channel name. */
export interface AskedQuestion {
  /** The random 12-character id. */
  readonly id: string
  /** Epoch milliseconds. */
  readonly askedAt: number
  readonly chat: string
  readonly locale: string
  /** At most 200 characters, personal-looking parts removed. */
  readonly text: string
  readonly outcome: 'answered' | 'unsure' | 'none'
  /** Ids of the sessions shown, best first. */
  readonly sessions: readonly string[]
  readonly vote: 'up' | 'down' | ''
}

/** Who gets tips. */
export interface Subscriptions {
  /** All of them, whatever their status. */
  all(): Promise<readonly Subscription[]>
  find(chat: string, channel: string): Promise<Subscription | undefined>
  /** Adds or replaces the channel's subscription. */
  put(subscription: Subscription): Promise<void>
}

/** Which tips went where, and which are on their way. */
export interface Deliveries {
  /**
   * Claims the channel's day for `leaseSeconds`, by the store's clock: the delivery, or `undefined` when another process
   * holds it or it is over. A claim whose lease has expired is taken over, with its id and tip kept and `reclaimed` set.
   */
  claim(delivery: NewDelivery, leaseSeconds: number): Promise<Delivery | undefined>
  /** Ends a delivery; it is never claimed again. `tip` is what went out: not the claimed one if the notes lost that. */
  finish(delivery: Delivery, status: DeliveryEnd): Promise<void>
  /** Lets go of a claim before its lease ends, to try again later. `certain`: nothing of it was posted. */
  release(delivery: Delivery, certain: boolean): Promise<void>
  find(chat: string, channel: string, day: string): Promise<Delivery | undefined>
  /** When each tip was last sent to that channel, may have been, or was refused: epoch milliseconds by tip id. */
  lastSent(chat: string, channel: string): Promise<ReadonlyMap<string, number>>
}

/** A delivery to be claimed. */
export interface NewDelivery {
  readonly id: string
  readonly chat: string
  readonly channel: string
  readonly day: string
  readonly tip: string
}

/** What people asked. */
export interface Questions {
  /** Keeps them all, or none; one that is there already stays as it is. At most 100. */
  record(questions: readonly AskedQuestion[]): Promise<void>
  /** Does nothing for a question that is not there (kept off, or deleted by age). */
  vote(id: string, vote: 'up' | 'down'): Promise<void>
  /** Those asked since then, oldest first. */
  since(time: Date): Promise<readonly AskedQuestion[]>
  /** Deletes those asked before then; gives their number. */
  deleteBefore(time: Date): Promise<number>
}

/**
 * What we remember. Every method but `close` rejects with `StoreError` when the database is out of reach, and works
 * again when it is back.
 */
export interface Store {
  readonly subscriptions: Subscriptions
  readonly deliveries: Deliveries
  readonly questions: Questions
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** The database cannot do what was asked now: away, full, read-only. */
export class StoreError extends OperatorError {
  override readonly name = 'StoreError'
}
