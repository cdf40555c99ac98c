import { parseArgs } from 'node:util'
import type { Locale } from '../answer/wording/locale.js'
import { type CliContext, type Subcommand, UsageError } from '../app/cli-context.js'
import { readConfig } from '../config/config.js'

/** What the process can do, by name. Each loads only the rooms that it needs. */
export const subcommands: ReadonlyMap<string, Subcommand> = new Map([
  ['start', start],
  ['ask', ask],
  ['check', check],
  ['tips', tips],
  ['gaps', gaps],
  ['doctor', doctor],
  ['preview', preview],
  ['manifest:slack', manifestSlack],
  ['invite:discord', inviteDiscord],
])

/** The notes are read in a thread of their own while this one loads the rest. */
async function start(_words: readonly string[], context: CliContext): Promise<number> {
  const config = readConfig(context.env)
  const { openThreadReader } = await import('../live-notes/notes-reader.js')
  const parsed = { ...config.reading.parsed, write: true }
  const reader = openThreadReader({ folder: config.knowledge, ...config.reading, parsed })
  const reading = reader.read()
  // A failure is told where it is awaited, later; until then it must not end the process.
  reading.catch(() => {})
  try {
    const { start } = await import('../app/start.js')
    return await start(config, { reader, reading }, context)
  } finally {
    reader.close()
  }
}

async function ask(words: readonly string[], context: CliContext): Promise<number> {
  const usage =
    'npm run --silent ask -- [--json] [--explain] [--knowledge DIR] [--locale ko|en] WORDS… (or - for standard input)'
  const { values, positionals } = parse(usage, words, {
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    knowledge: { type: 'string' },
    locale: { type: 'string' },
  })
  if (positionals.length === 0) throw new UsageError(usage)
  const locale = localeOf(values.locale, usage)
  const config = readConfig(withoutChats(context))
  const { openNotes } = await import('./open-notes.js')
  const { createAsk, askEach } = await import('./ask.js')
  const { createLog } = await import('../operations/log.js')
  const log = createLog({ level: 'warn', pretty: false, secrets: config.secrets }, context.stderr)
  const notes = await openNotes(values.knowledge ?? config.knowledge, config.reading, log)
  const { json, explain } = values
  const { zone } = config.tips
  const ask = createAsk(notes, { json, explain, locale, fallback: config.locale, zone, now: Date.now, log })
  if (positionals.length === 1 && positionals[0] === '-') {
    await askEach(context.stdin, context.stdout, ask, { json })
  } else {
    context.stdout.write(`${await ask(positionals.join(' '))}\n`)
  }
  return 0
}

async function check(words: readonly string[], context: CliContext): Promise<number> {
  const usage = 'npm run --silent check -- [--json|--explain] [DIR], or --fix FILE'
  const { values, positionals } = parse(usage, words, {
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    fix: { type: 'string' },
  })
  const { json, explain, fix } = values
  if (positionals.length > (fix === undefined ? 1 : 0)) throw new UsageError(usage)
  const config = readConfig(withoutChats(context))
  if (fix !== undefined) {
    const { fixPost } = await import('./check-fix.js')
    await fixPost(fix, config.reading, context.stdout)
    return 0
  }
  const { checkNotes } = await import('./check.js')
  const { readOnce } = await import('../live-notes/read-once.js')
  const folder = positionals[0] ?? config.knowledge
  const read = () => readOnce({ folder, ...config.reading })
  return checkNotes({ json, explain, read }, context.stdout)
}

async function tips(words: readonly string[], context: CliContext): Promise<number> {
  const usage = 'npm run --silent tips -- --from 2026-12-01 --days 30 [--channel slack:C0123456789]'
  const { values } = parse(usage, words, {
    from: { type: 'string' },
    days: { type: 'string', default: '30' },
    channel: { type: 'string' },
  })
  const { from, channel } = values
  if (from !== undefined && !isDate(from)) throw new UsageError(`--from takes a date.\n${usage}`)
  const days = wholeNumber('--days', values.days, usage)
  const { rehearseTips } = await import('./tips.js')
  const lines = await rehearseTips(readConfig(withoutChats(context)), { from, days, channel }, context)
  context.stdout.write(lines.map((line) => `${line}\n`).join(''))
  return 0
}

