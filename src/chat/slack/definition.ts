import { type ChatDefinition, redacted } from '../definition.js'
import type { SlackConfig } from './config.js'

/** Slack, to the rest of the program. */
export const slack: ChatDefinition<SlackConfig> = {
  name: 'slack',
  title: 'Slack',
  channelIds: {
    pattern: /^[CGD][A-Z0-9]+$/u,
    hint: 'a Slack channel id looks like C0123456789; copy it from the end of "View channel details"',
  },
  userIds: {
    pattern: /^[UW][A-Z0-9]+$/u,
    hint: 'a Slack member id looks like U0123456789; choose "Copy member ID" in the person\'s profile',
  },
  secretShapes: [
    // No word boundary in front: in an encoded form the token follows a digit, as in %20xoxb-.
    // Bot, user, configuration, refresh and app-level tokens.
    [/xox[a-z][.-][\w.%-]{8,}/giu, redacted],
    [/xapp-[\w.%-]{8,}/giu, redacted],
    // Links that let anybody who has them post or upload.
    [/(hooks\.slack(?:-gov)?\.com\/)[\w/-]+/giu, `$1${redacted}`],
  ],
  create: async (settings, context) => {
    const { createSlackChat } = await import('./slack.js')
    return createSlackChat(settings, context)
  },
  doctor: {
    address: ({ apiUrl }) => apiUrl ?? 'https://slack.com/api/',
    examine: async (settings, tipChannels, log) => {
      const { examineSlack } = await import('./doctor.js')
      return examineSlack(settings, tipChannels, log)
    },
  },
}
