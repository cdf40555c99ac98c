import { neededScopes, vitalScopes } from '../manifest.js'
import { botTokenProblem, missingScope, scopeProblem } from './errors.js'
import type { Web } from './web.js'

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botUserId: string
  readonly botId: string
  readonly teamId: string
  /** Scopes of the manifest that the token lacks, but can do without. */
  readonly lacking: readonly string[]
}

/** Asks Slack whether the bot token works and has the vital scopes. Throws `ChatError` when it does not. */
export async function identify({ client }: Web): Promise<Identity> {
  try {
    const tested = await client.auth.test()
    const { user_id: botUserId = '', bot_id: botId = '', team_id: teamId = '', response_metadata } = tested
    const granted = response_metadata?.scopes
    const missing = granted ? neededScopes.filter((scope) => !granted.includes(scope)) : []
    if (missing.some((scope) => vitalScopes.includes(scope))) throw scopeProblem(missing)
    return { botUserId, botId, teamId, lacking: missing }
  } catch (error) {
    const scope = missingScope(error)
    throw scope ? scopeProblem([scope]) : (botTokenProblem(error) ?? error)
  }
}
