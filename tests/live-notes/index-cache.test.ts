import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { IndexCache } from '../../src/live-notes/index-cache.js'
import { createSearchIndex, type KeptIndex } from '../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../search/build-library.js'
import { type LogLine, listen } from '../store/log.js'

let folder = ''
let lines: LogLine[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-cache-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const library = buildLibrary([buildSession('모니터링', ['Prometheus']), buildSession('Tracing')])
const open = (write = true) => new IndexCache({ folder, notes: 'notes', write, log: listen(lines) })
const fileName = () => readdirSync(folder).find((name) => name.endsWith('.index')) ?? 'none'

/** Builds an index, and waits until it is saved; says whether the kept one was taken instead. */
async function start(cache: IndexCache, identity: string): Promise<boolean> {
  const kept = cache.of(identity)
  let saved: Promise<void> | undefined
  const watched: KeptIndex = {
    ...kept,
    save: (packed) => {
      saved = kept.save(packed)
      return saved
    },
  }
  const index = await createSearchIndex(library, watched)
  await saved
  expect(index.search('promethues').matches.map(({ session }) => session.title)).toEqual(['모니터링'])
  return saved === undefined
}

test('takes the index that was kept for these notes, and builds one for others', async () => {
  expect(await start(open(), 'one')).toBe(false)
  expect(await start(open(), 'one')).toBe(true)
  expect(lines).toEqual([])
  const cache = open()
  expect(await start(cache, 'two')).toBe(false)
  expect(await start(cache, 'three')).toBe(false)
  expect(await start(open(), 'three')).toBe(true)
  expect(lines).toEqual([
    { level: 'info', message: 'The index is built anew: the notes or the program have changed' },
  ])
})

test.each([
  ['a letter of it has changed', (bytes: Buffer) => changed(bytes)],
  ['it is half written', (bytes: Buffer) => bytes.subarray(0, lastLine(bytes))],
  ['a line is half written', (bytes: Buffer) => bytes.subarray(0, -3)],
])('builds anew when %s, and says so once', async (_what, damage) => {
  await start(open(), 'one')
  const file = join(folder, fileName())
  writeFileSync(file, damage(readFileSync(file)))
  expect(await start(open(), 'one')).toBe(false)
  expect(lines).toEqual([{ level: 'warn', message: 'The kept index is damaged and is built anew' }])
  expect(await start(open(), 'one')).toBe(true)
})

test('builds anew where the file is empty or none of ours', async () => {
  await start(open(), 'one')
  const file = join(folder, fileName())
  truncateSync(file)
  expect(await start(open(), 'one')).toBe(false)
  writeFileSync(file, 'meetup-bot index one')
  expect(await start(open(), 'one')).toBe(false)
  expect(await start(open(), 'one')).toBe(true)
})

test('keeps nothing for those who may only look', async () => {
  await start(open(false), 'one')
  expect(readdirSync(folder)).toEqual([])
})

test('says once that nothing can be kept', async () => {
  folder = join(folder, 'a-file')
  writeFileSync(folder, '')
  const cache = open()
  expect(await start(cache, 'one')).toBe(false)
  expect(await start(cache, 'two')).toBe(false)
  expect(lines.map(({ message }) => message)).toEqual(['The index cannot be kept in DATA_DIR'])
})

test('is whole when two processes save at once, and no draft is left', async () => {
  await Promise.all([start(open(), 'one'), start(open(), 'one'), start(open(), 'two')])
  expect(readdirSync(folder)).toEqual([fileName()])
  const kept = await Promise.all([start(open(false), 'one'), start(open(false), 'two')])
  expect(kept.filter(Boolean)).toHaveLength(1)
})

/** The bytes with another letter in the middle. */
function changed(bytes: Buffer): Buffer {
  const at = bytes.indexOf('prometheus')
  return Buffer.concat([bytes.subarray(0, at), Buffer.from('P'), bytes.subarray(at + 1)])
}

/** Where the last line begins. */
function lastLine(bytes: Buffer): number {
  return bytes.lastIndexOf('\n', bytes.length - 2) + 1
}
