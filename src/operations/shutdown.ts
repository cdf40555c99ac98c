import type { Logger } from 'pino'
import { within } from '../time/within.js'

/** The part of `process` that tells us to stop. */
export interface ProcessEvents {
  on(event: string, listener: (cause: unknown) => void): unknown
  off(event: string, listener: (cause: unknown) => void): unknown
}

/** Who is told. */
export interface Stopping {
  /** Called once, with the exit code that the process shall have: clean up and exit. */
  readonly end: (code: number) => void
  /** Exits at once, cleaned up or not. */
  readonly exit: (code: number) => void
  readonly log: Logger
}

/** Conventional: 128 and the signal's number. */
const signals = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Ends the process in an orderly way on SIGTERM, SIGINT or an error that nobody caught; a second signal ends it at
 * once. Gives a function that stops watching.
 */
export function watchProcess(events: ProcessEvents, { end, exit, log }: Stopping): () => void {
  let stopping = false
  const onSignal = (signal: keyof typeof signals) => () => {
    if (stopping) return exit(signals[signal])
    stopping = true
    log.info({ signal }, 'Stopping; a second signal stops at once')
    end(0)
  }
  const onCrash = (err: unknown) => {
    log.fatal({ err }, 'An error that nobody caught; stopping')
    stopping = true
    end(1)
  }
  const listeners = {
    SIGINT: onSignal('SIGINT'),
    SIGTERM: onSignal('SIGTERM'),
    uncaughtException: onCrash,
    unhandledRejection: onCrash,
  }
  for (const [event, listener] of Object.entries(listeners)) events.on(event, listener)
  return () => {
    for (const [event, listener] of Object.entries(listeners)) events.off(event, listener)
  }
}

/** Something to be stopped. */
export interface StopStep {
  /** What the log calls it. */
  readonly name: string
  readonly stop: () => Promise<unknown>
  /** How long it may take. */
  readonly seconds: number
}

/** Stops things one after another, whatever fails or hangs. True when all of them stopped cleanly. */
export async function stopInOrder(steps: readonly StopStep[], log: Logger): Promise<boolean> {
  let clean = true
  for (const step of steps) {
    const stopped = await attempt(step, log)
    clean &&= stopped
  }
  return clean
}

async function attempt({ name, stop, seconds }: StopStep, log: Logger): Promise<boolean> {
  try {
    await within(seconds * 1000, stop(), 'not finished')
    return true
  } catch (err) {
    log.error({ err, step: name }, 'Could not stop cleanly')
    return false
  }
}
