import { pino } from 'pino'
import { type BotDeps, createBot } from '../../src/bot.js'
import type { StoreCommand } from '../../src/chat/bot-listener.js'
import type { Bot } from '../../src/chat/chat.js'
import { shippedNotes } from '../shipped-notes.js'

const notes = await shippedNotes()

/** What a test looks at: the votes that came, and the questions whose reply was sent. */
export interface Heard {
  readonly votes: string[]
  readonly questions: string[]
}

/** The real bot over the shipped notes. `commands` stand in for those that ask a store. */
export function openBot(parts: Partial<BotDeps> = {}): { readonly bot: Bot; readonly heard: Heard } {
  const heard: Heard = { votes: [], questions: [] }
  const bot = createBot({
    notes: () => notes,
    locale: 'ko',
    commands: {},
    todaysTip: () => ({ outcome: 'command', parts: [{ kind: 'text', line: [{ text: 'Tip of the day' }] }] }),
    remembers: false,
    listener: {
      answered: ({ text, command }) => heard.questions.push(text || command),
      voted: (_question, vote) => heard.votes.push(vote),
    },
    log: pino({ level: 'silent' }),
    logQuestions: false,
    now: Date.now,
    ...parts,
  })
  return { bot, heard }
}

/** Holds somebody up until it is opened. */
export interface Gate {
  readonly arrived: () => void
  /** Resolves when somebody has arrived. */
  readonly reached: Promise<void>
  readonly open: () => void
  readonly opened: Promise<void>
}

/** A closed gate. */
export function createGate(): Gate {
  let arrived: () => void = () => {}
  let open: () => void = () => {}
  const reached = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { arrived, reached, open, opened }
}

/** A command of the store's that takes as long as the test wants. */
export function slowCommand(): { readonly command: StoreCommand; readonly gate: Gate } {
  const gate = createGate()
  const command: StoreCommand = async () => {
    gate.arrived()
    await gate.opened
    return { outcome: 'command', parts: [{ kind: 'text', line: [{ text: 'At last' }] }] }
  }
  return { command, gate }
}
