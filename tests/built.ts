import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isFresh } from '../build/fresh.js'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'dist', 'test')

/** A file of `src`, built by itself, for processes and threads of a test: `builtFile('operations/shutdown.js')`. */
export function builtFile(file: string): string {
  return join(folder, 'files', file)
}

/** `main.js` as it is shipped. */
export const builtMain = join(folder, 'bundle', 'main.js')

/** Builds both before the tests, when the source has changed since. */
export default function setup(): void {
  const done = join(folder, 'done')
  if (isFresh(done)) return
  mkdirSync(join(folder, 'bundle'), { recursive: true })
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  run(tsc, '-p', 'tsconfig.build.json', '--outDir', join(folder, 'files'))
  run(join(root, 'build', 'bundle.js'), join(folder, 'bundle'))
  writeFileSync(done, '')
}

function run(...words: string[]): void {
  execFileSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
}
