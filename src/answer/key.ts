import { createHash } from 'node:crypto'
import { remember } from '../text/remember.js'

/**
 * A short name for a session or a meetup that buttons carry: 10 letters and digits, stable as long as the id is. Ids
 * have up to 60 characters, which with their action would not fit the smallest limit of a platform (64 bytes).
 */
export const keyOf = remember((id) =>
  createHash('sha256').update(id).digest('base64url').replace(/[-_]/gu, '').slice(0, 10),
)

/** The thing of that key. Buttons of earlier versions carry whole ids. */
export function withKey<T extends { readonly id: string }>(things: readonly T[], key: string): T | undefined {
  return things.find(({ id }) => id === key || keyOf(id) === key)
}
