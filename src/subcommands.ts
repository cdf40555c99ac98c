import { parseArgs } from 'node:util'
import type { Locale } from './answer/reply.js'
import { readConfig } from './config.js'
import { type Subcommand, type Surroundings, UsageError } from './surroundings.js'

/** What the process can do, by name. Each loads only the rooms that it needs. */
export const subcommands: ReadonlyMap<string, Subcommand> = new Map<string, Subcommand>([
  [
    'start',
    async (_words, around) => {
      const { start } = await import('./start.js')
      return start(around)
    },
  ],
  [
    'ask',
    async (words, around) => {
      const usage =
        'npm run --silent ask -- [--json] [--knowledge DIR] [--locale ko|en] WORDS… (or - for standard input)'
      const { values, positionals } = parse(usage, words, {
        json: { type: 'boolean', default: false },
        knowledge: { type: 'string' },
        locale: { type: 'string' },
      })
      if (positionals.length === 0) throw new UsageError(usage)
      const locale = localeOf(values.locale, usage)
      const config = readConfig(withoutChats(around))
      const { openNotes } = await import('./notes.js')
      const { ask, askEach } = await import('./operations/ask.js')
      const notes = await openNotes(values.knowledge ?? config.knowledge)
      const manner = {
        json: values.json,
        locale,
        fallback: config.locale,
        zone: config.tips.zone,
        now: Date.now,
      }
      if (positionals.length === 1 && positionals[0] === '-') {
        await askEach(around.stdin, around.stdout, notes, manner)
      } else {
        around.stdout.write(`${ask(positionals.join(' '), notes, manner)}\n`)
      }
      return 0
    },
  ],
  [
    'check',
    async (words, around) => {
      const { positionals } = parse('npm run --silent check -- [DIR]', words, {})
      const { shippedKnowledge } = await import('./notes.js')
      const { checkNotes } = await import('./operations/check.js')
      return checkNotes(positionals[0] ?? around.env.KNOWLEDGE_DIR ?? shippedKnowledge, around.stdout)
    },
  ],
  [
    'invite:discord',
    async (_words, { env, stdout }) => {
      const { discord } = readConfig(env)
      if (!discord)
        throw new UsageError('DISCORD_TOKEN is missing: the invite link is made for its application')
      const { inviteUrl } = await import('./chat/discord/invite.js')
      stdout.write(`${await inviteUrl(discord)}\n`)
      return 0
    },
  ],
  [
    'gaps',
    async (words, around) => {
      const usage = 'npm run --silent gaps -- [--days N] [--json|--md]'
      const { values } = parse(usage, words, {
        days: { type: 'string', default: '30' },
        json: { type: 'boolean', default: false },
        md: { type: 'boolean', default: false },
      })
      if (!/^[1-9]\d{0,3}$/u.test(values.days)) throw new UsageError(`--days takes a whole number.\n${usage}`)
      const { gaps } = await import('./gaps.js')
      const format = values.json ? 'json' : values.md ? 'md' : 'text'
      around.stdout.write(
        `${await gaps(readConfig(withoutChats(around)), Number(values.days), format, around)}\n`,
      )
      return 0
    },
  ],
])

function localeOf(text: string | undefined, usage: string): Locale | undefined {
  if (text === undefined || text === 'ko' || text === 'en') return text
  throw new UsageError(`There are no answers in "${text}".\n${usage}`)
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
function withoutChats({ env }: Surroundings): Surroundings['env'] {
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
