// `node build/compile.js DIR`: runs the built files of DIR but for `main`, and keeps their compiled code beside them; with
// it the shipped concepts, parsed, and their tables.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rehearse } from './rehearse.js'

const directory = resolve(process.argv[2])
const { load, scripts } = await import(pathToFileURL(join(directory, 'load.js')).href)
const files = readdirSync(directory).filter((name) => name.endsWith('.cjs') && name !== 'import.cjs')
const needs = new Map(files.map((name) => [name, neededBy(name)]))
const isBot = files.includes('subcommands.cjs')
if (isBot) prepare()
for (const name of files) if (!needsMain(name)) load(name)
if (isBot) await rehearse(load)
for (const [file, script] of scripts) writeFileSync(file, script.createCachedData())
// What a library left open must not keep the process.
process.exit()

/** The version, the concepts, and then what is made of them. */
function prepare() {
  const { VERSION_FILE, computeVersion } = load('code-version.cjs')
  writeFileSync(join(directory, VERSION_FILE), computeVersion())
  const { PREPARED_CONCEPTS } = load('prepared-concepts.cjs')
  writeFileSync(join(directory, PREPARED_CONCEPTS), load('prepare-concepts.cjs').prepareConcepts())
  const { PREPARED_TABLES, prepareTables } = load('prepared-tables.cjs')
  writeFileSync(join(directory, PREPARED_TABLES), prepareTables())
  load('prepared-words.cjs').prepareWords()
}

/** Whether loading a file would run the bot. */
function needsMain(name, seen = new Set()) {
  if (name === 'main.cjs') return true
  if (seen.has(name)) return false
  seen.add(name)
  return needs.get(name)?.some((other) => needsMain(other, seen)) ?? false
}

/** The files that a file loads at once; what it loads later stands further in. */
function neededBy(name) {
  const source = readFileSync(join(directory, name), 'utf8')
  return [...source.matchAll(/^(?:(?:const|let|var) [\w$]+ = )?require\("\.\/([^"]+)"\)/gmu)].map(
    ([, file]) => file,
  )
}
