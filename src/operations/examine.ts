import type { CheckResult } from '../chat/check-result.js'
import { type Library, NotesError } from '../knowledge/library.js'
import type { Store } from '../store/store.js'

/** Looks at the notes. */
export async function examineNotes(
  folder: string,
  load: (folder: string) => Promise<Library>,
): Promise<readonly CheckResult[]> {
  const about = 'Notes'
  try {
    const { meetups, sessions, tips, findings } = await load(folder)
    const message = `${folder}: ${meetups.length} meetup(s), ${sessions.length} session(s), ${tips.length} tip(s)`
    const named = findings.map(({ file, line, level, message }): CheckResult => {
      return { about, status: level, message: `${file}:${line}: ${message}` }
    })
    return [{ about, status: 'ok', message }, ...named]
  } catch (error) {
    if (!(error instanceof NotesError)) throw error
    return error.message.split('\n').map((message) => ({ about, status: 'error', message }))
  }
}

/** Looks whether the database answers; `place` names it without its password. */
export async function examineStore(store: Pick<Store, 'ping'>, place: string): Promise<CheckResult> {
  try {
    await store.ping()
    return { about: 'Store', status: 'ok', message: `${place} answers` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `${place} does not answer: ${reason}. See DATABASE_URL, or that DATA_DIR can be written`
    return { about: 'Store', status: 'error', message }
  }
}

/** Ours: Slack refuses requests whose time is 5 minutes off, and tips go out by this clock. */
const wrongSeconds = 30
const patienceMilliseconds = 5000

/** Looks whether a platform can be reached, and whether its clock and ours agree. */
export async function examineReach(
  name: string,
  url: string,
  now: () => number,
): Promise<readonly CheckResult[]> {
  const about = `${name} address`
  const { host } = new URL(url)
  try {
    const started = performance.now()
    const { headers } = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) })
    const milliseconds = Math.round(performance.now() - started)
    const reached: CheckResult = { about, status: 'ok', message: `${host} answers in ${milliseconds} ms` }
    return [reached, ...clockFindings(host, headers.get('date'), now())]
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `${host} cannot be reached (${reason}): see DNS, proxy and firewall`
    return [{ about, status: 'error', message }]
  }
}

function clockFindings(host: string, date: string | null, now: number): readonly CheckResult[] {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return []
  const seconds = Math.round(Math.abs(now - theirs) / 1000)
  if (seconds <= wrongSeconds) return [{ about: 'Clock', status: 'ok', message: `agrees with ${host}` }]
  const message = `is ${seconds} s off from that of ${host}: let NTP set this machine's clock`
  return [{ about: 'Clock', status: seconds < 300 ? 'warning' : 'error', message }]
}

/** Shows what time it is where tips go out. */
export function examineZone(zone: string, now: number): CheckResult {
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return { about: 'Time zone', status: 'ok', message: `tips go by ${zone}, where it is ${time.format(now)}` }
}

/** The findings as lines for people, or as one line of JSON. */
export function printFindings(findings: readonly CheckResult[], json: boolean): string {
  const count = (status: CheckResult['status']) =>
    findings.filter((finding) => finding.status === status).length
  const [errors, warnings] = [count('error'), count('warning')]
  if (json) return JSON.stringify({ ok: errors === 0, errors, warnings, findings })
  const lines = findings.map(({ about, status, message }) => `${status.padEnd(7)}  ${about}: ${message}`)
  return [...lines, `${errors} error(s), ${warnings} warning(s)`].join('\n')
}
