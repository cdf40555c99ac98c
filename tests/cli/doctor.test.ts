import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { neededScopes } from '../../src/chat/slack/manifest.js'
import { subcommands } from '../../src/cli/subcommands.js'
import { SHIPPED_NOTES } from '../../src/knowledge/shipped-notes.js'
import { examineReach } from '../../src/operations/examine.js'
import { startFakeSlack } from '../wire/slack/fake-slack.js'

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'meetup-bot-doctor-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

/** Little to read. */
const notes = mkdtempSync(join(tmpdir(), 'meetup-bot-doctor-notes-'))
writeFileSync(join(notes, '2019-meetup.md'), '# Meetup 2019\n\n## Tracing\n- speaker: Jane Doe\n- a line\n')
writeFileSync(join(notes, 'glossary.yml'), '- [추적, tracing]\n')
afterAll(() => rmSync(notes, { recursive: true, force: true }))

/** `npm run doctor` in that environment: its exit code and lines. */
async function doctor(env: Record<string, string> = {}, ...words: readonly string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const surroundings = { stdin, stdout, stderr, events: new EventEmitter(), exit: () => {} }
  const around = { env: { DATA_DIR: data, KNOWLEDGE_DIR: notes, ...env }, ...surroundings }
  const code = await subcommands.get('doctor')?.(words, around)
  const out = String(stdout.read())
  return { code, out, lines: out.trimEnd().split('\n') }
}

async function slackEnv(scopes: readonly string[] = neededScopes) {
  const slack = await startFakeSlack(scopes)
  onTestFinished(() => slack.stop())
  return { SLACK_BOT_TOKEN: 'xoxb-right', SLACK_APP_TOKEN: 'xapp-right', SLACK_API_URL: slack.apiUrl }
}

const { ViewChannel, SendMessages, EmbedLinks, ReadMessageHistory, Administrator } = PermissionFlagsBits
const enough = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory
const bot = '100000000000000001'
const guild = '200000000000000001'
const role = '400000000000000001'
const channel = '300000000000000001'

