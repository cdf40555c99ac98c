/** How fresh the notes in use are. */
export interface LibraryState {
  readonly sessions: number
  /** When the notes in use were loaded; epoch milliseconds. */
  readonly loadedAt: number
  /** Why newer notes were refused, one line a mistake; absent while the notes in use are those on disk. */
  readonly problem?: string
}
