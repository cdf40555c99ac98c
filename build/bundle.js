// `node build/bundle.js [DIR] [MAIN]`: src and the libraries it uses as a few files in DIR (dist), which load in a third of the
// time. MAIN is what runs instead of the bot, for a bench.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'

const root = join(import.meta.dirname, '..')

/** The process and its two threads: each is started by a small file of its name, beside the file that starts it. */
const started = {
  main: 'src/main.ts',
  'notes-worker': 'src/live-notes/notes-worker.ts',
  'attachment-worker': 'src/knowledge/attachments/reading/attachment-worker.ts',
}

/** What the build itself runs. */
const run = {
  'prepare-concepts': 'src/knowledge/concepts/prepare-concepts.ts',
  'prepared-concepts': 'src/knowledge/concepts/prepared-concepts.ts',
  'prepared-tables': 'src/search/lexicon/prepared-tables.ts',
  'code-version': 'src/live-notes/code-version.ts',
  'load-library': 'src/knowledge/load-library.ts',
  subcommands: 'src/cli/subcommands.ts',
  'prepared-words': 'src/search/meaning/prepared-words.ts',
}

/** Libraries with files of their own beside their code; and those that others would use if somebody installed them. */
const external = [
  'libsql',
  /^pdfjs-dist\//,
  'vite',
  ...['pg-native', 'bufferutil', 'utf-8-validate', 'zlib-sync', 'fsevents'],
]

/** Code that V8 has kept cannot import: this file, which is loaded as any other, does it. */
const importer = 'import.cjs'

/** Files take their places when all are there: another process may be loading the older ones. */
export async function bundle(directory, main = started.main) {
  const unfinished = join(directory, `unfinished-${process.pid}`)
  await bundleEach({ ...started, main, ...run }, unfinished, 'cjs')
  for (const name of Object.keys(started)) {
    writeFileSync(join(unfinished, `${name}.js`), `import { load } from './load.js'\n\nload('${name}.cjs')\n`)
  }
  copyFileSync(join(root, 'build', 'load.js'), join(unfinished, 'load.js'))
  writeFileSync(join(unfinished, importer), 'module.exports = (id) => import(id)\n')
  const files = readdirSync(unfinished)
  for (const file of files.sort((one, other) => Number(one === 'main.js') - Number(other === 'main.js'))) {
    renameSync(join(unfinished, file), join(directory, file))
  }
  rmSync(unfinished, { recursive: true })
  for (const { name } of readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    if (!files.includes(name)) rmSync(join(directory, name))
  }
  rmSync(join(directory, 'compiled'), { recursive: true, force: true })
  execFileSync(process.execPath, [join(root, 'build', 'compile.js'), directory], { stdio: ['ignore', 2, 2] })
}

/** Files of `src` by the names that they get in a directory, with all that they use. */
export async function bundleEach(input, directory, format = 'esm') {
  await build({
    cwd: root,
    input,
    platform: 'node',
    external,
    logLevel: 'warn',
    // discord.js has one, for shards in processes of their own.
    checks: { eval: false },
    plugins: format === 'cjs' ? [{ name: 'importer', renderChunk: importElsewhere }] : [],
    output: {
      dir: directory,
      format,
      sourcemap: true,
      entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
      chunkFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
    },
  })
}

function importElsewhere(code) {
  const changed = code.replaceAll(/\bimport\((?="[^".])/gu, `require("./${importer}")(`)
  return changed === code ? null : { code: changed, map: null }
}

if (process.argv[1] === import.meta.filename) {
  const directory = resolve(process.argv[2] ?? join(root, 'dist'))
  mkdirSync(directory, { recursive: true })
  await bundle(directory, process.argv[3])
}
