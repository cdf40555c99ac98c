import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { encodeAction } from '../../../answer/action.js'
import type { Button, LinkButton, Reply, ReplyPart } from '../../../answer/reply.js'
import { cutText } from '../../../text/graphemes.js'
import { limits } from '../limits.js'
import { oneLine } from './text.js'

/** A row of buttons. */
export type ButtonRow = APIActionRowComponent<APIComponentInMessageActionRow>

/** The number of each row that opens something, by what its button does: the same stands before the row and on the button. */
export type RowNumbers = ReadonlyMap<string, number>

/** Counts the rows of a reply from 1, those below the buttons as well; rows that do the same share a number. */
export function numbersOf({ parts, after }: Pick<Reply, 'parts' | 'after'>): RowNumbers {
  const ids = rowButtons([...parts, ...after]).map(idOf)
  return new Map([...new Set(ids)].map((id, at) => [id, at + 1]))
}

/**
 * Everything that can be pressed, as at most five rows: rows of a list by their numbers, which a phone shows five
 * beside each other. What a button does stands in its id, so that it works after a restart.
 */
export function renderRows(reply: Reply): ButtonRow[] {
  const numbers = numbersOf(reply)
  const numbered = (parts: readonly ReplyPart[]) =>
    rowButtons(parts).map((button) => ({ ...button, label: String(numbers.get(idOf(button))) }))
  const groups = [numbered(reply.parts), [...reply.links, ...reply.buttons], numbered(reply.after)]
  const shown = distinct(groups, idOf).map((group) => group.map(({ item, id }) => buttonOf(item, id)))
  const apart = shown.flatMap(inRows)
  return (apart.length <= limits.rows ? apart : inRows(shown.flat()).slice(0, limits.rows)).map(
    (components) => ({ type: ComponentType.ActionRow, components }),
  )
}

function inRows<T>(buttons: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(buttons.length / limits.buttonsPerRow) }, (_, at) =>
    buttons.slice(at * limits.buttonsPerRow, (at + 1) * limits.buttonsPerRow),
  )
}

function rowButtons(parts: readonly ReplyPart[]): readonly Button[] {
  const rows = parts.flatMap((part) => (part.kind === 'rows' ? part.rows : []))
  return rows.flatMap(({ button }) => ('action' in button ? [button] : []))
}

/** Text for a label, which must not be empty. */
export function label(text: string, max: number): string {
  return cutText(oneLine(text).trim(), max) || '…'
}

function buttonOf(button: Button | LinkButton, id: string): APIButtonComponent {
  const text = label(button.label, limits.buttonLabel)
  return 'url' in button
    ? { type: ComponentType.Button, style: ButtonStyle.Link, label: text, url: button.url }
    : { type: ComponentType.Button, style: ButtonStyle.Secondary, label: text, custom_id: id }
}

/** What tells a button from others: its address, or what it does. */
export function idOf(button: Button | LinkButton): string {
  return 'url' in button ? button.url : encodeAction(button.action)
}

/** Discord refuses a message in which an id or an address occurs twice, is empty or too long. */
function distinct<T extends object>(
  groups: readonly (readonly T[])[],
  idOf: (item: T) => string,
): { item: T; id: string }[][] {
  const seen = new Set<string>()
  return groups.map((group) =>
    group.flatMap((item) => {
      const id = oneLine(idOf(item))
      const longest = 'url' in item ? limits.buttonUrl : limits.customId
      if (seen.has(id) || id.length < 1 || id.length > longest) return []
      seen.add(id)
      return [{ item, id }]
    }),
  )
}
