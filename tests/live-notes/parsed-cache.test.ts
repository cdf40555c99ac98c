import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Task, Texts } from '../../src/knowledge/files/task.js'
import { keyOf, ParsedCache } from '../../src/live-notes/parsed-cache.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parsed-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const keys = { one: '1'.repeat(64), two: '2'.repeat(64) }
const open = (write = true) => new ParsedCache({ folder, notes: 'notes', write })
const fileIn = (place: string) =>
  join(place, readdirSync(place).find((name) => name.endsWith('.parsed')) ?? 'none')

/** One reading of a folder: what is not kept is added. */
function read(parts: Readonly<Record<string, readonly [key: string, json: string]>>) {
  const cache = open()
  const kept = Object.entries(parts).filter(([path, [key, json]]) => {
    const found = cache.get(path, key)
    if (found === undefined) cache.put(path, key, json)
    return found === json
  })
  cache.save(Object.keys(parts))
  return kept.map(([path]) => path)
}

test('keeps what was parsed from one reading to the next', () => {
  expect(read({ 'a.md': [keys.one, '{"post":"모니터링"}'], 'b.md': [keys.two, '{}'] })).toEqual([])
  expect(read({ 'a.md': [keys.one, '{"post":"모니터링"}'], 'b.md': [keys.two, '{}'] })).toEqual([
    'a.md',
    'b.md',
  ])
  // A changed file has another key; the others stay.
  expect(read({ 'a.md': [keys.two, '{"post":"로그"}'], 'b.md': [keys.two, '{}'] })).toEqual(['b.md'])
  expect(read({ 'a.md': [keys.two, '{"post":"로그"}'], 'b.md': [keys.two, '{}'] })).toEqual(['a.md', 'b.md'])
})

test('lets go of files that are gone, when it writes, and of other folders after a month', () => {
  const old = join(folder, 'other.parsed')
  writeFileSync(old, '')
  utimesSync(old, 0, 0)
  read({ 'a.md': [keys.one, '{}'] })
  expect(existsSync(old)).toBe(false)
  read({ 'b.md': [keys.one, '{}'] })
  expect(open().get('a.md', keys.one)).toBeUndefined()
  expect(open().get('b.md', keys.one)).toBe('{}')
  expect(readdirSync(folder)).toHaveLength(1)
})

test('trusts no byte that has changed', () => {
  read({ 'a.md': [keys.one, '{"title":"Monitoring"}'], 'b.md': [keys.two, '{"title":"Tracing"}'] })
  const whole = readFileSync(fileIn(folder))
  const outcomes = new Set<string | undefined>()
  for (let at = 0; at < whole.length; at += 1) {
    const torn = Buffer.from(whole)
    torn[at] = (torn[at] ?? 0) ^ 4
    writeFileSync(fileIn(folder), torn)
    outcomes.add(open().get('a.md', keys.one)).add(open().get('b.md', keys.two))
  }
  for (let length = 0; length < whole.length; length += 7) {
    writeFileSync(fileIn(folder), whole.subarray(0, length))
    outcomes.add(open().get('a.md', keys.one)).add(open().get('b.md', keys.two))
  }
  expect([...outcomes].toSorted()).toEqual(['{"title":"Monitoring"}', '{"title":"Tracing"}', undefined])
})

test('writes nothing where it may only look', () => {
  const cache = open(false)
  cache.put('a.md', keys.one, '{}')
  cache.save(['a.md'])
  expect([readdirSync(folder), cache.problem]).toEqual([[], undefined])
})

test('says why it cannot write, and throws nothing', () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const cache = new ParsedCache({ folder: file, notes: 'notes', write: true })
  cache.put('a.md', keys.one, '{}')
  cache.save(['a.md'])
  expect([cache.problem, cache.get('a.md', keys.one)]).toEqual([
    expect.stringMatching(/^E[A-Z]+: /u),
    undefined,
  ])
})

test('keeps a part under everything that it was parsed from', () => {
  const task: Task = { kind: 'post', path: 'a.md', paths: ['a.md'], stamp: '1' }
  const texts: Texts = { files: [{ path: 'a.md', text: '# a' }], findings: [] }
  const finding = { file: 'a.md', line: 1, level: 'warning', message: 'EUC-KR' } as const
  const same = keyOf('1', { ...task, stamp: '2' }, texts)
  expect(keyOf('1', task, texts)).toBe(same)
  const others = [
    keyOf('2', task, texts),
    keyOf('1', { ...task, kind: 'tips' }, texts),
    keyOf('1', { ...task, path: 'b.md' }, texts),
    keyOf('1', task, { ...texts, files: [{ path: 'a.md', text: '# b' }] }),
    keyOf('1', task, { ...texts, files: [...texts.files, { path: 'b.md', text: '' }] }),
    keyOf('1', task, { ...texts, findings: [finding] }),
    keyOf('1', task, texts, 'https://a.kr/'),
  ]
  expect(new Set([same, ...others]).size).toBe(others.length + 1)
})
