// `node build/bundle.js [DIR]`: src and the libraries it uses as a few files in DIR (dist), which load in half the time.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'

const root = join(import.meta.dirname, '..')

/** The process and its two threads: each is found by its name, beside the file that starts it. */
const entries = {
  main: 'src/main.ts',
  'notes-worker': 'src/live-notes/notes-worker.ts',
  'attachment-worker': 'src/knowledge/attachments/reading/attachment-worker.ts',
}

/** Libraries with files of their own beside their code; and those that others would use if somebody installed them. */
const external = [
  'libsql',
  /^pdfjs-dist\//,
  'vite',
  ...['pg-native', 'bufferutil', 'utf-8-validate', 'zlib-sync', 'fsevents'],
]

/** Files take their places when all are there: another process may be loading the older ones. */
export async function bundle(directory) {
  const unfinished = join(directory, `unfinished-${process.pid}`)
  await bundleEach(entries, unfinished)
  const files = readdirSync(unfinished)
  for (const file of files.sort((one, other) => Number(one === 'main.js') - Number(other === 'main.js'))) {
    renameSync(join(unfinished, file), join(directory, file))
  }
  rmSync(unfinished, { recursive: true })
  for (const { name } of readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    if (!files.includes(name)) rmSync(join(directory, name))
  }
}

/** Files of `src` by the names that they get in a directory, with all that they use. */
export async function bundleEach(input, directory) {
  await build({
    cwd: root,
    input,
    platform: 'node',
    external,
    logLevel: 'warn',
    // discord.js has one, for shards in processes of their own.
    checks: { eval: false },
    output: {
      dir: directory,
      format: 'esm',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
    },
  })
}

if (process.argv[1] === import.meta.filename) {
  const directory = resolve(process.argv[2] ?? join(root, 'dist'))
  mkdirSync(directory, { recursive: true })
  await bundle(directory)
}
