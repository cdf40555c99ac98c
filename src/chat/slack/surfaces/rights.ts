import type { Logger } from 'pino'
import type { SlackConfig } from '../config.js'
import type { Web } from '../wire/web.js'

/** Who may manage what. */
export interface Rights {
  /** Whether somebody may manage the tips of a channel, or read the gaps: organisers, admins and owners may. */
  mayManage(user: string, channel: string | undefined, what: 'tips' | 'gaps'): Promise<boolean>
}

/**
 * Rights as `ORGANISERS` and the workspace say; unknown is no. `teamId` is the bot's own workspace: in a channel shared
 * by Slack Connect an admin of another company is none here (docs.slack.dev/apis/slack-connect).
 */
export function createRights(
  { organisers }: Pick<SlackConfig, 'organisers'>,
  web: Web,
  teamId: string,
  log: Logger,
): Rights {
  const isAdmin = async (user: string) => {
    const { user: person } = await web.call(() => web.client.users.info({ user }))
    const isOwn = teamId === '' || person?.team_id === undefined || person.team_id === teamId
    return isOwn && Boolean(person?.is_admin || person?.is_owner || person?.is_primary_owner)
  }
  const isCreator = async (user: string, channel: string) => {
    const { channel: info } = await web.call(() => web.client.conversations.info({ channel }))
    return info?.creator === user
  }
  return {
    mayManage: async (user, channel, what) => {
      if (organisers.includes(user)) return true
      // Everybody may have tips in their own conversations; what others asked is for organisers, there as well.
      if (what === 'tips' && isDirect(channel)) return true
      try {
        if (await isAdmin(user)) return true
        return what === 'tips' && channel !== undefined && (await isCreator(user, channel))
      } catch (err) {
        log.warn({ err }, "Could not ask Slack for somebody's rights: taken for none")
        return false
      }
    },
  }
}

/** Whether a channel is a direct message, by its id. */
export function isDirect(channel: string | undefined): boolean {
  return channel?.startsWith('D') ?? false
}
