import type { Locale } from '../../answer/wording/locale.js'

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
