import type { Notes } from '../answer/reply-context.js'
import { gapsReport } from '../questions/gaps.js'
import { type Store, StoreError } from '../store/store.js'
import type { GapsReply } from './wire.js'

/** What a look at the gaps needs. */
export interface GapsOptions {
  /** Absent where there is no database yet. */
  readonly store: Store | undefined
  /** Whether questions are kept. */
  readonly keep: boolean
  readonly notes: () => Notes
  readonly now: () => number
}

/** What the notes lack, from the questions that were kept. */
export async function gapsReply({ store, keep, notes, now }: GapsOptions): Promise<GapsReply> {
  if (!keep) return { kind: 'unknown', why: 'off' }
  if (!store) return { kind: 'unknown', why: 'no store' }
  try {
    const { days, asked, gaps } = await gapsReport({ questions: store.questions, notes, now })
    return {
      kind: 'report',
      days,
      asked,
      gaps: gaps.map(({ question, count, session, lastAskedAt, votes }) => ({
        question,
        count,
        nearest: session?.title ?? '',
        lastAsked: lastAskedAt.toISOString().slice(0, 10),
        ...votes,
      })),
    }
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'away', message: error.message }
    throw error
  }
}
