import type { Logger } from 'pino'
import type { Vote } from '../answer/action.js'
import type { Answered, BotListener } from '../chat/bot-listener.js'
import { type AskedQuestion, type Questions, StoreError } from '../store/store.js'
import type { Clock } from '../time/clock.js'
import { withoutPersonalParts } from './personal.js'

/** What a recorder is made of. */
export interface RecorderDeps {
  readonly questions: Questions
  readonly log: Logger
  /** Takes out tokens that somebody pasted into a question. */
  readonly redact: (text: string) => string
  /** Told how many entries were given up. */
  readonly dropped: (count: number) => void
  readonly clock: Pick<Clock, 'monotonic'>
}

/** Writes questions and votes to the store, behind the answers. */
export interface Recorder extends BotListener {
  /** Writes what is left, if the store lets it, and takes nothing more. */
  stop(): Promise<void>
}

/** What is still to be written. */
type QueuedEntry = { readonly question: AskedQuestion } | { readonly voted: string; readonly vote: Vote }

/** Ours: an hour of questions of a busy community, a megabyte at most. */
const longestQueue = 1000
/** Ours: what is asked in this time is written at once, so that the disk is not waited for with every question. */
const gatherMilliseconds = 200
const mostAtOnce = 100
const retryMilliseconds = 5000
const quietMilliseconds = 60_000

/** Creates a recorder. A store that is away costs no answer: entries wait in a queue, and the oldest give way. */
export function createRecorder(parts: RecorderDeps): Recorder {
  return new QueuedRecorder(parts)
}

class QueuedRecorder implements Recorder {
  readonly #parts: RecorderDeps
  readonly #queue: QueuedEntry[] = []
  #writing: Promise<void> | undefined
  /** When the queue is looked at next: soon, or later while the store is away. */
  #timer: NodeJS.Timeout | undefined
  #complainedAt = Number.NEGATIVE_INFINITY
  #lost = 0
  #stopped = false

  constructor(parts: RecorderDeps) {
    this.#parts = parts
  }

  answered(event: Answered): void {
    const question = toKeep(event, this.#parts.redact)
    if (question) this.#add({ question })
  }

  voted(question: string, vote: Vote): void {
    this.#add({ voted: question, vote })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#writing
    await this.#write()
    clearTimeout(this.#timer)
    if (this.#queue.length > 0) this.#giveUp(this.#queue.splice(0).length)
    if (this.#lost > 0) this.#parts.log.warn({ lost: this.#lost }, 'Stopped before all questions were stored')
  }

  #add(entry: QueuedEntry): void {
    if (this.#stopped) return
    this.#queue.push(entry)
    if (this.#queue.length > longestQueue) {
      this.#queue.shift()
      this.#giveUp(1)
    }
    if (!this.#writing && !this.#timer) this.#startIn(gatherMilliseconds)
  }

  #startIn(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#start(), milliseconds)
    this.#timer.unref()
  }

  #start(): void {
    this.#timer = undefined
    this.#writing = this.#write().finally(() => {
      this.#writing = undefined
      if (this.#queue.length > 0 && !this.#timer && !this.#stopped) this.#startIn(gatherMilliseconds)
    })
  }

  /** Writes until the queue is empty or the store is away. */
  async #write(): Promise<void> {
    while (this.#queue.length > 0) {
      const entries = this.#next()
      try {
        await this.#store(entries)
      } catch (err) {
        if (err instanceof StoreError) return this.#wait(err)
        this.#parts.log.error({ err }, 'Could not store a question')
      }
      // Those that gave way meanwhile are gone already.
      while (this.#queue[0] && entries.includes(this.#queue[0])) this.#queue.shift()
    }
  }

  /** A vote, or the questions before the next one. */
  #next(): readonly QueuedEntry[] {
    const upTo = this.#queue.slice(0, mostAtOnce).findIndex((entry) => 'voted' in entry)
    return this.#queue.slice(0, upTo < 0 ? mostAtOnce : Math.max(1, upTo))
  }

  async #store(entries: readonly QueuedEntry[]): Promise<void> {
    const [first] = entries
    if (first && 'voted' in first) return this.#parts.questions.vote(first.voted, first.vote)
    await this.#parts.questions.record(
      entries.flatMap((entry) => ('question' in entry ? [entry.question] : [])),
    )
  }

  #wait(err: StoreError): void {
    this.#complain(err)
    this.#startIn(retryMilliseconds)
  }

  #complain(err: StoreError): void {
    const now = this.#parts.clock.monotonic()
    if (now - this.#complainedAt < quietMilliseconds) return
    this.#complainedAt = now
    this.#parts.log.warn({ err, waiting: this.#queue.length, lost: this.#lost }, 'Cannot store questions now')
  }

  #giveUp(count: number): void {
    this.#lost += count
    this.#parts.dropped(count)
  }
}

/** The row for a question; nothing for a command, an apology, and a pressed button that carries no words. */
function toKeep(event: Answered, redact: (text: string) => string): AskedQuestion | undefined {
  const { id, askedAt, chat, locale, outcome, sessions } = event
  if (outcome === 'command' || outcome === 'failed') return undefined
  const text = withoutPersonalParts(redact(event.text.slice(0, 4000)))
  return text === '' ? undefined : { id, askedAt, chat, locale, text, outcome, sessions, vote: '' }
}
