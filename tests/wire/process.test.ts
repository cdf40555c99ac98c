import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { neededScopes } from '../../src/chat/slack/manifest.js'
import { builtMain } from '../built.js'
import { FakeDiscord } from './discord/fake-discord.js'
import { words } from './discord/running.js'
import { token } from './discord/world.js'
import { type FakeSlack, startFakeSlack } from './slack/fake-slack.js'
import { People } from './slack/people.js'

let slack: FakeSlack
let discord: FakeDiscord
let data = ''

beforeEach(async () => {
  slack = await startFakeSlack(neededScopes)
  discord = await FakeDiscord.start()
  data = mkdtempSync(join(tmpdir(), 'meetup-bot-process-'))
})
afterEach(async () => {
  await Promise.all([slack.stop(), discord.stop()])
  rmSync(data, { recursive: true, force: true })
})

/** How long a start of both chats takes on this machine, once a test has waited for one; milliseconds. */
let startMilliseconds: number | undefined

/** A process whose two chats are ready. */
async function startReady() {
  const began = performance.now()
  const started = startProcess()
  await started.said('"Ready"', 2)
  startMilliseconds ??= performance.now() - began
  return started
}

/** `node main.js` with both chats set up, but for what a test changes. */
function startProcess(change: Record<string, string> = {}) {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: data,
    SLACK_BOT_TOKEN: 'xoxb-right',
    SLACK_APP_TOKEN: 'xapp-right',
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: token,
    DISCORD_API_URL: discord.apiUrl,
    ...change,
  }
  const child = spawn(process.execPath, [builtMain], { env, cwd: data })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, ...listenTo(child) }
}

function listenTo(child: ChildProcess) {
  let text = ''
  const waiting = new Set<() => void>()
  child.stderr?.on('data', (chunk) => {
    text += chunk
    for (const look of waiting) look()
  })
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  /** Resolves when the log has said this so many times. */
  const said = (words: string, times = 1) =>
    new Promise<void>((resolve) => {
      const look = () => text.split(words).length > times && resolve()
      waiting.add(look)
      look()
    })
  return { code, said, log: () => text }
}

describe('a process with both chats', () => {
  it('answers in both, also when nobody reads its log any more, and ends with 0 on SIGTERM', async () => {
    const { child, code, log } = await startReady()
    const people = new People(slack, (kind, payload) => slack.sockets.deliver(kind, payload))
    await people.command('session 모니터링')
    const { original } = await discord.slash('session', { query: '모니터링' })
    expect(slack.board.messages.at(-1)?.text).toContain('Prometheus + Grafana')
    expect(words(original)).toContain('Grafana')
    expect([log().includes('xoxb-right'), log().includes(token)]).toEqual([false, false])
    child.stderr?.destroy()
    slack.sockets.refresh()
    await slack.board.until(() => slack.sockets.count === 2)
    const { original: unlogged } = await discord.slash('session', { query: '모니터링' })
    expect(words(unlogged)).toContain('Grafana')
    child.kill('SIGTERM')
    expect(await code).toBe(0)
  })

  it('goes on in one when the other’s token is wrong, and names the variable', async () => {
    const { child, said, code, log } = startProcess({ SLACK_BOT_TOKEN: 'xoxb-wrong' })
    await said('"Ready"')
    await said('SLACK_BOT_TOKEN')
    const { original } = await discord.slash('session', { query: '모니터링' })
    expect(words(original)).toContain('Grafana')
    child.kill('SIGTERM')
    expect([await code, log().includes('xoxb-wrong')]).toEqual([0, false])
  })

  it('ends with 1 when a chat that CHATS names cannot start', async () => {
    const { code, log } = startProcess({ DISCORD_TOKEN: `${token}x`, CHATS: 'slack,discord' })
    expect(await code).toBe(1)
    expect(log()).toContain('DISCORD_TOKEN')
  })

  it('ends with 1 when no chat is left', async () => {
    const { code, log } = startProcess({ DISCORD_TOKEN: `${token}x`, SLACK_APP_TOKEN: 'xapp-wrong' })
    expect(await code).toBe(1)
    expect(log()).toContain('DISCORD_TOKEN')
    expect(log()).toContain('SLACK_APP_TOKEN')
  })
})

describe('SIGTERM while the process starts', () => {
  const wholeStart = async (): Promise<number> => {
    if (startMilliseconds === undefined) await startReady()
    return startMilliseconds ?? 0
  }

  it.each([
    ['both platforms answer', false, [0.5, 0.9]],
    // Until then it asks neither.
    ['neither platform says anything', true, [0.9]],
  ])(
    'ends it within 2 s, at any moment, when %s',
    async (_what, isSilent, shares) => {
      const silent = createServer()
      await once(silent.listen(0, '127.0.0.1'), 'listening')
      onTestFinished(() => void silent.close())
      const address = silent.address()
      const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/`
      const start = await wholeStart()
      const longest = await Promise.all(
        shares.map(async (share) => {
          const { child, code } = startProcess(isSilent ? { SLACK_API_URL: url, DISCORD_API_URL: url } : {})
          await sleep(start * share)
          const told = performance.now()
          child.kill('SIGTERM')
          await code
          return performance.now() - told
        }),
      )
      // A machine that is slow to start it is as slow to stop it.
      expect(Math.max(...longest)).toBeLessThan(2000 + 2 * start)
    },
    120_000,
  )

  it('ends it while many notes are being read', async () => {
    const folder = join(data, 'notes')
    mkdirSync(folder)
    const talks = Array.from(
      { length: 200 },
      (_, number) => `## Talk ${number}\n- speaker: A. Nobody\n- about ${number}\n`,
    )
    for (let post = 0; post < 200; post += 1) {
      writeFileSync(join(folder, `${post}.md`), `# Meetup ${post}\n${talks.join('')}`)
    }
    // As long as a start with few notes takes: everything else is there by then.
    const start = await wholeStart()
    const { child, said, code, log } = startProcess({ KNOWLEDGE_DIR: folder })
    await sleep(start)
    child.kill('SIGTERM')
    await Promise.race([said('Stopping'), code])
    const told = performance.now()
    expect(await code).toBe(0)
    expect(performance.now() - told).toBeLessThan(2000)
    expect(log()).not.toContain('"Ready"')
  }, 60_000)
})
