/** The one way in which a process ends: the first reason counts. */
export interface ExitSignal {
  /** Resolves with the exit code of the first `end`. */
  readonly code: Promise<number>
  readonly end: (code: number) => void
}

/** An ending that has not come yet. */
export function createExitSignal(): ExitSignal {
  let end: (code: number) => void = () => {}
  const code = new Promise<number>((resolve) => {
    end = resolve
  })
  return { code, end }
}
