import { neededScopes } from './manifest.js'
import { botTokenProblem, missingScope, scopeProblem } from './problems.js'
import type { Web } from './web.js'

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botUserId: string
  readonly botId: string
}

/** Asks Slack whether the bot token works and has what the manifest asks for. Throws `ChatError` when it does not. */
export async function identify({ client }: Web): Promise<Identity> {
  try {
    const { user_id: botUserId = '', bot_id: botId = '', response_metadata } = await client.auth.test()
    const granted = response_metadata?.scopes
    const missing = granted ? neededScopes.filter((scope) => !granted.includes(scope)) : []
    if (missing.length > 0) throw scopeProblem(missing)
    return { botUserId, botId }
  } catch (error) {
    const scope = missingScope(error)
    throw scope ? scopeProblem([scope]) : (botTokenProblem(error) ?? error)
  }
}
