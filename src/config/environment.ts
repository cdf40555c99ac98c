import { z } from 'zod'
import type { ChatName } from '../chat/chat.js'
import { chatOfUser, chats } from '../chat/chats.js'
import { parseTipChannels } from '../daily/tip-channels.js'
import { mistakeInDatabaseUrl } from './database-url.js'

const botTokenFrom = 'copy the one that begins with xoxb- from your Slack app, "OAuth & Permissions"'
const appTokenFrom =
  'copy the one that begins with xapp- from your Slack app, "Basic Information", "App-Level Tokens"'

/** Every mistake in the environment, a sentence each that begins with the variable's name. */
export function mistakesIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const parsed = environment.safeParse(env)
  return [...(parsed.success ? [] : parsed.error.issues.map(sentence)), ...missing(env)]
}

/** A token or a secret: with any other character no request could carry it, and all of them would fail without a reason. */
const secret = z
  .string()
  .trim()
  .refine(
    (text) => /^(?:Bot\s+)?[\x21-\x7e]*$/iu.test(text),
    'has a space, a line break or a letter that no token has: copy it once more, whole and alone',
  )

/** A token; one of another kind, pasted into the wrong line, is refused. */
const token = (others: RegExp, advice: string) =>
  secret.refine((text) => !others.test(text), advice).optional()

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/u).filter(Boolean))

const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number('takes a whole number')
    .int('takes a whole number')
    .min(from, `is at least ${from}`)
    .max(to, `is at most ${to}`)

const address = z.url({ protocol: /^https?$/, error: 'takes an http or https address' }).optional()

const onOff = (otherwise: 'on' | 'off') => z.enum(['on', 'off'], 'is "on" or "off"').default(otherwise)

/** The variables we read. `.env.example` and the README describe them. */
export const environment = z.object({
  NODE_ENV: z.string().optional(),
  CHATS: list.pipe(
    z.array(z.enum(['slack', 'discord', 'console'], 'lists chats of: slack, discord, console')),
  ),
  LOCALE: z.enum(['ko', 'en'], 'is "ko" or "en"').default('ko'),
  ORGANISERS: list,
  KNOWLEDGE_DIR: z.string().optional(),
  KNOWLEDGE_LINKS: address,
  SLACK_BOT_TOKEN: token(/^(xapp|xoxp)-/u, `holds a token of another kind: ${botTokenFrom}`),
  SLACK_APP_TOKEN: token(/^xox/u, `holds a token of another kind: ${appTokenFrom}`),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_API_URL: address,
  SLACK_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/u, 'is a slash and a word, such as /devops')
    .default('/devops'),
  PORT: wholeNumber(0, 65535).default(3000),
  DISCORD_TOKEN: secret.optional(),
  DISCORD_API_URL: address,
  DISCORD_COMMAND: z
    .string()
    .regex(/^[a-z0-9_-]{1,32}$/u, 'is a lower-case word, such as devops')
    .default('devops'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,21}$/u, 'is a server id of 17 to 20 digits')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .trim()
    .superRefine((text, context) => {
      const message = mistakeInDatabaseUrl(text)
      if (message) context.addIssue({ code: 'custom', message })
    })
    .optional(),
  TIP_CHANNELS: z.string().default(''),
  TIP_CATCH_UP_HOURS: wholeNumber(0, 24).default(6),
  TIP_ZONE: z.string().refine(isZone, 'is an IANA time zone such as Asia/Seoul').default('Asia/Seoul'),
  QUESTIONS: onOff('on'),
  QUESTIONS_KEEP_DAYS: wholeNumber(1, 3650).default(90),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is a level of pino, such as info')
    .default('info'),
  LOG_QUESTIONS: onOff('off'),
  OPERATIONS_PORT: wholeNumber(0, 65535).optional(),
  OPERATIONS_HOST: z.string().default('127.0.0.1'),
})

/** The environment with its defaults filled in. */
export type Environment = z.infer<typeof environment>

function sentence(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])} ${issue.message}`
}

/** Variables that other variables need. */
function missing(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const mistakes: string[] = []
  const slack = env.SLACK_BOT_TOKEN || env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET
  if (slack && !env.SLACK_BOT_TOKEN) {
    mistakes.push(`SLACK_BOT_TOKEN is missing: ${botTokenFrom}`)
  }
  if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    mistakes.push(
      'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode) is missing beside SLACK_BOT_TOKEN',
    )
  }
  const named = env.CHATS ?? ''
  if (named.includes('slack') && !slack) mistakes.push('CHATS names slack, but SLACK_BOT_TOKEN is missing')
  if (named.includes('discord') && !env.DISCORD_TOKEN) {
    mistakes.push('CHATS names discord, but DISCORD_TOKEN is missing')
  }
  if (env.NODE_ENV === 'production' && !named && !slack && !env.DISCORD_TOKEN) {
    mistakes.push(noToken)
  }
  const { channels, mistakes: wrongChannels } = parseTipChannels(env.TIP_CHANNELS ?? '')
  mistakes.push(...wrongChannels)
  const isAway = chatsAway(env)
  for (const chat of new Set(channels.map((each) => each.chat).filter(isAway))) {
    mistakes.push(`TIP_CHANNELS names channels of ${titleOf(chat)}, but ${tokens[chat]} is missing`)
  }
  for (const id of list.parse(env.ORGANISERS)) {
    const chat = chatOfUser(id)
    if (!chat) mistakes.push(`ORGANISERS: "${id}" is nobody's id: ${userHints}`)
    else if (isAway(chat)) {
      mistakes.push(`ORGANISERS: "${id}" is an id of ${titleOf(chat)}, but ${tokens[chat]} is missing`)
    }
  }
  return mistakes
}

/** The variable without which a chat is not set up. */
const tokens: Readonly<Record<ChatName, string>> = {
  slack: 'SLACK_BOT_TOKEN',
  discord: 'DISCORD_TOKEN',
  console: '',
}

/** Which chats are not set up while others are. Without any, nothing is sent, and ids harm nobody. */
function chatsAway(env: Readonly<Record<string, string | undefined>>): (chat: ChatName) => boolean {
  const isAway = (chat: ChatName) => tokens[chat] !== '' && !env[tokens[chat]]
  return chats.some(({ name }) => tokens[name] !== '' && !isAway(name)) ? isAway : () => false
}

function titleOf(chat: ChatName): string {
  return chats.find(({ name }) => name === chat)?.title ?? chat
}

const userHints = chats.flatMap(({ userIds }) => userIds?.hint ?? []).join('; ')

const noToken =
  'No chat is set up: set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, or DISCORD_TOKEN ' +
  '(without NODE_ENV=production the bot would be a console chat)'

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
