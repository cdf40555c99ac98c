import type { Locale } from '../reply.js'
import { en } from './en.js'
import { ko, type Wording } from './ko.js'

const languages: Readonly<Record<Locale, Wording>> = { ko, en }

/** What the bot says in a language. */
export function wordingIn(locale: Locale): Wording {
  return languages[locale]
}
