import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtMain } from '../built.js'

/** A preview in a process of its own, as `npm run preview` starts it. */
export interface StartedPreview {
  /** `"http://127.0.0.1:40001/"` */
  readonly url: string
  readonly port: number
  readonly stop: () => Promise<void>
}

/** Starts the built preview with these words and settings, and nothing else of the environment. */
export async function startBuiltPreview(
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<StartedPreview> {
  const data = mkdtempSync(join(tmpdir(), 'meetup-bot-preview-'))
  const child = spawn(process.execPath, [builtMain, 'preview', '--port', '0', ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressOf(child)
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  return { url, port: Number(new URL(url).port), stop }
}

function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      const [url] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(said) ?? []
      if (url) resolve(url)
    }
    stdout?.on('data', hear)
    stderr?.on('data', hear)
    stdout?.once('close', () => reject(new Error(`The preview ended: ${said}`)))
  })
}
