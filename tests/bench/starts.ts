import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeNotes } from './generated-notes.js'
import type { Start } from './notes-start.js'
import { table } from './table.js'

const run = promisify(execFile)

/** Starts with nothing kept and with everything kept, beside a process that only parses the same files with remark. */
export async function benchStarts(sessions: number): Promise<string> {
  const folder = await writeNotes(sessions)
  const data = await mkdtemp(join(tmpdir(), 'parsed-'))
  const remark = await start('remark', folder)
  const starts = {
    'remark alone': remark,
    'nothing kept': await start('notes', folder, data),
    'parsed notes kept': await start('notes', folder, data),
  }
  await Promise.all([folder, data].map((each) => rm(each, { recursive: true })))
  const headings = [
    `${sessions} sessions`,
    'read ms',
    'ratio',
    'with index ms',
    'ratio',
    'CPU ms',
    'ratio',
    'RSS MB',
  ]
  const rows = Object.entries(starts).map(([name, { read, milliseconds, processor, megabytes }]) => [
    name,
    read.toFixed(0),
    (read / remark.read).toFixed(2),
    milliseconds.toFixed(0),
    (milliseconds / remark.milliseconds).toFixed(2),
    processor.toFixed(0),
    (processor / remark.processor).toFixed(2),
    megabytes.toFixed(0),
  ])
  return table(headings, rows)
}

async function start(...words: readonly string[]): Promise<Start> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'notes-start.js'), ...words])
  return JSON.parse(stdout)
}
