import { join } from 'node:path'
import type { Locale } from '../answer/wording/locale.js'
import type { ChatName } from '../chat/chat.js'
import type { ChatSettings } from '../chat/chats.js'
import type { DiscordConfig } from '../chat/discord/config.js'
import type { SlackConfig } from '../chat/slack/config.js'
import { parseTipChannels, type TipChannel } from '../daily/tip-channels.js'
import { SHIPPED_NOTES } from '../knowledge/shipped-notes.js'
import { OperatorError } from '../operator-error.js'
import { passwordIn } from './database-url.js'
import { type Environment, environment, mistakesIn } from './environment.js'

/** Everything the environment decides, checked. */
export interface Config extends ChatSettings {
  /** The chats to run, in this order; never empty. */
  readonly chats: readonly ChatName[]
  /** Chats without which the process shall not live: those that `CHATS` names. */
  readonly required: readonly ChatName[]
  /** The slash command's name, for the manifest: `"/devops"`. */
  readonly slackCommand: string
  readonly locale: Locale
  readonly organisers: readonly string[]
  /** The folder of notes. */
  readonly knowledge: string
  readonly reading: {
    /** The address under which the folder of notes is published. */
    readonly links?: string
    /** The folder in which the words of decks and captions are kept, so that none is read twice. */
    readonly kept: string
    /** Where a bot that runs keeps what it has parsed, and others may look. */
    readonly parsed: { readonly folder: string; readonly write: boolean }
  }
  readonly store: { readonly databaseUrl: string } | { readonly directory: string }
  readonly tips: {
    readonly channels: readonly TipChannel[]
    readonly catchUpHours: number
    readonly zone: string
  }
  readonly questions: { readonly keep: boolean; readonly keepDays: number; readonly log: boolean }
  /** Absent: off. */
  readonly operations?: { readonly port: number; readonly host: string }
  readonly logLevel: string
  /** What must never be printed. */
  readonly secrets: readonly string[]
}

/** The environment has mistakes; the message names every one of them, a line each, with the way out. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError'
}

/** The environment as a `Config`. Variables that are empty count as absent. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const mistakes = mistakesIn(given)
  if (mistakes.length > 0) throw new ConfigError(mistakes.join('\n'))
  return configOf(environment.parse(given))
}

function configOf(env: Environment): Config {
  const slack = slackOf(env)
  const discord = discordOf(env)
  const withTokens: ChatName[] = [
    ...(slack ? ['slack' as const] : []),
    ...(discord ? ['discord' as const] : []),
  ]
  const fallback: ChatName[] = withTokens.length > 0 ? withTokens : ['console']
  const secrets = [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN, env.SLACK_SIGNING_SECRET, env.DISCORD_TOKEN]
  return {
    chats: env.CHATS.length > 0 ? env.CHATS : fallback,
    required: env.CHATS,
    ...(slack ? { slack } : {}),
    ...(discord ? { discord } : {}),
    slackCommand: env.SLACK_COMMAND,
    locale: env.LOCALE,
    organisers: env.ORGANISERS,
    knowledge: env.KNOWLEDGE_DIR ?? SHIPPED_NOTES,
    reading: {
      ...(env.KNOWLEDGE_LINKS === undefined ? {} : { links: env.KNOWLEDGE_LINKS }),
      kept: join(env.DATA_DIR, 'attachments'),
      parsed: { folder: join(env.DATA_DIR, 'parsed'), write: false },
    },
    store: env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : { directory: env.DATA_DIR },
    tips: {
      channels: parseTipChannels(env.TIP_CHANNELS).channels,
      catchUpHours: env.TIP_CATCH_UP_HOURS,
      zone: env.TIP_ZONE,
    },
    questions: {
      keep: env.QUESTIONS === 'on',
      keepDays: env.QUESTIONS_KEEP_DAYS,
      log: env.LOG_QUESTIONS === 'on',
    },
    ...(env.OPERATIONS_PORT === undefined
      ? {}
      : { operations: { port: env.OPERATIONS_PORT, host: env.OPERATIONS_HOST } }),
    logLevel: env.LOG_LEVEL,
    secrets: [...secrets, env.DATABASE_URL && passwordIn(env.DATABASE_URL)].flatMap((text) => text || []),
  }
}

function slackOf(env: Environment): SlackConfig | undefined {
  const mode = env.SLACK_APP_TOKEN
    ? ({ kind: 'socket', appToken: env.SLACK_APP_TOKEN } as const)
    : env.SLACK_SIGNING_SECRET
      ? ({ kind: 'http', signingSecret: env.SLACK_SIGNING_SECRET, port: env.PORT } as const)
      : undefined
  if (!env.SLACK_BOT_TOKEN || !mode) return undefined
  return {
    botToken: env.SLACK_BOT_TOKEN,
    mode,
    ...(env.SLACK_API_URL ? { apiUrl: env.SLACK_API_URL } : {}),
    command: env.SLACK_COMMAND,
    locale: env.LOCALE,
    organisers: env.ORGANISERS,
  }
}

function discordOf(env: Environment): DiscordConfig | undefined {
  if (!env.DISCORD_TOKEN) return undefined
  return {
    token: env.DISCORD_TOKEN,
    ...(env.DISCORD_API_URL ? { apiUrl: env.DISCORD_API_URL } : {}),
    ...(env.DISCORD_GUILD_ID ? { guildId: env.DISCORD_GUILD_ID } : {}),
    command: env.DISCORD_COMMAND,
    organisers: env.ORGANISERS,
  }
}
