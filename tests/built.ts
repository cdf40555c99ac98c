import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, bundleEach } from '../build/bundle.js'
import { isFresh } from '../build/fresh.js'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'dist', 'test')

/** What tests start in processes of their own, beside `main.js`. */
const parts = [
  'chat/discord/surfaces/noticeboard',
  'chat/slack/surfaces/noticeboard',
  'chat/slack/wire/web',
  'daily/daily',
  'operations/log',
  'operations/shutdown',
  'store/open-store',
]

/** The folder of `parts`, each by its own name: `join(builtParts, 'daily/daily.js')`. */
export const builtParts = join(folder, 'parts')

/** `main.js` as it is shipped. */
export const builtMain = join(folder, 'bundle', 'main.js')

/** A thread's file as it is shipped: `builtThread('notes-worker.js')`. */
export function builtThread(file: string): string {
  return join(folder, 'bundle', file)
}

/** Builds them before the tests, once for all, when the source has changed since. */
export default async function setup(): Promise<void> {
  const done = join(folder, 'done')
  if (isFresh(done)) return
  mkdirSync(join(folder, 'bundle'), { recursive: true })
  rmSync(builtParts, { recursive: true, force: true })
  await bundle(join(folder, 'bundle'))
  await bundleEach(Object.fromEntries(parts.map((part) => [part, `src/${part}.ts`])), builtParts)
  writeFileSync(done, '')
}
