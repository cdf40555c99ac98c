import type { Reply } from '../answer/reply.js'
import { textPart, toReply } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { wordingIn } from '../answer/wording/wording.js'
import type { Noticeboard, PostError } from '../chat/chat.js'
import type { Store, Subscription } from '../store/store.js'

/** Whom to tell, and how, when a channel's tips are paused. */
export interface PauseDeps {
  readonly store: Store
  readonly board: Noticeboard
  readonly locale: Locale
  /** The platform's ids of those who are told about the environment's subscriptions. */
  readonly organisers: readonly string[]
  readonly now: () => number
  readonly newId: () => string
}

/**
 * Pauses a subscription whose channel cannot be posted to, and tells who subscribed. Gives the errors of those who
 * could not be told. Throws `StoreError`.
 */
export async function pause(
  subscription: Subscription,
  error: PostError,
  parts: PauseDeps,
): Promise<readonly unknown[]> {
  const { chat, channel } = subscription
  await parts.store.subscriptions.put({
    ...subscription,
    status: 'paused',
    reason: error.code,
    since: parts.now(),
  })
  const people = subscription.subscriber ? [subscription.subscriber] : parts.organisers
  const text = wordingIn(parts.locale).tipsWerePaused(chat, channel, error.code)
  const told = await Promise.allSettled(people.map((person) => parts.board.tell(person, letter(text, parts))))
  return told.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
}

function letter(text: string, { locale, newId }: PauseDeps): Reply {
  const context = { id: newId(), locale, visibility: 'private' } as const
  return toReply({ outcome: 'command', parts: [textPart(text)] }, context).reply
}
