import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { watchNotes } from '../../src/live-notes/live-notes.js'
import { openThreadReader } from '../../src/live-notes/notes-reader.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { benchDecks } from './decks.js'
import { writeNotes } from './generated-notes.js'
import { benchStarts, bundleStart } from './starts.js'
import { threadMilliseconds } from './thread-time.js'

/** What happens to those who ask while the notes are read anew: `npm run bench:notes`. */
interface Round {
  /** From the save to the first answer out of the new notes. */
  readonly swapMilliseconds: number
  /** The longest stretch in which nobody was answered, whoever else used the machine meanwhile. */
  readonly blockMilliseconds: number
  /** The longest stretch of this thread's own work: what is ours of that. */
  readonly workMilliseconds: number
}

const pauseMilliseconds = 2

/** Saves a file, and asks again and again until the answer comes out of it. */
async function round(folder: string, number: number, ask: (text: string) => boolean): Promise<Round> {
  const word = `zyx${number}wvu`
  await appendFile(join(folder, '2000-meetup-0.md'), `- ${word}\n`)
  const saved = performance.now()
  let last = saved
  let longest = 0
  let longestWork = 0
  let lastWork = threadMilliseconds()
  for (let found = false; !found; ) {
    found = ask(word)
    await setTimeout(pauseMilliseconds)
    const now = performance.now()
    longest = Math.max(longest, now - last - pauseMilliseconds)
    last = now
    const work = threadMilliseconds()
    longestWork = Math.max(longestWork, work - lastWork)
    lastWork = work
  }
  return { swapMilliseconds: last - saved, blockMilliseconds: longest, workMilliseconds: longestWork }
}

async function measure(sessions: number, rounds: number): Promise<readonly Round[]> {
  const folder = await writeNotes(sessions)
  const reader = openThreadReader({ folder })
  const log = pino({ level: 'error' })
  const options = { folder, reader, build: createSearchIndex, log, now: Date.now }
  const live = await watchNotes(await reader.read(), options)
  // As the bot does once it has started.
  await live.notes().index.prepare()
  const ask = (text: string) => live.notes().index.search(text).outcome === 'answered'
  const results: Round[] = []
  for (let number = 0; number < rounds; number += 1) results.push(await round(folder, number, ask))
  await live.stop()
  await rm(folder, { recursive: true })
  return results
}

async function benchNotes(sessions: number, rounds: number): Promise<void> {
  const results = await measure(sessions, rounds)
  const most = (read: (round: Round) => number) => Math.max(...results.map(read))
  const swap = Math.round(most((each) => each.swapMilliseconds))
  const block = most((each) => each.blockMilliseconds).toFixed(1)
  const work = most((each) => each.workMilliseconds).toFixed(1)
  process.stdout.write(
    `${sessions} sessions, ${rounds} saves: swapped in after at most ${swap} ms; ` +
      `longest block ${block} ms, of which our own work ${work} ms\n`,
  )
}

if (process.argv.includes('--decks')) {
  await benchDecks(100, 20, (line) => process.stdout.write(`${line}\n`))
} else if (process.argv.includes('--starts')) {
  await bundleStart()
  for (const sessions of [1_000, 10_000]) process.stdout.write(`${await benchStarts(sessions)}\n\n`)
} else {
  await benchNotes(100, 10)
  await benchNotes(10_000, 2)
}
