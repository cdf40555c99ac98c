import type { Locale } from './wording/locale.js'

/**
 * What a button or a menu choice does. It travels in the button itself, so that it works after a restart:
 * `encodeAction` gives at most 100 characters, Discord's limit for `custom_id`.
 */
export type Action =
  /** Opens a session's card, as a new private reply. */
  | { readonly kind: 'session'; readonly locale: Locale; readonly session: string }
  /** Turns the page of a list, in place. `argument` is the command's argument, at most 60 characters. */
  | {
      readonly kind: 'page'
      readonly locale: Locale
      readonly list: PagedList
      readonly page: number
      readonly argument: string
    }
  /** Posts the reply it stands under to everybody, and removes the private one. */
  | { readonly kind: 'share'; readonly locale: Locale }
  /** Says whether the reply helped; the row of buttons gives way to thanks. */
  | { readonly kind: 'vote'; readonly locale: Locale; readonly vote: Vote; readonly question: string }
  /** Asks an example question, as a new private reply. At most 60 characters. */
  | { readonly kind: 'ask'; readonly locale: Locale; readonly text: string }

/** Lists that turn pages. `home` is Slack's App Home. */
export type PagedList = 'sessions' | 'slides' | 'speaker' | 'home'

/** A thumb. */
export type Vote = 'up' | 'down'

const pagedLists: readonly PagedList[] = ['sessions', 'slides', 'speaker', 'home']

/** An action as text of at most 100 characters: `"ko:session:2019/monitoring"`. */
export function encodeAction(action: Action): string {
  const head = `${action.locale}:${action.kind}`
  switch (action.kind) {
    case 'session':
      return `${head}:${action.session}`
    case 'page':
      return `${head}:${action.list}:${action.page}:${action.argument}`
    case 'share':
      return head
    case 'vote':
      return `${head}:${action.vote}:${action.question}`
    case 'ask':
      return `${head}:${action.text}`
  }
}

/** The action in a button's text; `undefined` for text that is none of ours. */
export function decodeAction(text: string): Action | undefined {
  const [locale, kind, ...rest] = text.split(':')
  if (locale !== 'ko' && locale !== 'en') return undefined
  switch (kind) {
    case 'session':
      return { kind, locale, session: rest.join(':') }
    case 'page':
      return decodePage(locale, rest)
    case 'share':
      return { kind, locale }
    case 'vote':
      return decodeVote(locale, rest)
    case 'ask':
      return { kind, locale, text: rest.join(':') }
    default:
      return undefined
  }
}

function decodePage(locale: Locale, [list, page, ...argument]: string[]): Action | undefined {
  const known = pagedLists.find((name) => name === list)
  const number = Number(page)
  if (!known || !Number.isInteger(number) || number < 0) return undefined
  return { kind: 'page', locale, list: known, page: number, argument: argument.join(':') }
}

function decodeVote(locale: Locale, [vote, question]: string[]): Action | undefined {
  if ((vote !== 'up' && vote !== 'down') || !question) return undefined
  return { kind: 'vote', locale, vote, question }
}
