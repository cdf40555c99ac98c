import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNotes } from '../../src/cli/open-notes.js'
import { table } from '../bench/table.js'
import { endure, faultsOf, ordeals } from '../daily/kills.js'
import { raceReplicas } from '../daily/replicas.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { crowd } from './crowd.js'
import { postDueAtOnce } from './due-at-once.js'
import { flood } from './flood.js'
import { fuzz } from './fuzz.js'
import { askMany } from './memory.js'
import { sendMutations } from './packets.js'

/** Hard use, in bounded numbers: prints one table of what was done and what came of it; fails where a goal was missed. */
const goals = {
  fuzzMilliseconds: 50,
  acknowledgementMilliseconds: 250,
  heapMegabytes: 8,
  blockMilliseconds: 100,
}

type Row = readonly [what: string, came: string, goal: string, met: string]
const rows: Row[] = []
const add = (what: string, came: string, goal: string, isMet: boolean) =>
  rows.push([what, came, goal, isMet ? 'met' : 'MISSED'])
const say = (step: string) => process.stderr.write(`${step} …\n`)

const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-stress-'))
const built = join(import.meta.dirname, '../../src')
const notes = await openNotes()

say('kills and clock steps')
const endings = await endure(built, ordeals(100, 20_261_201))
const faults = endings.flatMap(faultsOf)
const clockSteps = endings.flatMap((ending) => ending.clockSteps).filter((step) => step !== 0).length
add(
  `${endings.length} kills with ${endings.length * 6} tips, ${clockSteps} clock steps of up to 2 h`,
  `${faults.length} lost or twice ${faults.slice(0, 3).join('; ')}`.trim(),
  'none',
  faults.length === 0,
)

say('channels due at once')
const due = await postDueAtOnce(1150, join(directory, 'due'))
add(
  `${due.channels} channels due in the same minute`,
  `${due.once} exactly once, in ${due.seconds} s`,
  'each exactly once',
  due.once === due.channels,
)

say('replicas')
if (postgresMissing) {
  add('3 replicas on PostgreSQL', `not run: ${postgresMissing}`, 'each tip exactly once', true)
} else {
  const server = await startPostgres()
  const hour = 3_600_000
  const raced = await raceReplicas(built, await server.createDatabase(), [0, 2 * hour, hour], 360)
  await server.stop()
  const once = raced.posts.filter((count) => count === 1).length
  add(
    `3 replicas, 360 tips, clocks up to 2 h apart, ${raced.survived.filter((each) => !each).length} killed`,
    `${once} exactly once`,
    'each exactly once',
    once === raced.posts.length,
  )
}

say('mutated packets')
const mutated = await sendMutations(join(directory, 'packets'))
add(
  `${mutated.packets} mutated packets of both platforms`,
  `${mutated.answering.join(' and ') || 'no chat'} answered afterwards`,
  'both answer',
  mutated.answering.length === 2,
)

say('strange questions')
const fuzzed = fuzz(notes, 20_000)
add(
  `${fuzzed.questions} strange questions`,
  `${fuzzed.faults.length} faults ${fuzzed.faults.slice(0, 3).join('; ')}`.trim(),
  'none',
  fuzzed.faults.length === 0,
)
add(
  'the slowest of them',
  `${fuzzed.slowestMilliseconds.toFixed(1)} ms (${fuzzed.slowest})`,
  `at most ${goals.fuzzMilliseconds} ms`,
  fuzzed.slowestMilliseconds <= goals.fuzzMilliseconds,
)

say('questions in a row')
const kept = await askMany(notes, 50_000, directory)
add(
  `heap over ${kept.questions} questions, ${kept.questionsPerSecond} a second`,
  `${kept.before} to ${kept.after} MB`,
  `at most ${goals.heapMegabytes} MB more`,
  kept.after - kept.before <= goals.heapMegabytes,
)

say('commands in both chats')
const crowded = await crowd(5000, 200, join(directory, 'crowd'))
const twice = crowded.twice.slack + crowded.twice.discord
add(
  `${crowded.commands} commands at 200 a second in both chats`,
  `${crowded.answered} answered, ${twice} twice ${crowded.complaints.join(', ')}`.trim(),
  'none lost, late or twice',
  crowded.answered === crowded.commands && twice === 0 && crowded.complaints.length === 0,
)
add(
  'their acknowledgement',
  `p50 ${crowded.p50}, p99 ${crowded.p99}, slowest ${crowded.slowest} ms`,
  `p99 under ${goals.acknowledgementMilliseconds} ms`,
  crowded.p99 < goals.acknowledgementMilliseconds,
)
add(
  'memory of the process',
  `${crowded.before} MB before, ${crowded.after} MB after`,
  'below the 512 MB of deploy/',
  crowded.after < 512,
)
add(
  'tokens in what it wrote',
  crowded.leaks || mutated.leaks ? 'some' : 'none',
  'none',
  !crowded.leaks && !mutated.leaks,
)

for (const chat of ['discord', 'slack'] as const) {
  /** Answers at the highest rate at which none was lost. */
  let lossless = 0
  for (const perSecond of [100, 200, 1000]) {
    say(`a flood of ${perSecond} a second on ${chat}`)
    const flooded = await flood(chat, perSecond, 10, join(directory, `flood-${chat}-${perSecond}`))
    const isLossless = flooded.inTime === flooded.sent
    add(
      `${flooded.sent} commands on ${chat} at ${flooded.perSecond} a second`,
      `${flooded.inTime} answered in 3 s, ${flooded.late} later, ${flooded.shed} dropped; p99 ${flooded.p99} ms`,
      isLossless ? 'none later' : `none later, at least ${lossless}`,
      flooded.late === 0 && (isLossless || flooded.inTime >= lossless),
    )
    add(
      'longest block of its event loop',
      `${flooded.longestBlock} ms, ${flooded.resident} MB resident`,
      `at most ${goals.blockMilliseconds} ms`,
      flooded.longestBlock <= goals.blockMilliseconds,
    )
    if (isLossless) lossless = flooded.inTime
  }
}

await rm(directory, { recursive: true })
process.stdout.write(`${table(['what', 'what came of it', 'goal', ''], rows)}\n`)
process.exitCode = rows.some(([, , , met]) => met === 'MISSED') ? 1 : 0
