import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeNotes } from './generated-notes.js'
import type { Start } from './start-figures.js'
import { median } from './statistics.js'
import { table } from './table.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..', '..', '..')
const shipped = join(root, 'dist', 'bench', 'start')
const PASSES = 3

/** Starts with nothing kept and with everything kept, beside a process that only parses the same files with remark. */
export async function benchStarts(sessions: number): Promise<string> {
  const folder = await writeNotes(sessions)
  const starts = new Map<string, Start[]>(
    ['remark alone', 'nothing kept', 'all kept'].map((name) => [name, []]),
  )
  for (let pass = 0; pass < PASSES; pass += 1) {
    const data = await mkdtemp(join(tmpdir(), 'parsed-'))
    starts.get('remark alone')?.push(await start(join(import.meta.dirname, 'remark-start.js'), folder))
    starts.get('nothing kept')?.push(await start(join(shipped, 'main.js'), folder, data))
    starts.get('all kept')?.push(await start(join(shipped, 'main.js'), folder, data))
    await rm(data, { recursive: true })
  }
  await rm(folder, { recursive: true })
  const remark = middle(starts.get('remark alone') ?? [])
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
  const rows = [...starts].map(([name, passes]) => {
    const { read, milliseconds, processor, megabytes } = middle(passes)
    return [
      name,
      read.toFixed(0),
      (read / remark.read).toFixed(2),
      milliseconds.toFixed(0),
      (milliseconds / remark.milliseconds).toFixed(2),
      processor.toFixed(0),
      (processor / remark.processor).toFixed(2),
      megabytes.toFixed(0),
    ]
  })
  return table(headings, rows)
}

function middle(starts: readonly Start[]): Start {
  const of = (figure: keyof Start) => median(starts.map((each) => each[figure]))
  return {
    read: of('read'),
    milliseconds: of('milliseconds'),
    processor: of('processor'),
    megabytes: of('megabytes'),
  }
}

/** Bundles the notes' start as the bot is shipped. */
export async function bundleStart(): Promise<void> {
  await mkdir(shipped, { recursive: true })
  await run(process.execPath, [join(root, 'build', 'bundle.js'), shipped, 'tests/bench/notes-start.ts'])
}

async function start(...words: readonly string[]): Promise<Start> {
  const { stdout } = await run(process.execPath, [...words])
  return JSON.parse(stdout)
}
