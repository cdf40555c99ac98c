import { Registry } from 'prom-client'
import { afterEach, describe, expect, it } from 'vitest'
import type { Chat, Health } from '../../src/chat/chat.js'
import type { Listening } from '../../src/operations/listen.js'
import { createMetrics } from '../../src/operations/metrics.js'
import { type ReadinessDeps, readiness } from '../../src/operations/readiness.js'
import { startOperationsServer } from '../../src/operations/server.js'
import { StoreError } from '../../src/store/store.js'

const now = Date.UTC(2026, 10, 1)
const current = { sessions: 3, loadedAt: now, behindSeconds: 0, unusable: [] }
const fine = {
  library: () => current,
  chats: [],
  ping: async () => {},
  now: () => now,
}

const servers: Listening[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(parts: Partial<ReadinessDeps> = {}, registry = new Registry()): Promise<string> {
  const server = await startOperationsServer({
    host: '127.0.0.1',
    port: 0,
    registry,
    readiness: (exclude) => readiness({ ...fine, ...parts }, exclude),
  })
  servers.push(server)
  return `http://127.0.0.1:${server.port}`
}

function chat(name: 'slack' | 'discord', health: Health): Chat {
  return { name, start: async () => {}, stop: async () => {}, health: () => health }
}

async function ready(url: string): Promise<[number, unknown]> {
  const response = await fetch(url)
  return [response.status, await response.json()]
}

describe('the operations server', () => {
  it('says that the process lives', async () => {
    expect(await ready(`${await serve()}/healthz`)).toEqual([200, { status: 'ok' }])
  })

  it('is ready when library, chats and store are', async () => {
    const slack = chat('slack', { connected: true, seenAt: now - 30_000 })
    expect(await ready(`${await serve({ chats: [slack] })}/readyz`)).toEqual([
      200,
      {
        ready: true,
        reasons: [],
        warnings: [],
        checks: [
          { name: 'library', ready: true, reason: '' },
          { name: 'chat:slack', ready: true, reason: '' },
          { name: 'store', ready: true, reason: '' },
        ],
      },
    ])
  })

  it('names a chat that is away, one that is silent, and a store that fails', async () => {
    const url = await serve({
      chats: [
        chat('slack', { connected: false, seenAt: now }),
        chat('discord', { connected: true, seenAt: now - 600_000 }),
      ],
      ping: async () => Promise.reject(new StoreError('disk full')),
    })
    const [status, report] = await ready(`${url}/readyz`)
    expect(status).toBe(503)
    expect(report).toMatchObject({
      ready: false,
      reasons: [
        'chat:slack: not connected',
        'chat:discord: nothing heard from the platform for 600 s',
        'store: disk full',
      ],
    })
  })

  it('lets a prober leave the store out, which answers do not need', async () => {
    const url = await serve({ ping: async () => Promise.reject(new StoreError('disk full')) })
    expect(await ready(`${url}/readyz?exclude=store`)).toEqual([
      200,
      expect.objectContaining({ ready: true, reasons: [], warnings: ['store: disk full'] }),
    ])
  })

  it('stays ready with the notes that can be used, and says which cannot', async () => {
    const problem = 'knowledge:1: there is no such file or folder. Correct the path'
    const unusable = [{ file: '2019.md', line: 1, level: 'error' as const, message: 'is no regular file' }]
    const url = await serve({ library: () => ({ ...current, problem, unusable }) })
    const [status, report] = await ready(`${url}/readyz`)
    expect(status).toBe(200)
    expect(report).toMatchObject({
      warnings: [
        `library: the notes cannot be read, older ones are in use: ${problem}. 1 file(s) cannot be used: 2019.md:1: is no regular file`,
      ],
    })
  })

  it('serves the figures', async () => {
    const metrics = createMetrics()
    const response = await fetch(`${await serve({}, metrics.registry)}/metrics`)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(await response.text()).toContain('\nprocess_cpu_seconds_total ')
  })

  it('refuses other paths and methods', async () => {
    const url = await serve()
    expect((await fetch(`${url}/admin`)).status).toBe(404)
    expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(405)
  })

  it('names the variable when its port is taken', async () => {
    const port = Number(new URL(await serve()).port)
    const options = {
      host: '127.0.0.1',
      port,
      registry: new Registry(),
      readiness: async () => readiness(fine),
    }
    await expect(startOperationsServer(options)).rejects.toThrow(
      `OPERATIONS_PORT=${port} cannot be used on OPERATIONS_HOST=127.0.0.1: listen EADDRINUSE`,
    )
  })
})
