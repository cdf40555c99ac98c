import type { Logger } from 'pino'
import type { Answered, BotListener } from '../chat/bot-listener.js'
import { type AskedQuestion, type Questions, StoreError } from '../store/store.js'
import { withoutPersonalParts } from './personal.js'

/** What a recorder is made of. */
export interface RecorderParts {
  readonly questions: Questions
  readonly log: Logger
  /** Takes out tokens that somebody pasted into a question. */
  readonly redact: (text: string) => string
  /** Told how many entries were given up. */
  readonly dropped: (count: number) => void
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Writes questions and votes to the store, behind the answers. */
export interface Recorder extends BotListener {
  /** Writes what is left, if the store lets it, and takes nothing more. */
  stop(): Promise<void>
}

type Entry = () => Promise<void>

/** Ours: an hour of questions of a busy community, a megabyte at most. */
const longestQueue = 1000
const retryMilliseconds = 5000
const quietMilliseconds = 60_000

/** Creates a recorder. A store that is away costs no answer: entries wait in a queue, and the oldest give way. */
export function createRecorder(parts: RecorderParts): Recorder {
  return new QueuedRecorder(parts)
}

class QueuedRecorder implements Recorder {
  readonly #parts: RecorderParts
  readonly #queue: Entry[] = []
  #writing: Promise<void> | undefined
  #retry: NodeJS.Timeout | undefined
  #complainedAt = Number.NEGATIVE_INFINITY
  #lost = 0
  #stopped = false

  constructor(parts: RecorderParts) {
    this.#parts = parts
  }

  answered(event: Answered): void {
    const question = toKeep(event, this.#parts.redact)
    if (question) this.#add(() => this.#parts.questions.record(question))
  }

  voted(question: string, vote: 'up' | 'down'): void {
    this.#add(() => this.#parts.questions.vote(question, vote))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    await this.#writing
    await this.#write()
    clearTimeout(this.#retry)
    if (this.#queue.length > 0) this.#giveUp(this.#queue.splice(0).length)
    if (this.#lost > 0) this.#parts.log.warn({ lost: this.#lost }, 'Stopped before all questions were stored')
  }

  #add(entry: Entry): void {
    if (this.#stopped) return
    this.#queue.push(entry)
    if (this.#queue.length > longestQueue) {
      this.#queue.shift()
      this.#giveUp(1)
    }
    if (!this.#writing && !this.#retry) this.#start()
  }

  #start(): void {
    this.#retry = undefined
    this.#writing = this.#write().finally(() => {
      this.#writing = undefined
      if (this.#queue.length > 0 && !this.#retry && !this.#stopped) this.#start()
    })
  }

  /** Writes until the queue is empty or the store is away. */
  async #write(): Promise<void> {
    for (let entry = this.#queue[0]; entry; entry = this.#queue[0]) {
      try {
        await entry()
      } catch (err) {
        if (err instanceof StoreError) return this.#wait(err)
        this.#parts.log.error({ err }, 'Could not store a question')
      }
      if (this.#queue[0] === entry) this.#queue.shift()
    }
  }

  #wait(err: StoreError): void {
    this.#complain(err)
    this.#retry = setTimeout(() => this.#start(), retryMilliseconds)
    this.#retry.unref()
  }

  #complain(err: StoreError): void {
    const now = this.#parts.now()
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
