import type { Subscription } from '../../src/store/store.js'

/** A subscription of `slack:C1` at 09:00 in Seoul since the noon before 2026-12-01, unless told otherwise. */
export function subscribed(changes: Partial<Subscription> = {}): Subscription {
  return {
    chat: 'slack',
    channel: 'C1',
    time: '09:00',
    zone: 'Asia/Seoul',
    origin: 'command',
    status: 'on',
    reason: '',
    subscriber: 'U1',
    since: Date.parse('2026-11-30T12:00:00+09:00'),
    ...changes,
  }
}
