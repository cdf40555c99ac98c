import type { Chat } from '../chat/chat.js'
import type { LibraryState } from '../live-notes/library-state.js'
import { within } from '../time/within.js'

/** What `/readyz` asks. */
export interface ReadinessDeps {
  readonly library: () => LibraryState
  readonly chats: readonly Chat[]
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** What can be asked about, and left out of the question. */
export type CheckName = 'library' | 'store' | `chat:${string}`

/** How one part is doing. */
export interface Check {
  readonly name: CheckName
  readonly ready: boolean
  /** Why it is not ready, or what should be looked at all the same; empty when all is well. */
  readonly reason: string
}

/** Whether questions can be answered, and why not. */
export interface Readiness {
  readonly ready: boolean
  readonly reasons: readonly string[]
  readonly warnings: readonly string[]
  readonly checks: readonly Check[]
}

/** Ours: Slack pings every half minute or so, Discord acknowledges a heartbeat every 41 s; silence this long is death. */
const silentSeconds = 120

/** Ours: a database that takes longer is not ready. */
const pingMilliseconds = 2000

/** Asks every part. Parts named in `exclude` are reported, but do not decide. */
export async function readiness(parts: ReadinessDeps, exclude: readonly string[] = []): Promise<Readiness> {
  const checks = [
    checkLibrary(parts.library()),
    ...parts.chats.map((chat) => checkChat(chat, parts.now())),
    await checkStore(parts.ping),
  ]
  const deciding = checks.filter((check) => !exclude.includes(check.name))
  const failing = deciding.filter((check) => !check.ready)
  const sayings = (some: readonly Check[]) => some.map(({ name, reason }) => `${name}: ${reason}`)
  return {
    ready: failing.length === 0,
    reasons: sayings(failing),
    warnings: sayings(checks.filter((check) => check.reason !== '' && !failing.includes(check))),
    checks,
  }
}

/** The notes that can be used are in use: worth a warning, no reason to take the bot away. */
function checkLibrary({ problem, unusable }: LibraryState): Check {
  const files = unusable.map(({ file, line, message }) => `${file}:${line}: ${message}`)
  const reasons = [
    ...(problem === undefined ? [] : [`the notes cannot be read, older ones are in use: ${problem}`]),
    ...(files.length === 0 ? [] : [`${files.length} file(s) cannot be used: ${files.join('; ')}`]),
  ]
  return { name: 'library', ready: true, reason: reasons.join('. ') }
}

function checkChat(chat: Chat, now: number): Check {
  const { connected, seenAt } = chat.health()
  const name = `chat:${chat.name}` as const
  if (!connected) return { name, ready: false, reason: 'not connected' }
  const silence = seenAt === undefined ? 0 : Math.round((now - seenAt) / 1000)
  if (silence <= silentSeconds) return { name, ready: true, reason: '' }
  return { name, ready: false, reason: `nothing heard from the platform for ${silence} s` }
}

async function checkStore(ping: () => Promise<void>): Promise<Check> {
  try {
    await within(pingMilliseconds, ping(), 'no answer from the database')
    return { name: 'store', ready: true, reason: '' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { name: 'store', ready: false, reason }
  }
}
