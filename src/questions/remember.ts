import type { BotListener } from '../chat/bot-listener.js'
import type { Clock } from '../time/clock.js'
import { createRecorder, type RecorderDeps } from './recorder.js'
import { forgetOldQuestions } from './retention.js'

/** What remembering questions takes. */
export interface RememberDeps extends RecorderDeps {
  readonly clock: Clock
  /** Off: nothing new is kept; what is there still goes with time. */
  readonly keep: boolean
  readonly keepDays: number
}

/** Keeps questions for the organisers, and lets go of old ones. Gives who listens for them, and how to stop. */
export function rememberQuestions(parts: RememberDeps): {
  readonly listeners: readonly BotListener[]
  stop(): Promise<void>
} {
  const forgetting = forgetOldQuestions(parts)
  const recorder = parts.keep ? createRecorder(parts) : undefined
  return {
    listeners: recorder ? [recorder] : [],
    stop: async () => {
      forgetting()
      await recorder?.stop()
    },
  }
}

/** One listener that tells several. */
export function tellAll(listeners: readonly BotListener[]): BotListener {
  return {
    answered: (event) => {
      for (const listener of listeners) listener.answered(event)
    },
    voted: (question, vote) => {
      for (const listener of listeners) listener.voted(question, vote)
    },
  }
}
