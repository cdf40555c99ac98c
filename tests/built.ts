import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A build of `src`, for tests that need real processes or worker threads. */
export interface Built {
  /** Path of a built file: `path('operations/shutdown.js')`. */
  readonly path: (file: string) => string
  readonly remove: () => void
}

/** Builds `src` into a place of its own, beside the shipped notes, so that test files do not share one. */
export function build(): Built {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const place = mkdtempSync(join(root, 'dist', 'test-'))
  symlinkSync(join(root, 'knowledge'), join(place, 'knowledge'))
  const folder = join(place, 'dist')
  const require = createRequire(import.meta.url)
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', folder], { cwd: root })
  return {
    path: (file) => join(folder, file),
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}
