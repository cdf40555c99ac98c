/** Whether another process holds the file's lock: the statement was not run and may be tried again. */
export function isBusy(error: unknown): boolean {
  return codeOf(error)?.startsWith('SQLITE_BUSY') ?? false
}

/** Whether the file has to be opened anew: it was moved, its disk went away, or it was opened read-only. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && !/^SQLITE_(BUSY|CONSTRAINT)/.test(code)
}

/** SQLite's code in libsql's own errors; read by name, so that the driver need not be loaded to look. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'SqliteError' || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
