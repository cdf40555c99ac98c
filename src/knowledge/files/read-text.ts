import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Finding } from '../finding.js'
import { findingAt, problemOf, unreadable } from './find-notes.js'

/** A file's text; absent where a finding says why it cannot be used. */
export interface ReadText {
  readonly text?: string
  readonly findings: readonly Finding[]
}

/** Reads a file that was found to be a regular one, and looks again once it is open. Never throws. */
export function readText(path: string): ReadText {
  try {
    const bytes = readBytes(path)
    return typeof bytes === 'string' ? { findings: [findingAt(path, bytes)] } : decode(bytes, path)
  } catch (error) {
    return { findings: [unreadable(path, error)] }
  }
}

/** A file's bytes; a sentence where it is none to read. Throws where it cannot be opened. Opening a named pipe would otherwise wait for its writer. */
export function readBytes(path: string): Buffer | string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = fstatSync(file)
    const problem = problemOf(stats)
    if (problem) return problem
    // One byte more shows that the file is growing.
    const bytes = Buffer.alloc(stats.size + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null)
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

/** Korean posts of older editors are EUC-KR (code page 949); Windows' "Unicode" is UTF-16. */
function decode(bytes: Buffer, path: string): ReadText {
  const marked = byteOrderMarks[bytes.toString('hex', 0, 2)]
  for (const encoding of marked ? [marked] : bytes.includes(0) ? [] : ['utf-8', 'euc-kr']) {
    const text = decodedAs(encoding, bytes)
    if (text === undefined) continue
    const message = `is read as ${encoding.toUpperCase()}. Save it as UTF-8, so that no letter is mistaken`
    return {
      text,
      findings: encoding === 'utf-8' ? [] : [{ file: path, line: 1, level: 'warning', message }],
    }
  }
  return {
    findings: [findingAt(path, 'is no text. Save it as UTF-8, or take it out of the folder of notes')],
  }
}

const byteOrderMarks: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' }

/** `undefined` where the bytes are none of that encoding. */
function decodedAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
