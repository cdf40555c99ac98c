import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { stopInOrder } from '../../src/operations/shutdown.js'
import { builtParts } from '../built.js'
import { lineCollector } from './lines.js'

/** A process that stops as `body` says: it knows `finish`, which closes its store and exits. */
async function startProcess(body: string) {
  const program = `
    import { stopInOrder, watchProcess } from ${JSON.stringify(join(builtParts, 'operations/shutdown.js'))}
    import { createLog } from ${JSON.stringify(join(builtParts, 'operations/log.js'))}
    const log = createLog({ level: 'info', pretty: false, secrets: [] })
    const alive = setInterval(() => {}, 1000)
    const finish = async (code) => {
      await stopInOrder([
        { name: 'questions in flight', stop: inFlight, seconds: 10 },
        { name: 'store', stop: async () => console.log('store closed'), seconds: 2 },
      ], log)
      process.exitCode = code
      clearInterval(alive)
    }
    let inFlight = async () => {}
    watchProcess(process, { end: (code) => void finish(code), exit: process.exit, log })
    ${body}
    console.log('started')
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const errors: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => output.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  await once(lines, 'line')
  return { child, output, errors, lines }
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'close')
  return code
}

describe('a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes what is in flight on %s, closes the store, exits 0',
    async (signal) => {
      const { child, output } = await startProcess(`
      inFlight = () => new Promise((done) => setTimeout(() => { console.log('answer sent'); done() }, 50))
    `)
      child.kill(signal)
      expect(await exitOf(child)).toBe(0)
      expect(output).toEqual(['started', 'answer sent', 'store closed'])
    },
  )

  it('exits at once on a second signal', async () => {
    const { child, output, lines } = await startProcess(`
      inFlight = () => { console.log('waiting'); return new Promise(() => {}) }
    `)
    child.kill('SIGTERM')
    await once(lines, 'line')
    child.kill('SIGTERM')
    expect(await exitOf(child)).toBe(143)
    expect(output).toEqual(['started', 'waiting'])
  })

  it.each([
    ['exception', `setTimeout(() => { throw new Error('xoxb-1234567890-abc is broken') }, 20)`],
    ['rejection', `setTimeout(() => { Promise.reject(new Error('xoxb-1234567890-abc is broken')) }, 20)`],
  ])('logs an unhandled %s without its secrets, cleans up and exits 1', async (_kind, body) => {
    const { child, output, errors } = await startProcess(body)
    expect(await exitOf(child)).toBe(1)
    expect(output).toEqual(['started', 'store closed'])
    expect(errors).toHaveLength(1)
    expect(JSON.parse(errors.join(''))).toMatchObject({
      level: 'fatal',
      err: { type: 'Error', message: '[redacted] is broken' },
      msg: 'An error that nobody caught; stopping',
    })
  })
})

describe('stopping in order', () => {
  it('goes on after what fails and what hangs, and says both', async () => {
    const stream = lineCollector()
    const stopped: string[] = []
    const clean = await stopInOrder(
      [
        { name: 'chats', stop: () => new Promise(() => {}), seconds: 0.01 },
        { name: 'recorder', stop: async () => Promise.reject(new Error('no')), seconds: 1 },
        { name: 'store', stop: async () => stopped.push('store'), seconds: 1 },
      ],
      pino({}, stream),
    )
    expect(clean).toBe(false)
    expect(stopped).toEqual(['store'])
    expect(stream.entries().map(({ step, msg }) => [step, msg])).toEqual([
      ['chats', 'Could not stop cleanly'],
      ['recorder', 'Could not stop cleanly'],
    ])
  })
})
