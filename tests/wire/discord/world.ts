import { PermissionFlagsBits } from 'discord.js'

/** Something that Discord's servers hold, as their JSON. */
export type Json = Record<string, unknown>

/** A message as it is kept; `ephemeral` ones are in no channel's history. */
export interface KeptMessage extends Json {
  readonly id: string
  readonly channel_id: string
  readonly content: string
  readonly embeds: readonly Json[]
  readonly components: readonly Json[]
  readonly flags: number
}

/** A place to write: a channel, a thread or a direct conversation. */
export interface Place {
  readonly id: string
  /** 0 text, 1 direct, 4 category, 11 thread. */
  readonly type: number
  readonly guild?: string
  readonly parent?: string
  /** Permissions that the bot lacks here. */
  denied: bigint
  archived: boolean
  readonly messages: KeptMessage[]
}

/** A command that was run, a button that was pressed; what came back for it. */
export interface KeptInteraction {
  readonly id: string
  readonly token: string
  readonly channel: string
  /** The message whose component was pressed. */
  readonly message: KeptMessage | undefined
  /** The first response, once it came. */
  response: Json | undefined
  /** What `@original` means. */
  original: KeptMessage | undefined
  isVoid: boolean
}

export const token = 'MTAwMDAwMDAwMDAwMDAwMDAx.fake.token-of-the-bot'
export const botId = '100000000000000001'
export const applicationId = '100000000000000002'
export const person = {
  id: '300000000000000001',
  username: 'minji',
  global_name: '민지',
  discriminator: '0',
  avatar: null,
}
export const botUser = { id: botId, username: 'devops', discriminator: '0', avatar: null, bot: true }

/** What everybody may do in the fake's servers: enough for the bot. */
export const everyone =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory

/** What is where: servers, channels, messages, registered commands, interactions. */
export class World {
  readonly places = new Map<string, Place>()
  readonly guilds: readonly string[]
  readonly interactions = new Map<string, KeptInteraction>()
  readonly commands = new Map<string, Json[]>()
  /** Messages that only the person who did something sees. */
  readonly whispers: KeptMessage[] = []
  /** Messages by nonce: a repeat within a few minutes gives the first. */
  readonly nonces = new Map<string, KeptMessage>()
  #last = 0

  constructor(guildCount: number) {
    // Ids that fall to shard 0, 1, … of as many shards.
    this.guilds = Array.from({ length: guildCount }, (_, index) => String((BigInt(index + 1e11) << 22n) + 1n))
  }

  /** Ids grow with time, as Discord's do. */
  nextId(): string {
    this.#last += 1
    return String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(this.#last))
  }

  addPlace(type: number, guild?: string, parent?: string): Place {
    const found = { ...(guild ? { guild } : {}), ...(parent ? { parent } : {}) }
    const place = { id: this.nextId(), type, ...found, denied: 0n, archived: false, messages: [] }
    this.places.set(place.id, place)
    return place
  }

  /** Keeps a message of the bot's. */
  keep(place: Place, body: Json): KeptMessage {
    const message: KeptMessage = {
      id: this.nextId(),
      channel_id: place.id,
      type: 0,
      author: botUser,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      pinned: false,
      content: '',
      embeds: [],
      components: [],
      flags: 0,
      ...pick(body, ['content', 'embeds', 'components', 'flags', 'message_reference']),
    }
    const seen = (message.flags & 64) === 0 ? place.messages : this.whispers
    seen.push(message)
    return message
  }

  /** Changes a kept message, as an edit does. */
  change(message: KeptMessage, body: Json): void {
    Object.assign(message, pick(body, ['content', 'embeds', 'components']))
  }
}

/** A place as the API tells it. */
export function channelJson({ id, type, guild, parent, denied, archived }: Place): Json {
  const thread = {
    archived,
    auto_archive_duration: 1440,
    archive_timestamp: '2026-01-01T00:00:00Z',
    locked: false,
  }
  const base = { id, type, name: `place-${id}`, ...(guild ? { guild_id: guild } : {}) }
  if (type === 1) return { ...base, recipients: [person], last_message_id: null }
  if (type === 11) return { ...base, parent_id: parent, owner_id: person.id, thread_metadata: thread }
  const overwrites = [{ id: guild, type: 0, allow: '0', deny: String(denied) }]
  return { ...base, position: 0, permission_overwrites: overwrites, topic: null, nsfw: false }
}

/** A server as GUILD_CREATE tells it. */
export function guildJson(world: World, id: string): Json {
  const places = [...world.places.values()].filter(({ guild }) => guild === id)
  return {
    id,
    name: `guild-${id}`,
    owner_id: '300000000000000009',
    unavailable: false,
    member_count: 2,
    preferred_locale: 'ko',
    premium_tier: 0,
    features: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    roles: [{ id, name: '@everyone', permissions: String(everyone), position: 0, color: 0, hoist: false }],
    members: [memberJson(botUser)],
    channels: places.filter(({ type }) => type !== 11).map(channelJson),
    threads: places.filter(({ type }) => type === 11).map(channelJson),
  }
}

export function memberJson(user: Json, permissions?: bigint): Json {
  const given = permissions === undefined ? {} : { permissions: String(permissions) }
  return {
    user,
    nick: null,
    roles: [],
    joined_at: '2020-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
    ...given,
  }
}

function pick(body: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])))
}
