import type { App } from '@slack/bolt'

/** Where Slack's events come in. */
export interface Receiver {
  /** Resolves when events come in. Throws `ChatError` on what cannot heal. */
  open(app: App): Promise<void>
  /** Lets nothing more in; what has come in can still be acknowledged. */
  quiet(): void
  close(): Promise<void>
  readonly connected: boolean
  /** When Slack was last heard; epoch milliseconds. */
  readonly seenAt: number | undefined
}
