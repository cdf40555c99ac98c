import type { Question } from './corpus.js'
import type { Engine, Search } from './engines.js'
import { mean, median, percentile } from './statistics.js'

/** What an engine reached. Shares are per cent. */
export interface Result {
  readonly engine: string
  readonly questions: number
  readonly success1: number
  readonly success3: number
  readonly recall10: number
  readonly mrr10: number
  /** Of the questions of the first list right at 1, those right at 1 here as well: typos survived. */
  readonly survived?: number
  readonly buildMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly heapMb: number
}

/** An engine with the documents it gets and the lists of questions it is asked; a later list asks the same otherwise. */
export interface Trial {
  readonly engine: Engine
  readonly documents: Parameters<Engine['build']>[0]
  readonly questions: readonly (readonly Question[])[]
}

/**
 * Runs each trial `passes` times, in another order each time, and takes the median of the times. Gives the results of
 * all engines for each list of questions.
 */
export async function measure(trials: readonly Trial[], passes: number): Promise<Result[][]> {
  const runs = new Map<string, Result[][]>(trials.map(({ engine }) => [engine.name, []]))
  for (let pass = 0; pass < passes; pass++) {
    const order = pass % 2 === 0 ? rotated(trials, pass) : rotated(trials, pass).reverse()
    for (const trial of order) runs.get(trial.engine.name)?.push(await runTrial(trial))
  }
  const lists = trials[0]?.questions ?? []
  return lists.map((_, list) =>
    [...runs.values()].map((passed) => middle(passed.flatMap((run) => run[list] ?? []))),
  )
}

const rotated = <T>(items: readonly T[], by: number): T[] => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
]

async function runTrial({ engine, documents, questions }: Trial): Promise<Result[]> {
  const before = heapMb()
  const start = performance.now()
  const search = await engine.build(documents)
  const buildMs = performance.now() - start
  const costs = { buildMs, heapMb: heapMb() - before }
  const results: Result[] = []
  let first: readonly number[] | undefined
  for (const list of questions) {
    const { ranks, ...times } = await ask(search, list)
    const survived = first && { survived: survivedOf(first, ranks) }
    results.push({
      engine: engine.name,
      questions: list.length,
      ...costs,
      ...quality(ranks),
      ...survived,
      ...times,
    })
    first ??= ranks
  }
  return results
}

async function ask(search: Search, questions: readonly Question[]) {
  for (const { text } of questions.slice(0, Math.min(50, questions.length / 20))) await search(text)
  const times: number[] = []
  const ranks: number[] = []
  for (const { text, expected } of questions) {
    const start = performance.now()
    const answer = search(text)
    // Waiting for what is not promised would charge a turn of the event loop to those who answer at once.
    const found = answer instanceof Promise ? await answer : answer
    times.push(performance.now() - start)
    ranks.push(found.findIndex((id) => expected.includes(id)) + 1)
  }
  return { ranks, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) }
}

function quality(ranks: readonly number[]) {
  const within = (most: number) => 100 * mean(ranks.map((rank) => (rank > 0 && rank <= most ? 1 : 0)))
  return {
    success1: within(1),
    success3: within(3),
    recall10: within(10),
    mrr10: 100 * mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0))),
  }
}

const survivedOf = (first: readonly number[], later: readonly number[]): number =>
  100 * mean(later.filter((_, i) => first[i] === 1).map((rank) => (rank === 1 ? 1 : 0)))

function middle(results: readonly Result[]): Result {
  const [first] = results
  if (!first) throw new RangeError('Nothing was measured')
  const of = (key: 'buildMs' | 'p50Ms' | 'p99Ms' | 'heapMb') => median(results.map((result) => result[key]))
  return { ...first, buildMs: of('buildMs'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms'), heapMb: of('heapMb') }
}

// Without --expose-gc the figure holds garbage as well.
function heapMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}
