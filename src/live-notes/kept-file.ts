import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** The name of what is kept of a text or a path: 32 hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** The checksum of a line: eight hexadecimal digits. */
export function checksumOf(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}

/** A name of its own for what is being written: two processes must not write into one file. */
export function draftOf(file: string): string {
  return `${file}.${randomUUID()}.draft`
}

/** Nothing where there is no such file, or one that is larger than what we write. */
export function readKept(file: string, maxBytes: number): Buffer | undefined {
  try {
    return statSync(file).size > 2 * maxBytes ? undefined : readFileSync(file)
  } catch {
    return undefined
  }
}
