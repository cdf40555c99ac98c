import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
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

beforeAll(async () => {
  cpSync(dirname(builtMain), join(house, 'dist'), { recursive: true })
  for (const name of ['knowledge', 'package.json', 'package-lock.json']) {
    cpSync(join(root, name), join(house, name), { recursive: true })
  }
  await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: house, env })
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
