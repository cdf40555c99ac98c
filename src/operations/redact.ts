import { chats } from '../chat/chats.js'
import { redacted } from '../chat/definition.js'

/** Secrets known by their shape, wherever they come from. Each pattern runs in linear time. */
const shapes: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  ...chats.flatMap(({ secretShapes }) => secretShapes),
  [/\b(Bearer|Basic) [\w.~+/=-]{16,}/gu, `$1 ${redacted}`],
  [
    /(\bauthorization\\*["']?\s*[:=]\s*\\*["']?(?:(?:Bearer|Bot|Basic) )?)(?!\[|Bearer |Bot |Basic )[^\s"'\\,}]+/giu,
    `$1${redacted}`,
  ],
  // The password of an address: postgres://user:password@host.
  [/(\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/@"\\]{0,100}:)[^\s/@"\\]{1,200}(?=@)/giu, `$1${redacted}`],
  [/(["'?&\s;]password\\*["']?\s*[:=]\s*\\*["']?)(?!\[)[^\s"'\\,}&;]+/giu, `$1${redacted}`],
]

/** Makes a function that redacts these secrets, and whatever looks like a token or a password, in any text. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets.filter((secret) => secret.length >= 4).flatMap(spellings))]
  known.sort((one, other) => other.length - one.length)
  return (text) => {
    const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, redacted), text)
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
