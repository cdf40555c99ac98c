import type { Finding } from '../knowledge/finding.js'

/** How fresh the notes in use are. */
export interface LibraryState {
  readonly sessions: number
  /** When the notes in use were loaded; epoch milliseconds. */
  readonly loadedAt: number
  /** For how long they have not been those on disk; 0 while they are. */
  readonly behindSeconds: number
  /** A finding for each file that cannot be used, or is used in an older version. */
  readonly unusable: readonly Finding[]
  /** Why the folder as a whole cannot be read; absent while it can. */
  readonly problem?: string
}
