import { en } from './en.js'
import { ko, type Wording } from './ko.js'
import type { Locale } from './locale.js'

const languages: Readonly<Record<Locale, Wording>> = { ko, en }

/** What the bot says in a language. */
export function wordingIn(locale: Locale): Wording {
  return languages[locale]
}
