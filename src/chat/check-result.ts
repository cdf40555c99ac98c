/** What `npm run doctor` found out about one thing. */
export interface CheckResult {
  /** What was looked at: `"Slack bot token"`. */
  readonly about: string
  readonly status: 'ok' | 'warning' | 'error'
  /** What there is, or what is wrong and the way out. Never a secret. */
  readonly message: string
}
