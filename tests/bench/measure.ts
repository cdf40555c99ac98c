import type { Question } from './corpus.js'
import type { Engine, Search } from './engines.js'
import { mean, median, percentile } from './statistics.js'

/** What an engine reached. Shares are per cent. */
export interface Result {
  readonly engine: string
  readonly questions: number
  readonly success1: number
  readonly success3: number
  readonly mrr10: number
  readonly buildMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly heapMb: number
}

/** An engine with the documents it gets and the questions it is asked. */
export interface Trial {
  readonly engine: Engine
  readonly documents: Parameters<Engine['build']>[0]
  readonly questions: readonly Question[]
}

/** Runs each trial `passes` times, in another order each time, and takes the median of the times. */
export async function measure(trials: readonly Trial[], passes: number): Promise<Result[]> {
  const results = new Map<string, Result[]>(trials.map(({ engine }) => [engine.name, []]))
  for (let pass = 0; pass < passes; pass++) {
    const order = pass % 2 === 0 ? rotated(trials, pass) : rotated(trials, pass).reverse()
    for (const trial of order) results.get(trial.engine.name)?.push(await runTrial(trial))
  }
  return [...results.values()].map(middle)
}

const rotated = <T>(items: readonly T[], by: number): T[] => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
]

async function runTrial({ engine, documents, questions }: Trial): Promise<Result> {
  const before = heapMb()
  const start = performance.now()
  const search = await engine.build(documents)
  const buildMs = performance.now() - start
  const heap = heapMb() - before
  const asked = await ask(search, questions)
  return { engine: engine.name, questions: questions.length, buildMs, heapMb: heap, ...asked }
}

async function ask(search: Search, questions: readonly Question[]) {
  for (const { text } of questions.slice(0, 50)) await search(text)
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
  const within = (most: number) => 100 * mean(ranks.map((rank) => (rank > 0 && rank <= most ? 1 : 0)))
  return {
    success1: within(1),
    success3: within(3),
    mrr10: 100 * mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0))),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  }
}

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
