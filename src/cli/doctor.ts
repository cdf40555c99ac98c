import { pino } from 'pino'
import type { CliContext } from '../app/cli-context.js'
import { chats } from '../chat/chats.js'
import type { CheckResult } from '../chat/check-result.js'
import { type Config, ConfigError, readConfig } from '../config/config.js'
import { environment } from '../config/environment.js'
import { SHIPPED_NOTES } from '../knowledge/shipped-notes.js'
import { readOnce } from '../live-notes/read-once.js'
import { examineNotes, examineReach, examineStore, examineZone } from '../operations/examine.js'
import { redactor } from '../operations/redact.js'
import { openStore } from '../store/open-store.js'

/** Looks at everything that the bot needs, and tells what is wrong and the way out. No secret is in it. */
export async function examine({ env }: Pick<CliContext, 'env'>): Promise<readonly CheckResult[]> {
  const folder = env.KNOWLEDGE_DIR || SHIPPED_NOTES
  const variables = examineVariables(env)
  const config = configOf(env)
  const notes = await examineNotes(folder, () => readOnce({ folder, ...config?.reading }))
  if (!config) return [...variables, ...notes]
  const redact = redactor(config.secrets)
  const rest = await examineConfigured(config)
  return [...variables, ...notes, ...rest].map((finding) => ({
    ...finding,
    message: redact(finding.message),
  }))
}

function configOf(env: CliContext['env']): Config | undefined {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}

const ours = /^(CHATS|LOCALE|ORGANISERS|(SLACK|DISCORD|TIP|QUESTIONS|LOG|OPERATIONS|KNOWLEDGE)_?[A-Z_]*)$/u

/** Mistakes in variables, and variables that look like ours but are not: a slip in a name is easily made. */
function examineVariables(env: CliContext['env']): readonly CheckResult[] {
  const about = 'Environment'
  const strangers = Object.keys(env).filter((name) => ours.test(name) && !(name in environment.shape))
  const warnings = strangers.map((name): CheckResult => {
    return {
      about,
      status: 'warning',
      message: `${name} is not read by the bot: see .env.example for the names`,
    }
  })
  try {
    const { chats } = readConfig(env)
    return [{ about, status: 'ok', message: `chats: ${chats.join(', ')}` }, ...warnings]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const mistakes = error.message.split('\n')
    return [...mistakes.map((message): CheckResult => ({ about, status: 'error', message })), ...warnings]
  }
}

async function examineConfigured(config: Config): Promise<readonly CheckResult[]> {
  const store = await openStore(config.store, pino({ level: 'silent' }))
  try {
    const subscribed = await store.subscriptions.all().catch(() => [])
    const tipChannels = (chat: string) => [
      ...new Set(
        [...subscribed.filter(({ status }) => status === 'on'), ...config.tips.channels]
          .filter((each) => each.chat === chat)
          .map(({ channel }) => channel),
      ),
    ]
    return [
      await examineStore(store, placeOf(config)),
      examineZone(config.tips.zone, Date.now()),
      ...(await examineChats(config, tipChannels)),
    ]
  } finally {
    await store.close()
  }
}

async function examineChats(
  config: Config,
  tipChannels: (chat: string) => readonly string[],
): Promise<readonly CheckResult[]> {
  const findings: CheckResult[] = []
  for (const { name, title, configure } of chats) {
    const doctor = config.chats.includes(name) ? configure(config)?.doctor : undefined
    if (!doctor) continue
    findings.push(...(await examineReach(title, doctor.address, Date.now)))
    findings.push(...(await doctor.examine(tipChannels(name), pino({ level: 'silent' }))))
  }
  return findings
}

/** The database's place without its password. */
function placeOf({ store }: Config): string {
  if ('directory' in store) return `SQLite in ${store.directory}`
  const { host, pathname } = new URL(store.databaseUrl)
  return `PostgreSQL ${pathname.slice(1)} at ${host}`
}
