/** How long a start took since the process began, in milliseconds. */
export interface Start {
  /** Until the notes were there. */
  readonly read: number
  /** Until the index was there, too. */
  readonly milliseconds: number
  /** Processor time of all threads. */
  readonly processor: number
  readonly megabytes: number
}

/** The figures of a start that ends now; `read` is when its notes were there, by `performance.now`. */
export function startedAt(read: number): Start {
  const { user, system } = process.cpuUsage()
  const processor = (user + system) / 1000
  return { read, milliseconds: performance.now(), processor, megabytes: process.memoryUsage.rss() / 1e6 }
}
