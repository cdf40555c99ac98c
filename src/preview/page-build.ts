import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PreviewError } from './server.js'

/**
 * The folder of the built page; builds it with Vite when its source has changed since. Throws `PreviewError` where
 * neither is there, as in a production install.
 */
export async function buildPage(): Promise<string> {
  const root = rootOf(import.meta.dirname)
  if (root === undefined) throw new PreviewError(notInstalled)
  const source = join(root, 'src', 'preview', 'page')
  const shelf = join(root, 'dist', 'preview-page')
  const built = join(shelf, versionOf(source))
  if (existsSync(built)) return built
  const vite = await import('vite').catch(() => undefined)
  if (!vite) throw new PreviewError(notInstalled)
  const unfinished = join(shelf, `unfinished-${process.pid}`)
  await vite.build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'warn',
    // A polyfill would be a script in the page itself, which its policy forbids.
    build: { outDir: unfinished, emptyOutDir: true, modulePreload: false },
  })
  takePlace(unfinished, built)
  return built
}

const notInstalled =
  'The preview page is built by development dependencies: run "npm ci" without --omit=dev in a clone of the repository'

/** The folder of the repository, above `src` or `dist`; `undefined` where there is no source. */
function rootOf(folder: string): string | undefined {
  if (existsSync(join(folder, 'src', 'preview', 'page', 'index.html'))) return folder
  return dirname(folder) === folder ? undefined : rootOf(dirname(folder))
}

/** Changes with every file of the page. */
function versionOf(source: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort()
  for (const path of paths) hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

/** Older versions go. Another process may have been faster: its page is the same. */
function takePlace(unfinished: string, built: string): void {
  const shelf = dirname(built)
  for (const name of readdirSync(shelf)) {
    const isOld = /^[0-9a-f]{16}$/u.test(name) && join(shelf, name) !== built
    if (isOld) rmSync(join(shelf, name), { recursive: true, force: true })
  }
  try {
    renameSync(unfinished, built)
  } catch (error) {
    if (!existsSync(built)) throw error
    rmSync(unfinished, { recursive: true })
  }
}
