import type { Logger } from 'pino'
import type { Bot, Chat, ChatName } from '../chat/chat.js'

/** Chats that run together, each for itself. */
export interface RunningChats {
  /** A chat can no longer work: the process ends when it was required, or when none is left. */
  readonly lost: (chat: ChatName, error: Error) => void
  /** Starts them all at once; resolves when each has started or failed. */
  readonly start: (bot: Bot) => Promise<void>
  /** Stops them all; never rejects. */
  readonly stop: () => Promise<void>
}

/** Looks after the chats. `end` is called with the exit code when there is nothing left to do. */
export function runChats(
  chats: readonly Chat[],
  required: readonly ChatName[],
  log: Logger,
  end: (code: number) => void,
): RunningChats {
  const alive = new Set(chats.map((chat) => chat.name))
  let stopping = false
  const lost = (chat: ChatName, err: unknown) => {
    if (!alive.delete(chat)) return
    const last = alive.size === 0 || required.includes(chat)
    log[last ? 'fatal' : 'error'](
      { err, chat },
      last ? 'A chat failed, and nothing is left to run' : 'A chat failed; going on without it',
    )
    if (last) end(1)
  }
  const startOne = async (chat: Chat, bot: Bot) => {
    try {
      await chat.start(bot)
      // One that was stopped while it connected has started nothing.
      if (!stopping) log.info({ chat: chat.name }, 'Ready')
    } catch (error) {
      lost(chat.name, error)
    }
  }
  const stopOne = async (chat: Chat) => {
    try {
      await chat.stop()
    } catch (err) {
      log.error({ err, chat: chat.name }, 'Could not stop cleanly')
    }
  }
  return {
    lost,
    start: async (bot) => void (await Promise.all(chats.map((chat) => startOne(chat, bot)))),
    stop: async () => {
      stopping = true
      await Promise.all(chats.map(stopOne))
    },
  }
}
