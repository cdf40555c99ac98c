import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNotes } from '../../src/cli/open-notes.js'
import { crowd } from './crowd.js'
import { flood } from './flood.js'
import { fuzz } from './fuzz.js'
import { askMany } from './memory.js'

/** Hard use, in bounded numbers: prints what happened, and fails when it was not good enough. */
const goals = {
  fuzzMilliseconds: 50,
  acknowledgementMilliseconds: 250,
  heapMegabytes: 8,
  blockMilliseconds: 100,
}

const misses: string[] = []
function expectThat(good: boolean, goal: string): void {
  if (!good) misses.push(goal)
}
const print = (line: string) => process.stdout.write(`${line}\n`)

const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-stress-'))
const notes = await openNotes()

const fuzzed = fuzz(notes, 20_000)
print(
  `${fuzzed.questions} strange questions: ${fuzzed.faults.length} faults, the slowest took ` +
    `${fuzzed.slowestMilliseconds.toFixed(1)} ms (${fuzzed.slowest})`,
)
for (const fault of fuzzed.faults.slice(0, 10)) print(`  ${fault}`)
expectThat(fuzzed.faults.length === 0, 'no question throws or pings')
expectThat(fuzzed.slowestMilliseconds <= goals.fuzzMilliseconds, `nothing over ${goals.fuzzMilliseconds} ms`)

const kept = await askMany(notes, 50_000, directory)
print(
  `${kept.questions} questions in a row: ${kept.questionsPerSecond} a second, heap ${kept.before} MB before and ` +
    `${kept.after} MB after`,
)
expectThat(kept.after - kept.before <= goals.heapMegabytes, `heap grows by at most ${goals.heapMegabytes} MB`)

const crowded = await crowd(5000, 200, join(directory, 'crowd'))
const twice = crowded.twice.slack + crowded.twice.discord
print(
  `${crowded.commands} commands at 200 a second over both chats: ${crowded.answered} answered, ${twice} ` +
    `twice; acknowledged after ${crowded.p50} ms (p50), ${crowded.p99} ms (p99), ${crowded.slowest} ms (slowest); ` +
    `resident ${crowded.before} MB before, ${crowded.after} MB after`,
)
expectThat(crowded.answered === crowded.commands && twice === 0, 'no command is lost or answered twice')
expectThat(crowded.complaints.length === 0, `no complaints: ${crowded.complaints.join(', ')}`)
expectThat(
  crowded.p99 < goals.acknowledgementMilliseconds,
  `p99 under ${goals.acknowledgementMilliseconds} ms`,
)

/** Answers at the highest rate at which none was lost. */
let lossless = 0
for (const perSecond of [100, 200, 1000]) {
  const flooded = await flood(perSecond, 10, join(directory, `flood-${perSecond}`))
  print(
    `${flooded.sent} Discord commands at ${flooded.perSecond} a second: ${flooded.inTime} answered within 3 s, ` +
      `${flooded.late} later, ${flooded.shed} dropped; after ${flooded.p50} ms (p50), ${flooded.p99} ms (p99), ` +
      `${flooded.slowest} ms (slowest); event loop blocked for at most ${flooded.longestBlock} ms, resident ` +
      `${flooded.resident} MB`,
  )
  expectThat(flooded.late === 0, `at ${perSecond} a second what is answered is answered in time`)
  expectThat(
    flooded.longestBlock <= goals.blockMilliseconds,
    `at ${perSecond} a second the event loop is blocked for at most ${goals.blockMilliseconds} ms`,
  )
  const isLossless = flooded.inTime === flooded.sent
  if (isLossless) lossless = flooded.inTime
  else
    expectThat(
      flooded.inTime >= lossless,
      `at ${perSecond} a second as many are answered as before any was lost`,
    )
}

await rm(directory, { recursive: true })
for (const miss of misses) print(`MISSED: ${miss}`)
process.exitCode = misses.length > 0 ? 1 : 0
