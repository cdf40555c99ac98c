/** Milliseconds that each of many answers took. */
export interface Times {
  readonly p50: number
  readonly p99: number
}

/** Our bot beside a bare app of the same library. Times in milliseconds. */
export interface RaceResult {
  readonly ours: Times
  readonly bare: Times
  readonly addedP50: number
  readonly addedP99: number
  readonly ratioP50: number
  readonly ratioP99: number
  readonly answers: number
}

/** Asks the question with this number, and gives the milliseconds until its answer. */
export type Runner = (question: number) => Promise<number>

/** Not counted: until both have been compiled by the engine. */
const warmUpRounds = 20

/** Asks both in turn, one question at a time. */
export async function race(
  runners: { readonly ours: Runner; readonly bare: Runner },
  { questions, rounds }: { readonly questions: number; readonly rounds: number },
): Promise<RaceResult> {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (let question = 0; question < questions; question += 1) {
      const own = await runners.ours(question)
      const other = await runners.bare(question)
      if (round < 0) continue
      ours.push(own)
      bare.push(other)
    }
  }
  return compare(timesOf(ours), timesOf(bare), ours.length)
}

/** Starts both in turn, several times; gives each one's median in milliseconds. */
export async function raceStarts(
  start: { readonly ours: () => Promise<number>; readonly bare: () => Promise<number> },
  rounds: number,
): Promise<{ readonly ours: number; readonly bare: number; readonly ratio: number }> {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await start.ours())
    bare.push(await start.bare())
  }
  const [own, other] = [quantile(ours, 0.5), quantile(bare, 0.5)]
  return { ours: own, bare: other, ratio: own / other }
}

function compare(ours: Times, bare: Times, answers: number): RaceResult {
  return {
    ours,
    bare,
    addedP50: ours.p50 - bare.p50,
    addedP99: ours.p99 - bare.p99,
    ratioP50: ours.p50 / bare.p50,
    ratioP99: ours.p99 / bare.p99,
    answers,
  }
}

function timesOf(values: readonly number[]): Times {
  return { p50: quantile(values, 0.5), p99: quantile(values, 0.99) }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
