import type { Logger } from 'pino'
import type { Questions } from '../store/store.js'
import type { Clock } from '../time/clock.js'

/** What is forgotten, and when. */
export interface RetentionOptions {
  readonly questions: Questions
  readonly keepDays: number
  readonly log: Logger
  readonly clock: Pick<Clock, 'now'>
}

const day = 86_400_000

/** Ours: opening the store takes as long as connecting, and answers come first. */
const firstMilliseconds = 10_000

/** Deletes questions that are older than `keepDays`, soon and once a day. Gives a function that ends it. */
export function forgetOldQuestions({ questions, keepDays, log, clock }: RetentionOptions): () => void {
  const forget = async () => {
    try {
      const deleted = await questions.deleteBefore(new Date(clock.now() - keepDays * day))
      if (deleted > 0) log.info({ deleted, keepDays }, 'Deleted old questions')
    } catch (err) {
      log.warn({ err }, 'Could not delete old questions; trying again tomorrow')
    }
  }
  const first = setTimeout(() => void forget(), firstMilliseconds).unref()
  const timer = setInterval(() => void forget(), day).unref()
  return () => {
    clearTimeout(first)
    clearInterval(timer)
  }
}
