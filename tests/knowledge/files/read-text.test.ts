import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readText } from '../../../src/knowledge/files/read-text.js'

let path = ''
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'read-text-')), 'a.md')
})
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }))

function read(bytes: Uint8Array) {
  writeFileSync(path, bytes)
  const { text, findings } = readText(path)
  return [text, findings.map(({ level, message }) => `${level}: ${message}`)]
}

test('reads UTF-8 as it is, with its byte order mark', () => {
  expect(read(Buffer.from('\uFEFF모니터링\r\n'))).toEqual(['\uFEFF모니터링\r\n', []])
})

test('reads what older editors write, and asks for UTF-8', () => {
  const warning = (encoding: string) => [
    `warning: is read as ${encoding}. Save it as UTF-8, so that no letter is mistaken`,
  ]
  // "한글" in EUC-KR.
  expect(read(Uint8Array.of(0xc7, 0xd1, 0xb1, 0xdb))).toEqual(['한글', warning('EUC-KR')])
  expect(read(Buffer.from('\uFEFF한글', 'utf16le'))).toEqual(['\uFEFF한글', warning('UTF-16LE')])
})

test('does not take a picture for a text', () => {
  const message = 'error: is no text. Save it as UTF-8, or take it out of the folder of notes'
  expect(read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d))).toEqual([undefined, [message]])
})

test('never waits for the writer of a pipe that took the place of a file', () => {
  execFileSync('mkfifo', [path])
  expect(readText(path)).toEqual({
    findings: [
      {
        file: path,
        line: 1,
        level: 'error',
        message: 'is no regular file. Take it out of the folder of notes',
      },
    ],
  })
})

test('says that a file is gone', () => {
  expect(readText(path).findings[0]?.message).toBe('there is no such file or folder. Correct the path')
})
