import { ButtonStyle, ComponentType } from 'discord.js'
import { type Action, decodeAction } from '../../../answer/action.js'
import { limits } from '../limits.js'
import type { ButtonRow } from './components.js'

/** Between what a button does and the delivery that it is a mark of. Ids of sessions and deliveries do not contain it. */
const separator = '|'

/** A tip's rows with its delivery's id hidden in the button of its session, or in one of its own that does nothing. */
export function markRows(rows: readonly ButtonRow[], delivery: string): ButtonRow[] {
  let isMarked = false
  const mark = (part: ButtonRow['components'][number]): ButtonRow['components'][number] => {
    if (isMarked || part.type !== ComponentType.Button || !('custom_id' in part)) return part
    const custom_id = part.custom_id + separator + delivery
    if (decodeAction(part.custom_id)?.kind !== 'session' || custom_id.length > limits.customId) return part
    isMarked = true
    return { ...part, custom_id }
  }
  const marked = rows.map((row) => ({ ...row, components: row.components.map(mark) }))
  return isMarked ? marked : [...marked.slice(0, limits.rows - 1), inertRow(delivery)]
}

function inertRow(delivery: string): ButtonRow {
  const button = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    emoji: { name: '💡' },
    custom_id: `tip${separator}${delivery}`,
    disabled: true,
  }
  return { type: ComponentType.ActionRow, components: [button] }
}

/** Whether a message's components carry this delivery's mark. */
export function carriesMark(components: unknown, delivery: string): boolean {
  return JSON.stringify(components ?? []).includes(`${separator}${delivery}"`)
}

/** What a pressed button or a chosen option says, whether or not it carries a mark. */
export function readPressed(id: string): Action | undefined {
  const action = decodeAction(id)
  if (action?.kind !== 'session') return action
  return { ...action, session: action.session.split(separator)[0] ?? '' }
}
