import { OperatorError } from '../operator-error.js'
/** A mistake or an oddity in the notes, for the person who writes them. */
export interface Finding {
  /** Path of the file, as the reader of the message would type it. */
  readonly file: string
  /** 1 is the first line. */
  readonly line: number
  /** An `error` keeps something from being used; a `warning` does not. */
  readonly level: 'error' | 'warning'
  /** What is wrong and the way out, one sentence. */
  readonly message: string
  /** The one line of front matter that would help: `talks: "###"`. */
  readonly fix?: string
}

/** The notes cannot be used. The message has one line a problem: `file:line: message`. */
export class NotesError extends OperatorError {
  override readonly name = 'NotesError'
  readonly problems: readonly Finding[]

  constructor(problems: readonly Finding[]) {
    super(problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`).join('\n'))
    this.problems = problems
  }
}
