import type { Link } from '../../../knowledge/session.js'
import { cutText } from '../../../text/graphemes.js'
import { budgets } from '../limits.js'
import { escapeText, oneLine } from './text.js'

/** Characters that end a masked link's address early; the same address with them encoded opens the same page. */
const breaking = /[()<>\\"\s]/g

/** A link's address as it stands in a message. */
export function linkAddress(url: string): string {
  return url.replace(breaking, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

/**
 * A link with its title to tap on. Discord shows no title that looks like an address itself, and takes brackets in a
 * title for the link's own: the first is shown as the bare address, the second with round brackets.
 */
export function renderLink(
  { title, url }: Link,
  titleRoom: number = budgets.linkTitle,
  preview?: 'without preview',
): string {
  const label = cutText(oneLine(title).trim(), titleRoom)
  if (label === '' || /:\/\/|^www\./i.test(label)) return `<${linkAddress(url)}>`
  const round = label.replace(/\[/g, '(').replace(/\]/g, ')')
  const address = linkAddress(url)
  return `[${escapeText(round)}](${preview ? `<${address}>` : address})`
}
