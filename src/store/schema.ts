import type { Delivery, Subscription } from './store.js'

/** The tables, with column names in camel case; in the database they are in snake case. */
export interface Schema {
  subscription: Subscription
  delivery: DeliveryRow
  question: QuestionRow
}

/** A row for each (chat, channel, day). */
export interface DeliveryRow extends Omit<Delivery, 'reclaimed'> {
  /** Epoch milliseconds; nobody else may claim it before. */
  readonly leaseUntil: number
  /** The attempt up to which it is certain that nothing was posted. */
  readonly cleanAttempt: number
}

/** A question with its lists as text. */
export interface QuestionRow {
  readonly id: string
  readonly askedAt: number
  readonly chat: string
  readonly locale: string
  readonly text: string
  readonly outcome: 'answered' | 'unsure' | 'none'
  /** A JSON list of session ids. */
  readonly sessions: string
  readonly vote: 'up' | 'down' | ''
}
