/** What each method of the Web API asks for (docs.slack.dev/reference/methods), by the kind of channel where that matters. */
export const scopesOf: Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'conversations.history': {
    C: 'channels:history',
    G: 'groups:history',
    D: 'im:history',
    mpim: 'mpim:history',
  },
  'conversations.info': { C: 'channels:read', G: 'groups:read', D: 'im:read', mpim: 'mpim:read' },
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
}

/** What each event asks for (docs.slack.dev/reference/events). */
export const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
}

/** The scope that a call needs in that channel; a group direct message has an id like a private channel's. */
export function neededFor(method: string, channel: string, isGroup: boolean): readonly string[] {
  const scopes = scopesOf[method] ?? []
  if (Array.isArray(scopes)) return scopes
  const kind = isGroup ? 'mpim' : channel.slice(0, 1)
  const scope = Object.entries(scopes).find(([name]) => name === kind)?.[1]
  return scope ? [scope] : []
}
