import type { Filters } from '../search/search-index.js'
import type { CommandName } from './commands.js'

/** What somebody wants, read from words or given by a chat's own form. */
export interface Question {
  readonly command: CommandName
  /** The command's argument, or the words to search; empty when there are none. */
  readonly words: string
  readonly filters: Filters
  /** Whether `public:yes` was asked for. */
  readonly public: boolean
}
