import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { subcommands } from '../../src/cli/subcommands.js'

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'meetup-bot-data-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

/** Runs a subcommand as `main.ts` does: what it printed, or how it failed. */
async function run(name: string, words: readonly string[], env: Record<string, string> = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const around = {
    env: { DATA_DIR: data, ...env },
    stdin,
    stdout,
    stderr,
    events: new EventEmitter(),
    exit: () => {},
  }
  const code = await subcommands.get(name)?.(words, around)
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') }
}

describe('ask', () => {
  it('answers words and exits 0', async () => {
    const { code, out } = await run('ask', ['쿠버', '네티스'])
    expect([code, out.includes('Kubernetes')]).toEqual([0, true])
  })

  it.each([[[]], [['--locale', 'fr', 'x']], [['--unknown', 'x']]])(
    'shows its usage for %j',
    async (words) => {
      await expect(run('ask', words)).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringContaining('npm run --silent ask --'),
      })
    },
  )

  it('prints nothing for a folder that is not there, and names it', async () => {
    await expect(run('ask', ['--knowledge', join(data, 'none'), 'x'])).rejects.toMatchObject({
      name: 'NotesError',
      message: expect.stringContaining(join(data, 'none')),
    })
  })

  it('is not kept from answering by a chat’s missing token', async () => {
    expect(await run('ask', ['k8s'], { NODE_ENV: 'production', SLACK_BOT_TOKEN: 'xoxb-1' })).toMatchObject({
      code: 0,
    })
  })
})

describe('tips', () => {
  it('rehearses any channel for some days, a line a day', async () => {
    const { code, out } = await run('tips', [
      '--from',
      '2026-12-01',
      '--days',
      '30',
      '--channel',
      'slack:C0ABC',
    ])
    const lines = out.trimEnd().split('\n')
    expect([code, lines.length]).toEqual([0, 30])
    expect(lines[0]).toMatch(/^2026-12-01 09:00 Asia\/Seoul {2}slack:C0ABC {2}\S/u)
  })

  it('says how to subscribe when nobody has', async () => {
    expect(await run('tips', ['--from', '2026-12-01'])).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('TIP_CHANNELS'),
    })
  })

  it.each([['2026-02-30'], ['tomorrow']])('refuses the date %s', async (date) => {
    await expect(run('tips', ['--from', date])).rejects.toThrow('--from takes a date.')
  })
})

describe('manifest:slack', () => {
  it('prints a link that makes the app, with everything but the long description', async () => {
    const { out } = await run('manifest:slack', ['--link'], { SLACK_COMMAND: '/talks' })
    const link = new URL(out.trim())
    expect(link.origin + link.pathname).toBe('https://api.slack.com/apps')
    expect(link.searchParams.get('new_app')).toBe('1')
    const { out: printed } = await run('manifest:slack', [], { SLACK_COMMAND: '/talks' })
    const manifest = JSON.parse(printed)
    delete manifest.display_information.long_description
    expect(JSON.parse(link.searchParams.get('manifest_yaml') ?? '')).toEqual(manifest)
  })

  it('prints the form of HTTP mode for a request URL, with the command’s own name', async () => {
    const { out } = await run('manifest:slack', ['--request-url', 'https://bot.example'], {
      SLACK_COMMAND: '/talks',
    })
    const { features, settings } = JSON.parse(out)
    expect(settings.socket_mode_enabled).toBe(false)
    expect(settings.event_subscriptions.request_url).toBe('https://bot.example/slack/events')
    expect(features.slash_commands[0]).toMatchObject({
      command: '/talks',
      url: 'https://bot.example/slack/events',
    })
  })
})

describe('invite:discord', () => {
  it('names the token it needs', async () => {
    await expect(run('invite:discord', [])).rejects.toThrow('DISCORD_TOKEN')
  })
})
