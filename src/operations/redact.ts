/** What stands where a secret stood. */
const blot = '[redacted]'

/** Secrets that can be told by their shape, wherever they come from. Each pattern runs in linear time. */
const shapes: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // No word boundary in front: in an encoded form the token follows a digit, as in %20xoxb-.
  // Slack: bot, user, configuration, refresh and app-level tokens.
  [/xox[a-z][.-][\w.%-]{8,}/giu, blot],
  [/xapp-[\w.%-]{8,}/giu, blot],
  // Slack's links that let whoever has them post or upload.
  [/(hooks\.slack(?:-gov)?\.com\/)[\w/-]+/giu, `$1${blot}`],
  // Discord: the bot's id, a time stamp and a signature; and the tokens of interactions.
  [/[MNO][\w-]{22,30}\.[\w-]{6}\.[\w-]{25,45}/gu, blot],
  [/aW50ZXJhY3Rpb246[\w+=-]{8,}/gu, blot],
  [/(\/(?:webhooks|interactions)\/\d{15,21}\/)[\w%+=-]{20,}/gu, `$1${blot}`],
  [/\b(Bearer|Basic) [\w.~+/=-]{16,}/gu, `$1 ${blot}`],
  [
    /(\bauthorization\\*["']?\s*[:=]\s*\\*["']?(?:(?:Bearer|Bot|Basic) )?)(?!\[|Bearer |Bot |Basic )[^\s"'\\,}]+/giu,
    `$1${blot}`,
  ],
  // The password of an address: postgres://user:password@host.
  [/(\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/@"\\]{0,100}:)[^\s/@"\\]{1,200}(?=@)/giu, `$1${blot}`],
  [/(["'?&\s;]password\\*["']?\s*[:=]\s*\\*["']?)(?!\[)[^\s"'\\,}&;]+/giu, `$1${blot}`],
]

/** Makes a function that blots out these secrets, and whatever looks like a token or a password, in any text. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets.filter((secret) => secret.length >= 4).flatMap(spellings))]
  known.sort((one, other) => other.length - one.length)
  return (text) => {
    const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, blot), text)
    return shapes.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), withoutKnown)
  }
}

/** A secret as it stands in plain text, in JSON, in JSON inside JSON, in an address and in base64. */
function spellings(secret: string): readonly string[] {
  const inJson = escapeForJson(secret)
  const base64 = Buffer.from(secret).toString('base64')
  return [secret, inJson, escapeForJson(inJson), encodeURIComponent(secret), base64]
}

function escapeForJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
