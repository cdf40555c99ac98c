import type { AskedQuestion, Delivery, Subscription } from './store.js'

/** The tables, with column names in camel case; in the database they are in snake case. */
export interface Schema {
  subscription: Subscription
  delivery: DeliveryRow
  question: QuestionRow
}

/** A row for each (chat, channel, day). */
export interface DeliveryRow extends Omit<Delivery, 'reclaimed'> {
  /** Milliseconds of the clock in `lease.ts`; nobody else may claim it before. */
  readonly leaseUntil: number
  /** The attempt up to which it is certain that nothing was posted. */
  readonly cleanAttempt: number
}

/** A question with its lists as text. */
export interface QuestionRow extends Omit<AskedQuestion, 'sessions'> {
  /** A JSON list of session ids. */
  readonly sessions: string
}
