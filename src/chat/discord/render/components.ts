import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { encodeAction } from '../../../answer/action.js'
import { type Button, type LinkButton, type Part, type Reply, textOf } from '../../../answer/reply.js'
import { cutText } from '../../../text/graphemes.js'
import { limits } from '../limits.js'
import { oneLine } from './text.js'

/** A row of buttons. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** Everything that can be pressed, as at most five rows. What it does stands in its id, so that it works after a restart. */
export function renderRows({ parts, links, buttons, after }: Reply): Row[] {
  const opened = (some: readonly Part[]) => some.flatMap((part) => (part.kind === 'rows' ? part.rows : []))
  const rowButtons = [...opened(parts), ...opened(after)].flatMap(({ line, button }) =>
    'action' in button ? [{ label: textOf(line), action: button.action }] : [],
  )
  const shown = distinct([...links, ...buttons, ...rowButtons], idOf).map(({ item, id }) =>
    buttonOf(item, id),
  )
  const rows = Math.min(limits.rows, Math.ceil(shown.length / limits.buttonsPerRow))
  return Array.from({ length: rows }, (_, at) => ({
    type: ComponentType.ActionRow,
    components: shown.slice(at * limits.buttonsPerRow, (at + 1) * limits.buttonsPerRow),
  }))
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

function idOf(button: Button | LinkButton): string {
  return 'url' in button ? button.url : encodeAction(button.action)
}

/** Discord refuses a message in which an id or an address occurs twice, is empty or too long. */
function distinct<T extends object>(
  items: readonly T[],
  idOf: (item: T) => string,
): { item: T; id: string }[] {
  const seen = new Set<string>()
  return items.flatMap((item) => {
    const id = oneLine(idOf(item))
    const longest = 'url' in item ? limits.buttonUrl : limits.customId
    if (seen.has(id) || id.length < 1 || id.length > longest) return []
    seen.add(id)
    return [{ item, id }]
  })
}
