import { applicationId, botId, person } from '../wire/discord/world.js'
import { mutations } from '../wire/mutations.js'
import { startBothChats } from './both-chats.js'

/** What came of packets that no platform should send. */
export interface Mutated {
  readonly packets: number
  /** Chats that answered all the same afterwards. */
  readonly answering: readonly string[]
  readonly leaks: boolean
}

const place = { guild_id: '5', channel_id: '6', channel: { id: '6', type: 0 }, locale: 'ko' }
const member = { user: person, nick: null, roles: [], permissions: '0' }
const interaction = { id: '1', token: 'token', application_id: applicationId, version: 1, ...place, member }
const option = { type: 3, name: 'query', value: 'opencensus', focused: true }
const data = { name: 'devops', type: 1, options: [{ type: 1, name: 'session', options: [option] }] }
const message = {
  ...{
    id: '2',
    channel_id: '6',
    guild_id: '5',
    type: 0,
    author: person,
    content: `<@${botId}> opencensus`,
    member,
  },
  ...{
    application: { id: applicationId, name: 'devops', install_params: { scopes: ['bot'], permissions: '0' } },
  },
  ...{ thread: { id: '7', type: 11, thread_metadata: { archived: false } }, embeds: [{ description: 'a' }] },
}

const discordPackets = [
  ['MESSAGE_CREATE', message],
  ['INTERACTION_CREATE', { ...interaction, type: 2, data }],
  ['INTERACTION_CREATE', { ...interaction, type: 4, data }],
  [
    'INTERACTION_CREATE',
    { ...interaction, type: 3, data: { custom_id: 'ko:share', component_type: 2 }, message },
  ],
  ['GUILD_CREATE', { id: '5', roles: [{ id: '5', permissions: '0' }], members: [member] }],
] as const

const slackEvent = { type: 'app_mention', user: 'U1', channel: 'C1', text: '<@UBOT> kubernetes', ts: '1.1' }
const slackPayloads = [
  ['events_api', { type: 'event_callback', team_id: 'T1', event_id: 'E1', event: slackEvent }],
  ['slash_commands', { command: '/devops', text: 'help', user_id: 'U1', channel_id: 'C1', team_id: 'T1' }],
  [
    'interactive',
    {
      ...{ type: 'block_actions', user: { id: 'U1' }, team: { id: 'T1' }, channel: { id: 'C1' } },
      ...{
        container: { type: 'message', message_ts: '1.1' },
        actions: [{ action_id: 'a', value: 'ko:share' }],
      },
    },
  ],
] as const

/** Sends the real process each packet with each field in turn missing, null or of another type; then asks both chats. */
export async function sendMutations(directory: string): Promise<Mutated> {
  const bot = await startBothChats(directory)
  let packets = 0
  for (const [event, packet] of discordPackets) {
    for (const wrong of [...mutations(packet), null, 'x', 1, []]) {
      bot.discord.gateway.dispatch(event, wrong)
      packets += 1
    }
  }
  for (const [kind, payload] of slackPayloads) {
    for (const wrong of mutations(payload)) {
      // What is wrong need not be acknowledged.
      void bot.slack.sockets.deliver(kind, wrong)
      packets += 1
    }
  }
  const answering: string[] = []
  await bot.people.command('session opencensus')
  if (bot.slack.board.messages.some(({ text }) => /opencensus/iu.test(text ?? ''))) answering.push('slack')
  const { original } = await bot.discord.slash('session', { query: 'opencensus' })
  if (/opencensus/iu.test(JSON.stringify(original ?? ''))) answering.push('discord')
  const leaks = bot.leaks()
  await bot.stop()
  return { packets, answering, leaks }
}