async function gaps(words: readonly string[], context: CliContext): Promise<number> {
  const usage = 'npm run --silent gaps -- [--days N] [--json|--md]'
  const { values } = parse(usage, words, {
    days: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
    md: { type: 'boolean', default: false },
  })
  const days = wholeNumber('--days', values.days, usage)
  const format = values.json ? 'json' : values.md ? 'md' : 'text'
  const { gaps } = await import('./gaps.js')
  context.stdout.write(`${await gaps(readConfig(withoutChats(context)), days, format, context)}\n`)
  return 0
}

async function doctor(words: readonly string[], context: CliContext): Promise<number> {
  const { values } = parse('npm run --silent doctor -- [--json]', words, {
    json: { type: 'boolean', default: false },
  })
  const { examine } = await import('./doctor.js')
  const { printFindings } = await import('../operations/examine.js')
  const findings = await examine(context)
  context.stdout.write(`${printFindings(findings, values.json)}\n`)
  return findings.some(({ status }) => status === 'error') ? 1 : 0
}

async function preview(words: readonly string[], context: CliContext): Promise<number> {
  const usage = 'npm run preview -- [--knowledge DIR] [--port 4321] [--open]'
  const { values } = parse(usage, words, {
    knowledge: { type: 'string' },
    port: { type: 'string', default: '4321' },
    open: { type: 'boolean', default: false },
  })
  if (!/^\d{1,5}$/u.test(values.port) || Number(values.port) > 65_535) {
    throw new UsageError(`--port takes a number up to 65535, or 0 for any free port.\n${usage}`)
  }
  const config = readConfig(withoutChats(context))
  const { preview } = await import('./preview.js')
  const folder = values.knowledge ?? config.knowledge
  return preview(config, { folder, port: Number(values.port), open: values.open }, context)
}

async function manifestSlack(words: readonly string[], context: CliContext): Promise<number> {
  const usage =
    'npm run --silent manifest:slack -- [--link] [--request-url https://bot.example.com] [--agent]'
  const { values } = parse(usage, words, {
    'request-url': { type: 'string' },
    agent: { type: 'boolean', default: false },
    link: { type: 'boolean', default: false },
  })
  const requestUrl = values['request-url']
  if (requestUrl !== undefined && !URL.canParse(requestUrl)) {
    throw new UsageError(`--request-url takes an address.\n${usage}`)
  }
  const { manifestFor, manifestLink } = await import('../chat/slack/manifest.js')
  const { slackCommand: command, knowledge, locale } = readConfig(withoutChats(context))
  const manifest = manifestFor({
    command,
    ...(requestUrl === undefined ? {} : { requestUrl }),
    ...(values.agent ? { prompts: await suggestedQuestions(knowledge, locale) } : {}),
  })
  context.stdout.write(`${values.link ? manifestLink(manifest) : JSON.stringify(manifest, null, 2)}\n`)
  return 0
}

/** Questions that surely have an answer in these notes. */
async function suggestedQuestions(folder: string, locale: Locale): Promise<readonly string[]> {
  const { openNotes } = await import('./open-notes.js')
  const { examples } = await import('../answer/replies/help.js')
  return examples(await openNotes(folder), locale).map(({ label }) => label)
}

async function inviteDiscord(_words: readonly string[], { env, stdout }: CliContext): Promise<number> {
  const { discord } = readConfig(env)
  if (!discord) throw new UsageError('DISCORD_TOKEN is missing: the invite link is made for its application')
  const { inviteUrl } = await import('../chat/discord/invite.js')
  stdout.write(`${await inviteUrl(discord)}\n`)
  return 0
}

function localeOf(text: string | undefined, usage: string): Locale | undefined {
  if (text === undefined || text === 'ko' || text === 'en') return text
  throw new UsageError(`There are no answers in "${text}".\n${usage}`)
}

/** `2026-02-30` is none. */
function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
}

function wholeNumber(option: string, text: string, usage: string): number {
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text)
  throw new UsageError(`${option} takes a whole number from 1.\n${usage}`)
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/** The words as options and positionals. Throws `UsageError` for an option that is unknown or lacks its value. */
function parse<const T extends NonNullable<Options>>(usage: string, words: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** The environment for what needs no chat: tokens that are missing or wrong are no mistake then. */
function withoutChats({ env }: CliContext): CliContext['env'] {
  const chats = [
    'NODE_ENV',
    'CHATS',
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'DISCORD_TOKEN',
  ]
  return Object.fromEntries(Object.entries(env).filter(([name]) => !chats.includes(name)))
}
