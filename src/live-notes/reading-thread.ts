import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type LibraryChunk, type ReadRequest, taken } from './library-chunks.js'
import { deadlineMilliseconds, idleFactor, threadMegabytes, youngMegabytes } from './limits.js'
import { Progress, resting } from './progress.js'

/** The built worker; under a test runner that reads TypeScript there is none beside us. */
const builtWorker = new URL('./notes-worker.js', import.meta.url)

/** Bounds of the thread; tests set others. */
export interface ThreadOptions {
  readonly worker?: URL
  readonly deadlineMilliseconds?: number
  readonly threadMegabytes?: number
}

/** How a reading ended: with everything read, or with the thread, which was at a task, searching, or at nothing. */
export type ReadingEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'ended'; readonly place: number; readonly why: EndReason; readonly error?: unknown }

/** Why a reading thread ends: a file takes too long, or too much memory, or it breaks the thread. */
export type EndReason = 'slow' | 'memory' | 'broken'

/** A thread that reads notes, one request at a time. It is of no use after a reading that ended it. */
export class ReadingThread {
  readonly #worker: Worker
  readonly #progress = new Progress()
  readonly #deadline: number
  #died: { readonly error: unknown } | undefined

  constructor(options: ThreadOptions = {}) {
    this.#deadline = options.deadlineMilliseconds ?? deadlineMilliseconds
    this.#worker = new Worker(options.worker ?? builtWorker, {
      workerData: { progress: this.#progress.memory },
      resourceLimits: {
        maxOldGenerationSizeMb: options.threadMegabytes ?? threadMegabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    })
    this.#worker.on('error', (error) => {
      this.#died = { error }
    })
    this.#worker.on('exit', (code) => {
      this.#died ??= { error: new Error(`The thread that reads the notes ended with ${code}`) }
    })
  }

  /** Reads, and hands over each chunk in its turn; others get theirs in between. */
  read(request: ReadRequest, take: (chunk: LibraryChunk) => void): Promise<ReadingEnd> {
    return new Promise((resolve, reject) => {
      let last: Promise<unknown> = Promise.resolve()
      const worker = this.#worker
      const watch = this.#watch((place) => finish({ kind: 'ended', place, why: 'slow' }))
      const finish = (end: ReadingEnd) => {
        clearInterval(watch)
        worker.off('message', receive).off('error', died).off('exit', died)
        last.then(() => resolve(end), reject)
      }
      const receive = (chunk: LibraryChunk) => {
        last = last.then(async () => {
          take(chunk)
          worker.postMessage(taken)
          await setImmediate()
        })
        if (chunk.kind === 'end' || chunk.kind === 'refused') finish({ kind: 'done' })
      }
      const died = () => finish(this.#end())
      if (this.#died) return resolve(this.#end())
      worker.on('message', receive).on('error', died).on('exit', died)
      worker.postMessage(request)
    })
  }

  /** Does not wait for a thread that is deep in a system call. */
  close(): void {
    void this.#worker.terminate()
  }

  #end(): ReadingEnd {
    const error = this.#died?.error
    const why = isOutOfMemory(error) ? 'memory' : 'broken'
    return { kind: 'ended', place: this.#progress.look().place, why, error }
  }

  /**
   * Looks at the progress again and again: only what was seen to stand still counts, however late we look. Processor time
   * counts, so that a busy machine is no reason; a disk that gives no answer takes none, so it is waited for longer.
   */
  #watch(tooSlow: (place: number) => void): NodeJS.Timeout {
    let seen = { step: -1, since: 0, used: 0 }
    return setInterval(() => {
      const { place, step } = this.#progress.look()
      const [now, used] = [performance.now(), processorMilliseconds()]
      if (step !== seen.step || place === resting) seen = { step, since: now, used }
      else if (used - seen.used > this.#deadline || now - seen.since > idleFactor * this.#deadline)
        tooSlow(place)
    }, this.#deadline / 20)
  }
}

/** That of the whole process, which does little else while it waits for notes. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
