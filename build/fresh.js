import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a build depends on. */
const sources = [
  ...['src', 'build', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
  ...['knowledge/concepts.yml', 'knowledge/concepts'],
]

/** Whether a built file is newer than everything it was built from; also where there is no source, as in a container. */
export function isFresh(built, root = join(import.meta.dirname, '..')) {
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0
  return sources.every((source) => newestIn(join(root, source)) <= builtAt)
}

/** Folders count: a file that was deleted changes its folder. */
function newestIn(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), mtimeMs)
}
