import type { types } from '@slack/bolt'
import type { Button, LinkButton } from '../../../answer/reply.js'
import { limits } from '../limits.js'
import { encodeButtonValue, type Origin } from './button-value.js'
import { plainText } from './text.js'

/** The ids of buttons that do something, and of those that only open an address: Slack reports both. */
export const actionIds = { choice: /^(?:session|page|share|vote|ask):\d+$/, link: /^link:\d+$/ }

/** A button. `action_id` is unique in its block, and says what kind of press it is. */
export function buttonElement(button: Button | LinkButton, at: number, origin?: Origin): types.Button {
  const text = plainText(button.label, limits.buttonText)
  return 'url' in button
    ? { type: 'button', action_id: `link:${at}`, text, url: button.url }
    : {
        type: 'button',
        action_id: `${button.action.kind}:${at}`,
        text,
        value: encodeButtonValue(button.action, origin),
      }
}
