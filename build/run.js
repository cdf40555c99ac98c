// `node build/run.js [start|ask|check|…]`: the bot in a clone. Builds it first when its source has changed since.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isFresh } from './fresh.js'

const root = join(import.meta.dirname, '..')
const main = join(root, 'dist', 'main.js')

if (!isFresh(main)) {
  // Standard output is the bot's.
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }
  const { status, error } = spawnSync('npm', ['run', '--silent', 'build'], options)
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
process.argv[1] = main
await import(pathToFileURL(main).href)
