import { type CliContext, UsageError } from '../app/cli-context.js'
import type { Config } from '../config/config.js'
import { rehearse } from '../daily/rehearsal.js'
import { localDay } from '../daily/timetable.js'
import { parseTipChannels } from '../daily/tip-channels.js'
import { readOnce } from '../live-notes/read-once.js'
import { createLog } from '../operations/log.js'
import { openStore } from '../store/open-store.js'

/** What to rehearse. */
export interface RehearsalRequest {
  /** The first local date; today unless told. */
  readonly from: string | undefined
  readonly days: number
  /** One channel, subscribed or not: `"slack:C0123456789"`, as in `TIP_CHANNELS`. All that are subscribed unless told. */
  readonly channel: string | undefined
}

/** What would go out when, a line each. Throws `UsageError`, `NotesError` or `StoreError`. */
export async function rehearseTips(
  config: Config,
  { from = localDay(Date.now(), config.tips.zone), days, channel }: RehearsalRequest,
  { stderr }: Pick<CliContext, 'stderr'>,
): Promise<readonly string[]> {
  const library = await readOnce({ folder: config.knowledge, ...config.reading })
  const log = createLog({ level: 'error', pretty: Boolean(stderr.isTTY), secrets: config.secrets }, stderr)
  const store = await openStore(config.store, log)
  try {
    const asked = channel?.includes(':') ? parseTipChannels(channel) : { channels: [], mistakes: [] }
    if (asked.mistakes.length > 0)
      throw new UsageError(asked.mistakes.join('\n').replaceAll('TIP_CHANNELS', '--channel'))
    const channels = [...config.tips.channels, ...asked.channels]
    const [place] = channel?.split('@') ?? []
    const lines = await rehearse({
      store,
      library,
      channels,
      from,
      days,
      ...(place ? { channel: place } : {}),
    })
    if (lines.length === 0) stderr.write(`${nobody}\n`)
    return lines
  } finally {
    await store.close()
  }
}

const nobody =
  'No such channel is subscribed: set TIP_CHANNELS, type "tips on" in a channel, or name any with --channel slack:C0123456789'