/** A Discord that knows one server with one channel. */
async function discordEnv(facts: { everyone?: bigint; mine?: bigint; overwrites?: readonly object[] } = {}) {
  const { everyone = enough, mine = 0n, overwrites = [] } = facts
  const answers: Record<string, unknown> = {
    '/applications/@me': { id: bot, name: 'devops' },
    '/gateway/bot': { shards: 1, session_start_limit: { total: 1000, remaining: 990 } },
    '/users/@me': { id: bot },
    '/users/@me/guilds': [{ id: guild, name: 'KOREA DevOps' }],
    [`/channels/${channel}`]: { guild_id: guild, permission_overwrites: overwrites },
    [`/guilds/${guild}/roles`]: [
      { id: guild, permissions: String(everyone) },
      { id: role, permissions: String(mine) },
    ],
    [`/guilds/${guild}/members/${bot}`]: { roles: [role], user: { id: bot } },
  }
  const server = createServer((request, response) => {
    const known = answers[request.url?.replace('/api/v10', '') ?? '']
    const right = request.headers.authorization === 'Bot right-token'
    response.writeHead(!right ? 401 : known ? 200 : 404, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(right ? (known ?? { code: 10003, message: 'Unknown' }) : { code: 0, message: '401' }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { DISCORD_TOKEN: 'right-token', DISCORD_API_URL: `http://127.0.0.1:${port}/api` }
}

const overwrite = (id: string, allow: bigint, deny: bigint) => ({
  id,
  allow: String(allow),
  deny: String(deny),
})

describe('the doctor', () => {
  it('finds nothing wrong where nothing is, and exits 0', async () => {
    const settings = { KNOWLEDGE_DIR: SHIPPED_NOTES, TIP_CHANNELS: `slack:C1,discord:${channel}` }
    const { code, lines } = await doctor({ ...(await slackEnv()), ...(await discordEnv()), ...settings })
    expect(code).toBe(0)
    expect(lines.filter((line) => !line.startsWith('ok'))).toEqual(['0 error(s), 0 warning(s)'])
    expect(lines.slice(0, -1).map((line) => line.slice(9).split(':')[0])).toEqual([
      'Environment',
      'Notes',
      'Store',
      'Time zone',
      'Slack address',
      'Clock',
      'Slack bot token',
      'Slack scopes',
      'Slack app token',
      'Slack tips in C1',
      'Discord address',
      'Clock',
      'Discord token',
      'Discord gateway',
      'Discord servers',
      `Discord tips in ${channel}`,
    ])
  })

  it('is one line of JSON for other programs', async () => {
    const { out } = await doctor({ SLACK_TOKEN: 'x', TIP_ZONE: 'Asia/Seoul' }, '--json')
    const report = JSON.parse(out)
    expect(report).toMatchObject({ ok: true, errors: 0, warnings: 1 })
    expect(report.findings[1]).toEqual({
      about: 'Environment',
      status: 'warning',
      message: 'SLACK_TOKEN is not read by the bot: see .env.example for the names',
    })
  })

  it('names every mistake in the environment and in the notes, and exits 1', async () => {
    writeFileSync(join(data, '2019-meetup.md'), Buffer.from([0, 159, 146, 150]))
    const { code, lines } = await doctor({ LOCALE: 'fr', QUESTIONS: 'maybe', KNOWLEDGE_DIR: data })
    expect(code).toBe(1)
    expect(lines.slice(0, 2)).toEqual([
      'error    Environment: LOCALE is "ko" or "en"',
      'error    Environment: QUESTIONS is "on" or "off"',
    ])
    expect(lines[2]).toContain(`error    Notes: ${join(data, '2019-meetup.md')}:`)
  })

  it('tells wrong tokens, and prints none of them', async () => {
    const slack = {
      ...(await slackEnv()),
      SLACK_BOT_TOKEN: 'xoxb-wrong-0123456789',
      SLACK_APP_TOKEN: 'xapp-wrong-0123456789',
    }
    const { code, out } = await doctor({ ...slack, ...(await discordEnv()), DISCORD_TOKEN: 'wrong-token' })
    expect(code).toBe(1)
    expect(out).toContain(
      'error    Slack bot token: SLACK_BOT_TOKEN: Slack does not accept this token (invalid_auth)',
    )
    expect(out).toContain('error    Slack app token: SLACK_APP_TOKEN: Slack does not open Socket Mode')
    expect(out).toContain('error    Discord token: DISCORD_TOKEN: Discord does not accept this token')
    expect(out).not.toMatch(/wrong-/)
  })

  it('names the scopes that the installation lacks', async () => {
    const scopes = neededScopes.filter((scope) => scope !== 'commands')
    const { out } = await doctor(await slackEnv(scopes))
    expect(out).toContain('error    Slack scopes: SLACK_BOT_TOKEN: the token lacks the scope commands.')
  })

  it('names a channel in which tips cannot be posted', async () => {
    const { out } = await doctor({ ...(await slackEnv()), TIP_CHANNELS: 'slack:C404' })
    expect(out).toContain(
      'error    Slack tips in C404: tips cannot be posted (channel_not_found): say "tips off"',
    )
  })

  it('says that a platform cannot be reached', async () => {
    const dead = 'http://127.0.0.1:9/api/'
    const { code, out } = await doctor({ DISCORD_TOKEN: 'right-token', DISCORD_API_URL: dead })
    expect(code).toBe(1)
    expect(out).toContain('error    Discord address: 127.0.0.1:9 cannot be reached')
    expect(out).toContain('error    Discord token: Discord does not answer')
  })

  it.each([
    ['a server role denies it', { everyone: enough & ~EmbedLinks }, 'Embed Links'],
    [
      'the channel denies it to everybody',
      { overwrites: [overwrite(guild, 0n, SendMessages)] },
      'Send Messages',
    ],
    [
      'the channel allows it to our role',
      { everyone: 0n, overwrites: [overwrite(role, enough, 0n)] },
      undefined,
    ],
    [
      'the channel denies it to the bot itself',
      { overwrites: [overwrite(role, ReadMessageHistory, 0n), overwrite(bot, 0n, ReadMessageHistory)] },
      'Read Message History',
    ],
    [
      'an administrator is denied nothing',
      { mine: Administrator, overwrites: [overwrite(guild, 0n, enough)] },
      undefined,
    ],
  ])('works out what the bot may do in a Discord channel: %s', async (_name, facts, missing) => {
    const { lines } = await doctor({ ...(await discordEnv(facts)), TIP_CHANNELS: `discord:${channel}` })
    expect(lines.find((line) => line.includes('Discord tips in'))?.slice(9)).toBe(
      missing === undefined
        ? `Discord tips in ${channel}: tips can be posted`
        : `Discord tips in ${channel}: the bot lacks: ${missing}. Grant it in the channel's settings > Permissions`,
    )
  })

  it('names a server that the bot is not in, with the link that invites it', async () => {
    const { out } = await doctor({ ...(await discordEnv()), DISCORD_GUILD_ID: '900000000000000001' })
    expect(out).toContain(
      'the bot is not in server 900000000000000001 of DISCORD_GUILD_ID: invite it with https://',
    )
  })

  it('compares the clock with that of the platform', async () => {
    const { SLACK_API_URL } = await slackEnv()
    const [, clock] = await examineReach('Slack', SLACK_API_URL, () => Date.now() + 3_600_000)
    expect(clock).toMatchObject({ about: 'Clock', status: 'error' })
    expect(clock?.message).toMatch(/^is 3(600|599|601) s off from that of 127\.0\.0\.1/)
  })
})
