import manifest from './manifest.json' with { type: 'json' }

/** The bot scopes that the app is installed with. */
export const neededScopes: readonly string[] = manifest.oauth_config.scopes.bot

/** Without these the bot cannot hear or answer; without the others only tips, shares or rights suffer. */
export const vitalScopes: readonly string[] = ['commands', 'chat:write', 'app_mentions:read', 'im:history']

/** The message shortcut's id. */
export const findTalksId = 'find_talks'

/** Where Slack sends everything in HTTP mode. */
export const requestPath = '/slack/events'

/**
 * The manifest to make the Slack app from: of Socket Mode, or of HTTP mode where `requestUrl` says at which address
 * Slack reaches the bot: `"https://bot.example.com"`, or with our path `"https://bot.example.com/slack/events"`.
 */
export function manifestFor({ requestUrl, command }: { requestUrl?: string; command: string }): object {
  const [slash] = manifest.features.slash_commands
  const url = requestUrl === undefined ? undefined : addressOf(requestUrl)
  return {
    ...manifest,
    features: { ...manifest.features, slash_commands: [{ ...slash, command, ...(url && { url }) }] },
    settings: {
      ...manifest.settings,
      socket_mode_enabled: url === undefined,
      event_subscriptions: { ...(url && { request_url: url }), ...manifest.settings.event_subscriptions },
      interactivity: { ...manifest.settings.interactivity, ...(url && { request_url: url }) },
    },
  }
}

function addressOf(requestUrl: string): string {
  const url = new URL(requestUrl)
  if (url.pathname === '/') url.pathname = requestPath
  return url.href
}
