import { encodeAction } from '../../../src/answer/action.js'
import type { PublicPlaces } from '../../chat/public-place.js'
import { type Shown, wordsOf } from './board.js'
import { type Mode, openHouse } from './house.js'

const surfaces = [
  'slash command',
  'message shortcut',
  'global shortcut',
  'mention',
  'mention in a thread',
  'button',
  'button of a public card',
  'button in App Home',
  'direct message',
] as const

/** A workspace of Slack's with somebody who may do everything. */
export function slackPlaces(mode: Mode): PublicPlaces<(typeof surfaces)[number]> {
  return {
    name: `Slack in ${mode} mode`,
    surfaces,
    open: async (bot) => {
      const house = await openHouse({ mode, wrap: () => bot, config: { organisers: ['U1'] } })
      const { people, slack } = house
      const { board } = slack
      const card = (command: string, typed: string) => {
        const value = encodeAction({ kind: 'ask', locale: 'ko', text: `${command} ${typed}`.trim() })
        const text = { type: 'plain_text', text: 'ask' }
        const elements = [{ type: 'button', action_id: 'ask:0', text, value }]
        return { channel: 'C1', ts: board.nextTs(), text: 'a card', blocks: [{ type: 'actions', elements }] }
      }
      return {
        surfaces: {
          'slash command': (command, typed) => people.command(`${command} ${typed}`),
          'message shortcut': (command, typed) => people.findTalks(`${command} ${typed}`),
          'global shortcut': async (command, typed) => {
            const before = new Set(board.views)
            await people.openForm()
            const form = await board.until(() => board.views.find((view) => !before.has(view)))
            const value = `${command} ${typed}`
            await people.submit(form, { question: { words: { type: 'plain_text_input', value } } })
          },
          mention: async (command, typed) => void (await people.mention(`${command} ${typed}`)),
          'mention in a thread': async (command, typed) =>
            void (await people.mention(`${command} ${typed}`, { thread_ts: '1.1' })),
          button: (command, typed) => people.press({ ...card(command, typed), to: 'U1' }, 'ask'),
          'button of a public card': (command, typed) => people.press(card(command, typed), 'ask'),
          'button in App Home': (command, typed) =>
            people.pressIn({ ...card(command, typed), id: 'home U1', type: 'home', user: 'U1' }, 'ask'),
          'direct message': (command, typed) => people.message(`${command} ${typed}`),
        },
        seenByAll: () => all(board.history.filter((message) => !isForOne(message))),
        seenByAsker: () =>
          [all(board.history.filter(isForOne)), ...board.views.map(({ blocks }) => wordsOf(blocks))].join(
            '\n',
          ),
        close: async () => {
          await house.close()
        },
      }
    },
  }
}

/** Whether one person alone has read it: a message for their eyes, or in their conversation with the bot. */
function isForOne({ channel, to }: Shown): boolean {
  return to !== undefined || channel.startsWith('D') || channel.startsWith('U')
}

function all(messages: readonly Shown[]): string {
  return messages.map(({ text, blocks }) => `${text}\n${wordsOf(blocks)}`).join('\n')
}
