import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { encodeAction } from '../../../answer/action.js'
import type { Button, Menu, MenuOption } from '../../../answer/reply.js'
import { cutText } from '../../../text/graphemes.js'
import { limits } from '../limits.js'
import { oneLine } from './text.js'

/** A row of buttons, or a menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** Buttons and menus as rows, at most five. What they do stands in their ids, so that they work after a restart. */
export function renderRows(buttons: readonly Button[], menus: readonly Menu[]): Row[] {
  const menuRows = menus.flatMap((menu, index) => menuRow(menu, index)).slice(0, limits.rows)
  return [...buttonRows(buttons).slice(0, limits.rows - menuRows.length), ...menuRows]
}

/** Text for a label, which must not be empty. */
export function label(text: string, max: number): string {
  return cutText(oneLine(text).trim(), max) || '…'
}

function buttonRows(buttons: readonly Button[]): Row[] {
  const shown = distinct(buttons, (button) => encodeAction(button.action), limits.customId).map(
    ({ item, id }) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      label: label(item.label, limits.buttonLabel),
      custom_id: id,
    }),
  )
  const rows: Row[] = []
  for (let at = 0; at < shown.length; at += limits.buttonsPerRow) {
    rows.push({ type: ComponentType.ActionRow, components: shown.slice(at, at + limits.buttonsPerRow) })
  }
  return rows
}

function menuRow({ placeholder, options }: Menu, index: number): Row[] {
  const choices = distinct(options, (option) => encodeAction(option.action), limits.optionValue)
    .slice(0, limits.selectOptions)
    .map(({ item, id }) => menuOption(item, id))
  if (choices.length === 0) return []
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: `menu:${index}`,
    placeholder: label(placeholder, limits.placeholder),
    options: choices,
  }
  return [{ type: ComponentType.ActionRow, components: [menu] }]
}

function menuOption(option: MenuOption, value: string): APISelectMenuOption {
  const detail = cutText(oneLine(option.detail ?? '').trim(), limits.optionDescription)
  return { label: label(option.label, limits.optionLabel), value, ...(detail ? { description: detail } : {}) }
}

/** Discord refuses a message in which an id occurs twice, or is empty or too long. */
function distinct<T>(items: readonly T[], idOf: (item: T) => string, max: number): { item: T; id: string }[] {
  const seen = new Set<string>()
  return items.flatMap((item) => {
    const id = oneLine(idOf(item))
    if (seen.has(id) || id.length < 1 || id.length > max) return []
    seen.add(id)
    return [{ item, id }]
  })
}
