import { z } from 'zod'
import { type Action, decodeAction, encodeAction } from '../../../answer/action.js'
import { headOf } from '../../../text/graphemes.js'
import { budgets, limits } from '../limits.js'
import { cleanText } from './text.js'

/** What a reply answers: the words typed, or the button pressed. Enough to compose it once more. */
export type Origin = string | Action

/** A pressed button: what it does, and to which reply where that matters. */
export interface ButtonValue {
  readonly action: Action
  readonly origin?: Origin
}

const carried = z.object({ action: z.string(), words: z.string().optional(), made: z.string().optional() })

/**
 * A button's `value`. Share and vote carry their reply's origin, since Slack does not send a private message's blocks
 * back with a press; so they work after a restart.
 */
export function encodeButtonValue(action: Action, origin: Origin | undefined): string {
  const code = cleanText(encodeAction(action))
  if (origin === undefined || (action.kind !== 'share' && action.kind !== 'vote')) return code
  if (typeof origin !== 'string') return JSON.stringify({ action: code, made: encodeAction(origin) })
  for (let room: number = budgets.origin; ; room = Math.floor(room / 2)) {
    const value = JSON.stringify({ action: code, words: headOf(origin, room) })
    if (value.length <= limits.buttonValue) return value
  }
}

/** What a button's `value` says; `undefined` for one that is none of ours. */
export function decodeButtonValue(value: string): ButtonValue | undefined {
  if (!value.startsWith('{')) return pressOf(value)
  const { data } = carried.safeParse(jsonOf(value))
  if (!data) return undefined
  return pressOf(data.action, data.made === undefined ? data.words : decodeAction(data.made))
}

function pressOf(code: string, origin?: Origin): ButtonValue | undefined {
  const action = decodeAction(code)
  return action && { action, ...(origin === undefined ? {} : { origin }) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
