import type { Filters } from '../search/types.js'
import type { Body, Notes, ReplyContext } from './reply-context.js'
import type { Locale } from './wording/locale.js'

/** Names of the commands, the same in every chat; ASCII, because Discord wants them so. */
export type CommandName = 'session' | 'sessions' | 'slides' | 'speaker' | 'tip' | 'tips' | 'gaps' | 'help'

/** A text in both languages. */
export type Localised = Readonly<Record<Locale, string>>

/** What somebody wants, read from words or given by a chat's own form. */
export interface Question {
  readonly command: CommandName
  /** The command's argument, or the words to search; empty when there are none. */
  readonly words: string
  readonly filters: Filters
  /** Whether `public:yes` was asked for. */
  readonly public: boolean
}

/** A command and its words, as they were typed. */
export type Intent = Pick<Question, 'command' | 'words'>

/** A command's argument, as Discord's option and as help shows it. */
export interface Argument {
  readonly name: 'query' | 'meetup' | 'name' | 'setting' | 'days'
  readonly description: Localised
  readonly required: boolean
  /** What completes it while it is typed. */
  readonly suggest?: 'session' | 'speaker' | 'meetup'
}

/** A row of the one table of commands. */
export interface Command {
  readonly name: CommandName
  /** Korean words that mean the same where words are typed. */
  readonly aliases: readonly string[]
  /** At most 100 characters in each language. */
  readonly description: Localised
  readonly argument?: Argument
  /** Whether `meetup:`, `speaker:` and `tag:` narrow it. */
  readonly filters: boolean
  /** `tips`: people who manage the channel; `gaps`: organisers. */
  readonly who: 'anyone' | 'tips' | 'gaps'
  /**
   * What follows the command's name as a question: `undefined` where it does not fit its grammar, so that
   * `help me with terraform` is searched.
   */
  readonly fits: (rest: string, isMeetup: (words: string) => boolean) => Intent | undefined
  /** Answers from the notes; absent where the store or somebody's rights are asked: see `BotDeps.commands`. */
  readonly run?: (question: Question, notes: Notes, context: ReplyContext) => Body
}
