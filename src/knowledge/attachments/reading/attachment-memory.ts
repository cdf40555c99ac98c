import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KEPT_DAYS } from '../../decks/limits.js'
import type { AttachmentFormat, Material } from '../attachment.js'

/** Keeps the words of files by what is in the files, so that none is read twice. */
export interface AttachmentMemory {
  get(key: string): Material | undefined
  set(key: string, material: Material): void
}

/** What a file's words are kept under: the same for copies of it, another one when reading has changed. */
export function keyOf(format: AttachmentFormat, bytes: Uint8Array): string {
  return createHash('sha256').update(`${READING} ${format}\n`).update(bytes).digest('hex')
}

/** Counted up with every change of what is read from the same file. */
const READING = 3

/**
 * Keeps words in a folder, a file each, and lets go of those that nobody asked for in a month: `now` is in epoch
 * milliseconds. Where the folder cannot be written to, everything is read again next time.
 */
export function createDiskMemory(folder: string, now: () => number = Date.now): AttachmentMemory {
  const fileOf = (key: string) => join(folder, `${key}.json`)
  sweep(folder, now())
  return {
    get(key) {
      const material = readKept(fileOf(key))
      if (material) keepLonger(fileOf(key), now())
      return material
    },
    set(key, material) {
      if (material.kind === 'faulty' && PASSING.has(material.fault)) return
      try {
        mkdirSync(folder, { recursive: true })
        // Others may read at the same time: the name appears when all of it is there.
        const part = `${fileOf(key)}.${process.pid}`
        writeFileSync(part, JSON.stringify(material))
        renameSync(part, fileOf(key))
      } catch {
        // A read-only folder costs time at the next start, and no answer.
      }
    },
  }
}

/** Keeps words as long as the process lives. */
export function createMemory(): AttachmentMemory {
  const known = new Map<string, Material>()
  return { get: (key) => known.get(key), set: (key, material) => void known.set(key, material) }
}

const dayMilliseconds = 86_400_000

/** A file's time says when its words were last asked for, to a day. */
function keepLonger(file: string, now: number): void {
  try {
    if (now - statSync(file).mtimeMs > dayMilliseconds) utimesSync(file, new Date(now), new Date(now))
  } catch {
    // It was read all the same.
  }
}

function sweep(folder: string, now: number): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      if (now - statSync(file).mtimeMs > KEPT_DAYS * dayMilliseconds) rmSync(file, { force: true })
    }
  } catch {
    // There is no such folder yet, or another process was faster.
  }
}

/** Faults of the machine's hour, not of the file. */
const PASSING: ReadonlySet<string> = new Set(['never done', 'too much memory'])

function readKept(file: string): Material | undefined {
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

const pages = z.array(z.number())
const whole = z.enum(['encrypted', 'damaged', 'empty', 'too large', 'never done', 'too much memory'])
const kept: z.ZodType<Material> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('deck'),
    deck: z.object({
      pages: z.array(
        z.object({
          page: z.number(),
          title: z.string(),
          text: z.string(),
          notes: z.string().exactOptional(),
        }),
      ),
      pageCount: z.number(),
      faults: z.array(
        z.union([
          z.object({ kind: z.enum(['wordless', 'unreadable', 'broken pages']), pages }),
          z.object({ kind: z.enum(['too many pages', 'too slow']), pages }),
          z.object({ kind: whole }),
        ]),
      ),
    }),
  }),
  z.object({
    kind: z.literal('recording'),
    recording: z.object({
      moments: z.array(z.object({ seconds: z.number(), text: z.string() })),
      seconds: z.number(),
      faults: z.array(z.object({ kind: z.enum(['no captions', 'no words']) })),
    }),
  }),
  z.object({ kind: z.literal('faulty'), fault: whole }),
])
