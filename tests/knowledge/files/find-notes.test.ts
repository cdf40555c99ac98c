import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findNotes } from '../../../src/knowledge/files/find-notes.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-notes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), '## a talk\n')
  }
}

function find() {
  const { files, findings } = findNotes(folder)
  const own = files.filter(({ path }) => path.startsWith(folder))
  return {
    files: own.map(({ path }) => path.slice(folder.length + 1)),
    findings: findings.map(({ file, message }) => `${file.slice(folder.length + 1)}: ${message}`),
  }
}

test('finds posts in folders of folders, and neither hidden ones, node_modules nor a README', () => {
  write('2022.md', '2023/may/post.md', 'tips.md', 'glossary.yml', 'concepts.yml')
  write(
    '.draft.md',
    '.obsidian/a.md',
    'node_modules/remark/changes.md',
    'README.md',
    'README.ko.md',
    'readme_zh-cn.md',
    '2023/ReadMe.md',
    'notes.txt',
  )
  expect(find()).toEqual({
    files: ['2022.md', '2023/may/post.md', 'concepts.yml', 'glossary.yml', 'tips.md'],
    findings: [],
  })
})

test('adds the shipped concepts, and the shipped glossary where there is none', () => {
  write('a.md')
  const shipped = () => {
    const others = findNotes(folder).files.filter(({ path }) => !path.startsWith(folder))
    return others.map(({ kind }) => kind)
  }
  expect(new Set(shipped())).toEqual(new Set(['concepts', 'glossary']))
  write('glossary.yml')
  expect(new Set(shipped())).toEqual(new Set(['concepts']))
})

test('names what is no regular file, and opens none of it', () => {
  write('a.md')
  execFileSync('mkfifo', [join(folder, 'pipe.md')])
  symlinkSync('/dev/zero', join(folder, 'zero.md'))
  expect(find()).toEqual({
    files: ['a.md'],
    findings: [
      'pipe.md: is no regular file. Take it out of the folder of notes',
      'zero.md: is a link out of the folder of notes. Put the file itself there',
    ],
  })
})

test('follows links inside the folder, each file once, as Kubernetes makes them', () => {
  write('..v1/2019.md', '..v1/2020/post.md', '2021.md')
  symlinkSync('..v1', join(folder, '..data'))
  symlinkSync('..data/2019.md', join(folder, '2019.md'))
  symlinkSync('..data/2020', join(folder, '2020'))
  symlinkSync('2021.md', join(folder, 'again.md'))
  symlinkSync('.', join(folder, 'here'))
  expect(find()).toEqual({ files: ['2019.md', '2020/post.md', '2021.md'], findings: [] })
})

test('names links that lead out of the folder or nowhere, and no others', () => {
  write('a.md')
  symlinkSync('/etc', join(folder, 'etc'))
  symlinkSync('/etc/hostname', join(folder, 'host.md'))
  symlinkSync('gone.md', join(folder, 'dead.md'))
  symlinkSync('/etc/hostname', join(folder, 'notes.txt'))
  expect(find()).toEqual({
    files: ['a.md'],
    findings: [
      'dead.md: there is no such file or folder. Correct the path',
      'etc: is a link out of the folder of notes. Put the file itself there',
      'host.md: is a link out of the folder of notes. Put the file itself there',
    ],
  })
})

test('knows the size of a file before it reads it', () => {
  write('a.md', 'huge.md')
  truncateSync(join(folder, 'huge.md'), 300_000_000)
  expect(find()).toEqual({
    files: ['a.md'],
    findings: ['huge.md: has more than 1000 kB. Split it into several files'],
  })
})

test.skipIf(process.getuid?.() === 0)('names a folder that may not be read, and reads the others', () => {
  write('a.md', 'locked/b.md')
  chmodSync(join(folder, 'locked'), 0)
  expect(find()).toEqual({
    files: ['a.md'],
    findings: ['locked: cannot be read (EACCES). Correct its permissions or the path'],
  })
})

test('stamps a file anew when it changes', () => {
  write('a.md')
  const stamp = () => findNotes(folder).files.find(({ path }) => path.endsWith('a.md'))?.stamp
  const before = stamp()
  expect(stamp()).toBe(before)
  writeFileSync(join(folder, 'a.md'), '## another talk\n')
  expect(stamp()).not.toBe(before)
})
