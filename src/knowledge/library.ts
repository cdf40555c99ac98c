import type { Meetup, Session, Tip } from './session.js'

/** A mistake or an oddity in the notes, for the person who writes them. */
export interface NotesProblem {
  /** Path of the file, as the reader of the message would type it. */
  readonly file: string
  /** 1 is the first line. */
  readonly line: number
  /** What is wrong and the way out, one sentence. */
  readonly message: string
}

/** Everything we know: the whole knowledge folder, read and checked. */
export interface Library {
  /** Newest first. */
  readonly meetups: readonly Meetup[]
  /** Newest meetup first; inside a meetup in the order of the post. */
  readonly sessions: readonly Session[]
  readonly tips: readonly Tip[]
  /** Groups of equal terms from `glossary.yml`. */
  readonly glossary: readonly (readonly string[])[]
  /** What may be a slip but keeps nobody from using the notes. */
  readonly warnings: readonly NotesProblem[]
}

/** The notes cannot be used. The message has one line a problem: `file:line: message`. */
export class NotesError extends Error {
  override readonly name = 'NotesError'
  readonly problems: readonly NotesProblem[]

  constructor(problems: readonly NotesProblem[]) {
    super(problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`).join('\n'))
    this.problems = problems
  }
}
