import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { isFresh } from '../build/fresh.js'
import { rehearse } from '../build/rehearse.js'
import { builtMain } from './built.js'

/** A clone that was written at second 1,000 and built at second 2,000. */
function clone(): { readonly root: string; readonly main: string; at(second: number, path: string): void } {
  const root = mkdtempSync(join(tmpdir(), 'meetup-bot-build-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const at = (second: number, path: string) => utimesSync(join(root, path), second, second)
  mkdirSync(join(root, 'src', 'chat'), { recursive: true })
  mkdirSync(join(root, 'dist'))
  for (const file of ['src/main.ts', 'src/chat/chat.ts', 'package-lock.json']) {
    writeFileSync(join(root, file), '')
  }
  writeFileSync(join(root, 'dist', 'main.js'), '')
  for (const path of ['src/main.ts', 'src/chat/chat.ts', 'src/chat', 'src', 'package-lock.json']) {
    at(1000, path)
  }
  at(2000, 'dist/main.js')
  return { root, main: join(root, 'dist', 'main.js'), at }
}

it('is not built again while nothing has changed', () => {
  const { root, main } = clone()
  expect(isFresh(main, root)).toBe(true)
})

it.each(['src/chat/chat.ts', 'src/chat', 'package-lock.json'])(
  'is built again when %s has changed',
  (path) => {
    const { root, main, at } = clone()
    at(3000, path)
    expect(isFresh(main, root)).toBe(false)
  },
)

it('is built when there is no build yet', () => {
  const { root, main } = clone()
  rmSync(main)
  expect(isFresh(main, root)).toBe(false)
})

it('is run as it is where there is no source', () => {
  const { root, main } = clone()
  for (const path of ['src', 'package-lock.json']) rmSync(join(root, path), { recursive: true })
  expect(isFresh(main, root)).toBe(true)
})

/** What a program prints that has `load` and `scripts` of a folder of built files. */
function loading(folder: string, program: string): string {
  const url = pathToFileURL(join(folder, 'load.js')).href
  const text = `const { load, scripts } = await import('${url}'); ${program}`
  return execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' })
}

/** A folder with one built file and its compiled code. */
function compiled(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-bot-code-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const build = join(import.meta.dirname, '..', 'build')
  copyFileSync(join(build, 'load.js'), join(folder, 'load.js'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'one.cjs'), code)
  execFileSync(process.execPath, [join(build, 'compile.js'), folder])
  return folder
}

const print = "process.stdout.write(load('one.cjs').value)"
const keepsCode = parseInt(process.versions.node, 10) >= 22

it.skipIf(keepsCode)('is loaded with the code that was compiled when it was built', () => {
  const program = "load('start.cjs'); const all = [...scripts.values()]; process.stdout.write(JSON.stringify("
  const found = loading(
    dirname(builtMain),
    `${program}[all.length > 9, all.filter((each) => each.cachedDataRejected !== false).length])); process.exit()`,
  )
  expect(JSON.parse(found)).toEqual([true, 0])
})

it('runs what a file says now, not what was compiled of it', () => {
  const folder = compiled("exports.value = 'one'")
  expect(loading(folder, print)).toBe('one')
  writeFileSync(join(folder, 'one.cjs'), "exports.value = 'two'")
  expect(loading(folder, print)).toBe('two')
})

it('runs without compiled code, and with damaged code', () => {
  const folder = compiled("exports.value = 'one'")
  const kept = readdirSync(folder).filter((name) => name.endsWith('.cache'))
  for (const name of kept) writeFileSync(join(folder, name), 'no code')
  expect(loading(folder, print)).toBe('one')
  for (const name of kept) rmSync(join(folder, name))
  expect(loading(folder, print)).toBe('one')
})

it('says the version of the code that was built', () => {
  const program = "const { codeVersion, computeVersion } = load('code-version.cjs')"
  const found = loading(
    dirname(builtMain),
    `${program}; process.stdout.write(JSON.stringify([codeVersion().length, codeVersion() === computeVersion()]))`,
  )
  expect(JSON.parse(found)).toEqual([64, true])
})

it('does not build a bot that does not start', async () => {
  const subcommands = new Map([['start', startBadly]])
  const built: Readonly<Record<string, unknown>> = {
    'load-library.cjs': { loadLibrary: async () => {} },
    'subcommands.cjs': { subcommands },
  }
  await expect(rehearse((name: string) => built[name])).rejects.toThrow('The bot does not start: no notes')
})

async function startBadly(_words: readonly string[], { stderr }: { stderr: Writable }): Promise<number> {
  stderr.write('no notes')
  return 1
}
