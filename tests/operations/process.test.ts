import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { builtMain } from '../built.js'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** The real process as a console chat, with its operations port and a copy of the shipped notes. */
async function startProcess() {
  const folder = await mkdtemp(join(tmpdir(), 'operations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const notes = join(folder, 'notes')
  await cp(join(import.meta.dirname, '..', '..', 'knowledge'), notes, { recursive: true })
  const port = await freePort()
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: folder,
    KNOWLEDGE_DIR: notes,
    OPERATIONS_PORT: `${port}`,
    LOG_LEVEL: 'info',
  }
  const child = spawn(process.execPath, [builtMain], { env, cwd: folder })
  onTestFinished(() => void child.kill('SIGKILL'))
  const log: string[] = []
  child.stderr.on('data', (chunk) => log.push(String(chunk)))
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
    return { status: response?.status ?? 0, text: (await response?.text()) ?? '' }
  }
  return { child, notes, get, log }
}

const patience = { timeout: 20_000, interval: 100 }

describe('the process', () => {
  it('tells its health and figures, follows its notes, and stops on SIGTERM', async () => {
    const { child, notes, get, log } = await startProcess()
    await expect.poll(async () => (await get('/readyz')).status, patience).toBe(200)
    expect(await get('/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' })

    child.stdin.write('모니터링\n')
    const asked = 'meetup_bot_questions_total{chat="console",command="session",outcome="answered"} 1\n'
    await expect.poll(async () => (await get('/metrics')).text, patience).toContain(asked)
    expect(log.join('')).toMatch(
      /"question":"[\w-]{12}","chat":"console","command":"session","outcome":"answered"/,
    )
    expect(log.join('')).not.toContain('모니터링')

    await symlink('/dev/zero', join(notes, '2020-zero.md'))
    const unusable = 'meetup_bot_notes_unusable_files 1\n'
    await expect.poll(async () => (await get('/metrics')).text, patience).toContain(unusable)
    const { status, text } = await get('/readyz')
    expect([status, JSON.parse(text).warnings]).toEqual([
      200,
      [expect.stringContaining('2020-zero.md:1: is a ')],
    ])
    await rm(join(notes, '2020-zero.md'))
    await expect
      .poll(async () => (await get('/metrics')).text, patience)
      .toContain('meetup_bot_notes_unusable_files 0\n')

    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  }, 120_000)
})
