import manifest from './manifest.json' with { type: 'json' }

/** The bot scopes that the app is installed with. */
export const neededScopes: readonly string[] = manifest.oauth_config.scopes.bot

/** Without these the bot cannot hear or answer; without the others only tips, shares or rights suffer. */
export const vitalScopes: readonly string[] = ['commands', 'chat:write', 'app_mentions:read', 'im:history']

/** The message shortcut's id. */
export const findTalksId = 'find_talks'

/** The global shortcut's id. */
export const askShortcutId = 'ask_talks'

/** Where Slack sends everything in HTTP mode. */
export const requestPath = '/slack/events'

/** What the manifest depends on. */
export interface ManifestOptions {
  readonly command: string
  readonly requestUrl?: string
  /** Questions to suggest; makes the app an agent with an entry in Slack's top bar, which some plans lack. */
  readonly prompts?: readonly string[]
}

/**
 * The manifest to make the Slack app from: of Socket Mode, or of HTTP mode where `requestUrl` says at which address
 * Slack reaches the bot: `"https://bot.example.com"`, or with our path `"https://bot.example.com/slack/events"`.
 */
export function manifestFor({ requestUrl, command, prompts }: ManifestOptions) {
  const [slash] = manifest.features.slash_commands
  const url = requestUrl === undefined ? undefined : addressOf(requestUrl)
  return {
    ...manifest,
    features: {
      ...manifest.features,
      slash_commands: [{ ...slash, command, ...(url && { url }) }],
      ...(prompts && { agent_view: agentView(prompts) }),
    },
    oauth_config: { scopes: { bot: [...neededScopes, ...(prompts ? ['assistant:write'] : [])].sort() } },
    settings: {
      ...manifest.settings,
      socket_mode_enabled: url === undefined,
      event_subscriptions: { ...(url && { request_url: url }), ...manifest.settings.event_subscriptions },
      interactivity: { ...manifest.settings.interactivity, ...(url && { request_url: url }) },
    },
  }
}

/**
 * An address that opens "Create an app" with this manifest filled in (docs.slack.dev/app-manifests, "Sharing manifests";
 * python-slack-sdk#1019): JSON is YAML, too. Without the long description, which would double the address.
 */
export function manifestLink(manifest: ReturnType<typeof manifestFor>): string {
  const { long_description: _, ...display_information } = manifest.display_information
  const text = JSON.stringify({ ...manifest, display_information })
  return `https://api.slack.com/apps?new_app=1&manifest_yaml=${encodeURIComponent(text)}`
}

/** The agent surface (docs.slack.dev/ai/migrating-to-agent-messaging): answers stand in threads of the Messages tab. */
function agentView(prompts: readonly string[]) {
  return {
    agent_description: manifest.display_information.description,
    suggested_prompts: prompts.map((text) => ({ title: text, message: text })),
  }
}

function addressOf(requestUrl: string): string {
  const url = new URL(requestUrl)
  if (url.pathname === '/') url.pathname = requestPath
  return url.href
}
