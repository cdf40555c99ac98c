import type { Kind } from './socket.js'

type Json = Record<string, unknown>

const person = { id: 'U1', username: 'u1', name: 'u1', team_id: 'T1' }
const common = { team: { id: 'T1' }, api_app_id: 'A1', user: person, trigger_id: 'U1 1.1' }
/** Nobody listens there: what is answered to mutated payloads is of no interest here. */
const response_url = 'http://127.0.0.1:9/respond'

function event(fields: Json): Json {
  const authorizations = [{ team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false }]
  return { type: 'event_callback', team_id: 'T1', event: fields, event_id: 'Ev0', authorizations }
}

function press(action: Json, more: Json = {}): Json {
  const container = { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true }
  const channel = { id: 'C1', name: 'general' }
  return { ...common, type: 'block_actions', actions: [action], container, channel, response_url, ...more }
}

const button = (value: string, kind: string) => ({
  type: 'button',
  action_id: `${kind}:0`,
  block_id: 'b',
  value,
})

/** One of each thing that Slack sends to what the bot listens to. */
export const payloads: readonly (readonly [string, Kind, Json])[] = [
  [
    'a mention',
    'events_api',
    event({ type: 'app_mention', user: 'U1', channel: 'C1', text: '<@UBOT> opencensus', ts: '1.1' }),
  ],
  [
    'a direct message',
    'events_api',
    event({ type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', text: 'opencensus', ts: '1.2' }),
  ],
  ['App Home', 'events_api', event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' })],
  [
    'an event that nobody asked for',
    'events_api',
    event({ type: 'reaction_added', item: { channel: 'C1' } }),
  ],
  [
    'a command',
    'slash_commands',
    { command: '/devops', text: 'opencensus', user_id: 'U1', channel_id: 'C1', team_id: 'T1', response_url },
  ],
  ['a press', 'interactive', press(button('ko:ask:opencensus', 'ask'))],
  ['a share', 'interactive', press(button('{"action":"ko:share","words":"opencensus"}', 'share'))],
  [
    'a press in a view',
    'interactive',
    press(button('ko:ask:opencensus', 'ask'), {
      view: { id: 'V1', type: 'modal' },
      container: { type: 'view', view_id: 'V1' },
    }),
  ],
  ['a shortcut', 'interactive', { ...common, type: 'shortcut', callback_id: 'ask_talks' }],
  [
    "a message's shortcut",
    'interactive',
    {
      ...common,
      type: 'message_action',
      callback_id: 'find_talks',
      channel: { id: 'C1' },
      message: { text: 'opencensus', ts: '1.5' },
      response_url,
    },
  ],
  [
    'a form',
    'interactive',
    {
      ...common,
      type: 'view_submission',
      view: {
        id: 'V1',
        type: 'modal',
        callback_id: 'ask_form',
        state: { values: { question: { words: { type: 'plain_text_input', value: 'opencensus' } } } },
      },
    },
  ],
]
