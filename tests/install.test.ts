import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtMain } from './built.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const house = mkdtempSync(join(tmpdir(), 'meetup-bot-install-'))

/** The environment of a fresh shell: no token, no setting. */
const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const main = (...words: string[]) =>
  run(process.execPath, [join('dist', 'main.js'), ...words], { cwd: house, env })

/**
 * The libraries that a production install has: installed anew where the lock file has changed. A test copies them, since
 * from a folder below ours they would find our own libraries, too.
 */
async function installed(): Promise<string> {
  const files = ['package.json', 'package-lock.json']
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const place = join(root, 'dist', 'test', 'installed', hash.digest('hex').slice(0, 16))
  if (existsSync(place)) return place
  rmSync(dirname(place), { recursive: true, force: true })
  const unfinished = `${place}-unfinished`
  mkdirSync(unfinished, { recursive: true })
  for (const file of files) cpSync(join(root, file), join(unfinished, file))
  await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: unfinished,
    env,
  })
  renameSync(unfinished, place)
  return place
}

beforeAll(async () => {
  cpSync(dirname(builtMain), join(house, 'dist'), { recursive: true })
  cpSync(join(root, 'knowledge'), join(house, 'knowledge'), { recursive: true })
  cpSync(await installed(), house, { recursive: true, verbatimSymlinks: true })
  cpSync(join(root, 'package.json'), join(house, 'package.json'))
}, 180_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('a production install', () => {
  it('answers a question', async () => {
    const { stdout, stderr } = await main('ask', '--json', '오픈센서스')
    const { outcome, sessions } = JSON.parse(stdout)
    expect([outcome, sessions[0].speakers, stderr]).toEqual(['answered', ['김진웅'], ''])
  })

  it('runs as a console chat when no token is set, and ends with its input', async () => {
    const child = execFile(process.execPath, [join('dist', 'main.js')], { cwd: house, env })
    const output = { out: '', err: '' }
    child.stdout?.on('data', (text) => {
      output.out += text
    })
    child.stderr?.on('data', (text) => {
      output.err += text
    })
    child.stdin?.end('/devops session monitoring\n')
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code).toBe(0)
    expect(output.out).toContain('Prometheus + Grafana')
    expect(output.err).toContain('No chat token is set')
  })

  it('says how to get the preview page, which takes development dependencies', async () => {
    await expect(main('preview')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'The preview page is built by development dependencies: run "npm ci" without --omit=dev in a clone of the repository\n',
    })
    const installed = (name: string) => existsSync(join(house, 'node_modules', name))
    expect(['vite', 'preact', 'playwright-core', 'axe-core'].filter(installed)).toEqual([])
  })

  it('fails in production without a token, and names the variables', async () => {
    const failed = run(process.execPath, [join('dist', 'main.js')], {
      cwd: house,
      env: { ...env, NODE_ENV: 'production' },
    })
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/SLACK_BOT_TOKEN.*DISCORD_TOKEN/su),
    })
  })
})
