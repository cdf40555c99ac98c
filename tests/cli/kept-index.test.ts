import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { builtMain } from '../built.js'

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'meetup-bot-data-'))
  mkdirSync(join(data, 'parsed'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const env = () => ({ PATH: process.env.PATH ?? '', DATA_DIR: data })

/** Runs a bot until it has kept its index, and gives that file. */
async function keptByBot(): Promise<string> {
  const folder = join(data, 'parsed')
  const changes = watch(folder)
  const bot = spawn(process.execPath, [builtMain], { env: env(), stdio: ['pipe', 'ignore', 'ignore'] })
  try {
    for await (const { filename } of changes) if (filename?.endsWith('.index')) return join(folder, filename)
    throw new Error('No index was kept')
  } finally {
    bot.kill('SIGKILL')
  }
}

/** Asks at the shell: the talk that was found first, and what was said beside the answer. */
function ask(question: string) {
  const words = [builtMain, 'ask', '--json', question]
  const { stdout, stderr } = spawnSync(process.execPath, words, { env: env(), encoding: 'utf8' })
  const warnings = stderr.split('\n').filter(Boolean)
  return {
    title: JSON.parse(stdout).sessions[0]?.title,
    warnings: warnings.map((line) => JSON.parse(line).msg),
  }
}

it('looks at the index that a bot has kept, trusts it only where it is whole, and leaves it as it is', async () => {
  const file = await keptByBot()
  const title = expect.stringContaining('최소한의 비용과 시간')
  const kept = readFileSync(file)
  expect(ask('쿠버네티스')).toEqual({ title: title, warnings: [] })
  const damaged = kept.map((byte, at) => (at === kept.length - 40 ? byte ^ 1 : byte))
  writeFileSync(file, damaged)
  expect(ask('쿠버네티스')).toEqual({
    title: title,
    warnings: ['The kept index is damaged and is built anew'],
  })
  expect(readFileSync(file)).toEqual(Buffer.from(damaged))
})
