import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config/config.js'

const mistakesOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

describe('readConfig', () => {
  it('makes a console chat of an empty environment', () => {
    const { chats, required, locale, organisers, store, tips, questions, logLevel } = readConfig({})
    expect({ chats, required, locale, organisers, store, tips, questions, logLevel }).toEqual({
      chats: ['console'],
      required: [],
      locale: 'ko',
      organisers: [],
      store: { directory: './data' },
      tips: { channels: [], catchUpHours: 6, zone: 'Asia/Seoul' },
      questions: { keep: true, keepDays: 90, log: false },
      logLevel: 'info',
    })
  })

  it('runs every chat that has a token', () => {
    const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DISCORD_TOKEN: 'd' })
    expect([config.chats, config.required]).toEqual([['slack', 'discord'], []])
  })

  it('takes an app-level token for Socket Mode and a signing secret for HTTP mode', () => {
    const slack = (more: Record<string, string>) =>
      readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', ...more }).slack?.mode
    expect(slack({ SLACK_APP_TOKEN: 'xapp-1' })).toEqual({ kind: 'socket', appToken: 'xapp-1' })
    expect(slack({ SLACK_SIGNING_SECRET: 's', PORT: '8080' })).toEqual({
      kind: 'http',
      signingSecret: 's',
      port: 8080,
    })
  })

  it('runs exactly the chats that CHATS names, and requires them', () => {
    const config = readConfig({
      CHATS: 'discord',
      DISCORD_TOKEN: 'd',
      SLACK_BOT_TOKEN: 'x',
      SLACK_APP_TOKEN: 'y',
    })
    expect([config.chats, config.required]).toEqual([['discord'], ['discord']])
  })

  it('names every mistake at once, with the way out', () => {
    const env = {
      LOCALE: 'fr',
      PORT: 'abc',
      TIP_ZONE: 'Mars/Base',
      DISCORD_COMMAND: '/DevOps',
      SLACK_APP_TOKEN: 'xoxb-1',
    }
    expect(mistakesOf(env).split('\n')).toEqual([
      'LOCALE is "ko" or "en"',
      'SLACK_APP_TOKEN holds a token of another kind: copy the one that begins with xapp- from your Slack app, "Basic Information", "App-Level Tokens"',
      'PORT takes a whole number',
      'DISCORD_COMMAND is a lower-case word, such as devops',
      'TIP_ZONE is an IANA time zone such as Asia/Seoul',
      'SLACK_BOT_TOKEN is missing: copy the one that begins with xoxb- from your Slack app, "OAuth & Permissions"',
    ])
  })

  it('names what is missing beside a bot token', () => {
    expect(mistakesOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toBe(
      'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode) is missing beside SLACK_BOT_TOKEN',
    )
  })

  it.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DISCORD_TOKEN'])(
    'names %s when it could not stand in a request',
    (name) => {
      const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DISCORD_TOKEN: 'a.b.c' }
      for (const slip of ['xapp\n1', 'x y', '토큰', 'x\u200b', 'x\u0000']) {
        expect(() => readConfig({ ...env, [name]: slip })).toThrow(
          `${name} has a space, a line break or a letter that no token has: copy it once more, whole and alone`,
        )
      }
      expect(() => readConfig({ ...env, [name]: ' 1 ' })).not.toThrow()
    },
  )

  it('takes a Discord token with the word that stands before it in requests', () => {
    expect(readConfig({ DISCORD_TOKEN: 'Bot a.b.c' }).discord?.token).toBe('Bot a.b.c')
  })

  it('is no console chat in production', () => {
    expect(mistakesOf({ NODE_ENV: 'production' })).toContain('SLACK_BOT_TOKEN')
    expect(mistakesOf({ NODE_ENV: 'production' })).toContain('DISCORD_TOKEN')
    expect(mistakesOf({ NODE_ENV: 'production', CHATS: 'console' })).toBe('')
  })

  const discord = { DISCORD_TOKEN: 'd' }
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }

  it('names people and channels of a chat that is not set up', () => {
    expect(mistakesOf({ ...discord, TIP_CHANNELS: 'slack:C1,slack:C2,discord:3', ORGANISERS: 'U1' })).toBe(
      'TIP_CHANNELS names channels of Slack, but SLACK_BOT_TOKEN is missing\n' +
        'ORGANISERS: "U1" is an id of Slack, but SLACK_BOT_TOKEN is missing',
    )
    expect(mistakesOf({ ...slack, TIP_CHANNELS: 'discord:3' })).toBe(
      'TIP_CHANNELS names channels of Discord, but DISCORD_TOKEN is missing',
    )
    expect(mistakesOf({ ...slack, ...discord, TIP_CHANNELS: 'slack:C1,discord:3', ORGANISERS: 'U1' })).toBe(
      '',
    )
    expect(mistakesOf({ TIP_CHANNELS: 'slack:C1', ORGANISERS: 'U1' })).toBe('')
  })

  it('names organisers who are no ids, with where to copy one', () => {
    expect(mistakesOf({ ...slack, ORGANISERS: '@alice, U0123' })).toBe(
      'ORGANISERS: "@alice" is nobody\'s id: a Slack member id looks like U0123456789; choose "Copy member ID" in ' +
        'the person\'s profile; a Discord user id has digits only; turn on Developer Mode and choose "Copy User ID"',
    )
  })

  it('counts every token and the database password among the secrets', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_SIGNING_SECRET: 'sign',
      DISCORD_TOKEN: 'disc',
      DATABASE_URL: 'postgres://bot:p%40ss@db/bot',
    })
    expect(config.secrets).toEqual(['xoxb-1', 'xapp-1', 'sign', 'disc', 'p@ss'])
  })

  it('keeps the operations port shut unless it is set', () => {
    expect(readConfig({}).operations).toBeUndefined()
    expect(readConfig({ OPERATIONS_PORT: '9090' }).operations).toEqual({ port: 9090, host: '127.0.0.1' })
  })
})
