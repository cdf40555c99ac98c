import type { Logger } from 'pino'
import type { SlackConfig } from '../config.js'
import type { Web } from '../wire/web.js'

/** Who may manage what. */
export interface Rights {
  /** Whether somebody may manage the tips of a channel, or read the gaps: organisers, admins and owners may. */
  mayManage(user: string, channel: string | undefined, what: 'tips' | 'gaps'): Promise<boolean>
}

/** Rights as `ORGANISERS` and the workspace tell them; unknown is no. */
export function createRights({ organisers }: Pick<SlackConfig, 'organisers'>, web: Web, log: Logger): Rights {
  return {
    mayManage: async (user, channel, what) => {
      if (organisers.includes(user)) return true
      // Everybody may have tips in their own conversations; what others asked is for organisers, there as well.
      if (what === 'tips' && isDirect(channel)) return true
      try {
        const { user: person } = await web.call(() => web.client.users.info({ user }))
        return Boolean(person?.is_admin || person?.is_owner || person?.is_primary_owner)
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
