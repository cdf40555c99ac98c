const escapes =
  'in the user and the password write % as %25, # as %23, / as %2F, ? as %3F, @ as %40, : as %3A and a space as %20'

/**
 * What is wrong with the address of a PostgreSQL database, as the end of a sentence that shows nothing of its password;
 * `undefined` when nothing is. A character that should have been escaped cuts the address in the wrong place.
 */
export function mistakeInDatabaseUrl(text: string): string | undefined {
  if (!/^postgres(?:ql)?:\/\//u.test(text)) return 'begins with postgres://'
  if (/%(?![\da-f]{2})/iu.test(text)) return `has a % that begins no escape: ${escapes}`
  if (/\s/u.test(text)) return `has a space: ${escapes}`
  if (text.includes('#')) return `has a #: ${escapes}`
  const url = parseDatabaseUrl(text)
  const isCut = url && !url.username && /@/u.test(url.pathname + url.search)
  if (url && !isCut && areReadable(url)) return undefined
  return `is no address such as postgres://user:password@host:5432/database: ${escapes}`
}

/** The password in the address, as it is; `undefined` where there is none. */
export function passwordIn(text: string): string | undefined {
  const password = parseDatabaseUrl(text)?.password
  return password ? decodeURIComponent(password) : undefined
}

/** The driver lets the host be missing, for a socket. */
function parseDatabaseUrl(text: string): URL | undefined {
  const withHost = text.replace('@/', '@localhost/')
  return URL.canParse(withHost) ? new URL(withHost) : undefined
}

/** Escapes that are no UTF-8 cannot be taken back. */
function areReadable({ username, password, pathname }: URL): boolean {
  try {
    return decodeURIComponent(username + password + pathname) !== ''
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}
