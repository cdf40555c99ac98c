import { applicationId, botId, type Json, person } from './world.js'

const fields = { id: '1', token: 'token', application_id: applicationId, version: 1 }
const place = { guild_id: '5', channel_id: '6', channel: { id: '6', type: 0 }, locale: 'ko' }
const member = { user: person, nick: null, roles: [], permissions: '0', joined_at: '2020-01-01T00:00:00Z' }
const application = {
  id: applicationId,
  name: 'devops',
  install_params: { scopes: ['bot'], permissions: '0' },
}
const message = {
  id: '2',
  channel_id: '6',
  type: 0,
  author: person,
  content: `<@${botId}> opencensus`,
  embeds: [{ description: 'a', image: { url: 'https://a.example/1.png' } }],
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'a', custom_id: 'ko:vote:up:abc' }] }],
  message_snapshots: [{ message: { content: 'a', embeds: [] } }],
  application,
  thread: { id: '7', type: 11, thread_metadata: { archived: false } },
  flags: 64,
}
const option = { type: 3, name: 'query', value: 'opencensus', focused: true }
const options = [{ type: 1, name: 'session', options: [option] }]

/** One of each event that the gateway sends to the bot's intents, as far as the bot answers or keeps anything of it. */
export const packets: readonly (readonly [string, string, Json])[] = [
  ['a message', 'MESSAGE_CREATE', { ...message, guild_id: '5', member }],
  ['a direct message', 'MESSAGE_CREATE', message],
  ['a command', 'INTERACTION_CREATE', interaction(2, { name: 'devops', type: 1, options })],
  [
    'a message command',
    'INTERACTION_CREATE',
    interaction(2, { name: 'Find talks', type: 3, target_id: '2', resolved: { messages: { 2: message } } }),
  ],
  ['a completion', 'INTERACTION_CREATE', interaction(4, { name: 'devops', type: 1, options })],
  ['a button', 'INTERACTION_CREATE', { ...pressed('ko:vote:up:abc'), message }],
  ['a shared card', 'INTERACTION_CREATE', { ...pressed('ko:share'), message }],
  ['a form', 'INTERACTION_CREATE', interaction(5, { custom_id: 'tips', components: [sentField()] })],
  ['a server', 'GUILD_CREATE', { id: '5', roles: [{ id: '5', permissions: '0' }], members: [member] }],
  ['a member', 'GUILD_MEMBER_UPDATE', { guild_id: '5', ...member }],
  ['a channel', 'CHANNEL_UPDATE', { id: '6', guild_id: '5', type: 0, permission_overwrites: [] }],
]

function interaction(type: number, data: Json): Json {
  return { ...fields, ...place, type, data, member, app_permissions: '0', context: 0 }
}

function pressed(custom_id: string): Json {
  return interaction(3, { component_type: 2, custom_id })
}

function sentField(): Json {
  return { type: 18, component: { type: 4, custom_id: 'time', value: '09:00' } }
}
