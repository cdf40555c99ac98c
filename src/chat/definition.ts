import type { Readable, Writable } from 'node:stream'
import type { Logger } from 'pino'
import type { Chat, ChatContext, ChatName } from './chat.js'
import type { CheckResult } from './check-result.js'

/** What stands where a secret stood. */
export const redacted = '[redacted]'

/** How ids of one kind look on a platform. */
export interface IdForm {
  readonly pattern: RegExp
  /** What such an id looks like and where to copy it, for an operator. */
  readonly hint: string
}

/** The streams of the process, for chats that need no network. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
}

/** What the rest of the program has to know of a chat. It loads no SDK: `create` and `examine` do. */
export interface ChatDefinition<Settings> {
  readonly name: ChatName
  /** As people write it: `"Slack"`. */
  readonly title: string
  /** Absent where there are no channels to post tips to. */
  readonly channelIds?: IdForm
  /** Absent where nobody has an id. */
  readonly userIds?: IdForm
  /** Secrets that the log must not show, by their shape, each with what stands in its place. Linear patterns only. */
  readonly secretShapes: readonly (readonly [pattern: RegExp, replacement: string])[]
  /** The chat, not yet connected. `ended` is called when its input ends. */
  readonly create: (
    settings: Settings,
    context: ChatContext,
    streams: Streams,
    ended: () => void,
  ) => Promise<Chat>
  /** What `npm run doctor` looks at. */
  readonly doctor?: {
    /** The address that has to be reached. */
    readonly address: (settings: Settings) => string
    readonly examine: (
      settings: Settings,
      tipChannels: readonly string[],
      log: Logger,
    ) => Promise<readonly CheckResult[]>
  }
}
