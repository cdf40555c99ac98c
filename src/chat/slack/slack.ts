import type { Locale } from '../../answer/reply.js'
import { type Chat, type ChatContext, ChatError } from '../chat.js'

/** How to reach one Slack workspace. */
export interface SlackConfig {
  /** `xoxb-…` */
  readonly botToken: string
  readonly mode:
    | { readonly kind: 'socket' /** `xapp-…` */; readonly appToken: string }
    | {
        readonly kind: 'http'
        readonly signingSecret: string /** 0 for any free one. */
        readonly port: number
      }
  /** Another base for the Web API and Socket Mode, such as `"http://127.0.0.1:4000/api/"`. */
  readonly apiUrl?: string
  /** The slash command, with its slash: `"/devops"`. */
  readonly command: string
  /** Where a question's script does not decide. */
  readonly locale: Locale
  /** Ids of people who may manage, beside the workspace's admins and owners. */
  readonly organisers: readonly string[]
}

/** The bot on Slack. Nothing connects before `start`. */
export function createSlackChat(_config: SlackConfig, _context: ChatContext): Chat {
  return {
    name: 'slack',
    start: async () => {
      throw new ChatError('Slack is on its way')
    },
    stop: async () => {},
    health: () => ({ connected: false, seenAt: undefined }),
  }
}
