import type { Store, Subscription } from '../store/store.js'
import type { TipChannel } from './tip-channels.js'

/**
 * Makes the store's subscriptions agree with `TIP_CHANNELS`: adds, changes and ends those of the environment's, and
 * leaves those that a command has set, `off` too.
 */
export async function subscribeFromEnvironment(
  { subscriptions }: Store,
  channels: readonly TipChannel[],
  now: number,
): Promise<void> {
  const known = await subscriptions.all()
  for (const channel of channels) {
    const before = known.find((each) => each.chat === channel.chat && each.channel === channel.channel)
    if (before?.origin !== 'command' && !agrees(before, channel)) {
      await subscriptions.put(fromEnvironment(channel, now))
    }
  }
  for (const before of known) {
    const listed = channels.some((each) => each.chat === before.chat && each.channel === before.channel)
    if (before.origin === 'environment' && before.status !== 'off' && !listed) {
      await subscriptions.put({ ...before, status: 'off', reason: '', since: now })
    }
  }
}

/** A paused subscription stays paused over a restart: what stopped it is still there until somebody acts. */
function agrees(before: Subscription | undefined, { time, zone }: TipChannel): boolean {
  return before?.time === time && before.zone === zone && before.status !== 'off'
}

function fromEnvironment(channel: TipChannel, since: number): Subscription {
  return { ...channel, origin: 'environment', status: 'on', reason: '', subscriber: '', since }
}
