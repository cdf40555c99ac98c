import { createServer, type Server } from 'node:http'
import { PermissionFlagsBits } from 'discord.js'
import { Gateway } from './gateway.js'
import { Rest } from './rest.js'
import {
  applicationId,
  channelJson,
  everyone,
  type Json,
  type KeptInteraction,
  type KeptMessage,
  memberJson,
  type Place,
  person,
  World,
} from './world.js'

/** What an organiser may do in a server. */
export const organiser = everyone | PermissionFlagsBits.ManageGuild

/** How somebody does something. */
export interface Manner {
  readonly place?: Place
  readonly locale?: string
  readonly permissions?: bigint
  /** Adds or replaces what Discord tells of the interaction. */
  readonly raw?: Json
}

/** What the fake is made of. */
export interface FakeOptions {
  readonly shards?: number
  /** Logins that Discord still allows. */
  readonly logins?: number
}

/** A Discord of our own on 127.0.0.1: people do things in it, and the bot answers over real sockets. */
export class FakeDiscord {
  readonly world: World
  readonly rest: Rest
  readonly gateway: Gateway
  /** The first text channel of each server, in the order of their shards. */
  readonly channels: readonly Place[]
  readonly direct: Place
  /** Logins that are left, as `GET /gateway/bot` tells. */
  logins: number
  readonly #server: Server
  readonly #responses = new Map<string, (interaction: KeptInteraction) => void>()
  /** Who waits for a message: true once it has come. */
  #arrivals: (() => boolean)[] = []

  private constructor(shards: number, logins: number) {
    this.world = new World(shards)
    this.channels = this.world.guilds.map((guild) => this.world.addPlace(0, guild))
    this.direct = this.world.addPlace(1)
    this.logins = logins
    const limit = () => ({
      total: 1000,
      remaining: this.logins,
      reset_after: this.logins > 0 ? 60_000 : 50,
      max_concurrency: 16,
    })
    this.rest = new Rest(this.world, () => ({ url: this.#url('ws'), shards, session_start_limit: limit() }))
    this.rest.onResponse = (interaction) => {
      this.#responses.get(interaction.id)?.(interaction)
      this.#responses.delete(interaction.id)
    }
    this.rest.onMessage = () => {
      this.#arrivals = this.#arrivals.filter((hasCome) => !hasCome())
    }
    this.#server = createServer((request, response) => void this.rest.serve(request, response))
    this.gateway = new Gateway(this.world, this.#server)
  }

  static async start({ shards = 1, logins = 1000 }: FakeOptions = {}): Promise<FakeDiscord> {
    const fake = new FakeDiscord(shards, logins)
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve))
    return fake
  }

  async stop(): Promise<void> {
    this.gateway.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What `DISCORD_API_URL` is set to. */
  get apiUrl(): string {
    return `${this.#url('http')}/api`
  }

  get channel(): Place {
    const [first] = this.channels
    if (!first) throw new Error('The fake has no server')
    return first
  }

  /** Runs a slash command; gives what came back first. */
  async slash(subcommand: string, values: Record<string, string> = {}, manner: Manner = {}) {
    const options = Object.entries(values).map(([name, value]) => ({ type: 3, name, value }))
    return await this.#interact(2, slashData(subcommand, options), manner)
  }

  /** Types into an option of a slash command; gives the choices. */
  async type(subcommand: string, option: string, typed: string, others: Record<string, string> = {}) {
    const given = Object.entries(others).map(([name, value]) => ({ type: 3, name, value }))
    const options = [...given, { type: 3, name: option, value: typed, focused: true }]
    const { response } = await this.#interact(4, slashData(subcommand, options), {})
    const data = response?.data as
      | { readonly choices: readonly { name: string; value: string }[] }
      | undefined
    return data?.choices ?? []
  }

  /** Sends the form that a command opened, with its fields filled in. */
  async submit(form: Json, values: Record<string, string>, manner: Manner = {}) {
    const fields = Object.entries(values).map(([custom_id, value]) => ({
      type: 18,
      id: 1,
      component: { type: 4, id: 2, custom_id, value },
    }))
    return await this.#interact(5, { custom_id: form.custom_id, components: fields }, manner)
  }

  /** Chooses "Find talks" in the menu of a message; `more` adds to the message. */
  async find(content: string, manner: Manner = {}, more: Json = {}) {
    const id = this.world.nextId()
    const message = { ...this.#written(content, manner.place ?? this.channel), id, ...more }
    const data = {
      id: '1',
      name: 'Find talks',
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: message } },
    }
    return await this.#interact(2, data, manner)
  }

  /** Presses the button, or chooses the value of the menu, that says so. */
  async press(message: KeptMessage, says: string, manner: Manner = {}) {
    const parts = message.components.flatMap((row) => row.components as readonly Json[])
    const button = parts.find(({ custom_id, label }) => custom_id === says || label === says)
    const menu = parts.find(({ options }) => JSON.stringify(options ?? []).includes(JSON.stringify(says)))
    const found = button ?? menu
    if (!found) throw new Error(`No button or choice says ${says}`)
    const values = button ? {} : { values: [says] }
    const data = { component_type: found.type, custom_id: found.custom_id, ...values }
    return await this.#interact(3, data, manner, message)
  }

  /** Writes a message; `raw` adds or replaces what Discord tells of it. Gives its id. */
  say(content: string, place: Place = this.channel, raw: Json = {}): string {
    const message = { ...this.#written(content, place), ...raw }
    this.gateway.dispatch('MESSAGE_CREATE', message, place.guild)
    return String(message.id)
  }

  /** Resolves with a place's messages when it has so many. */
  async messagesIn(place: Place, count = 1): Promise<readonly KeptMessage[]> {
    if (place.messages.length < count) {
      await new Promise<void>((resolve) => {
        this.#arrivals.push(() => {
          const hasCome = place.messages.length >= count
          if (hasCome) resolve()
          return hasCome
        })
      })
    }
    return place.messages
  }

  /** Sends an interaction without waiting for an answer. */
  begin(subcommand: string, values: Record<string, string> = {}, manner: Manner = {}): KeptInteraction {
    const options = Object.entries(values).map(([name, value]) => ({ type: 3, name, value }))
    return this.#send(2, slashData(subcommand, options), manner)
  }

  async #interact(type: number, data: Json, manner: Manner, message?: KeptMessage): Promise<KeptInteraction> {
    const interaction = this.#send(type, data, manner, message)
    return await new Promise((resolve) => this.#responses.set(interaction.id, resolve))
  }

  #send(type: number, data: Json, manner: Manner, message?: KeptMessage): KeptInteraction {
    const place = manner.place ?? this.channel
    const id = this.world.nextId()
    const kept: KeptInteraction = {
      id,
      token: `token-of-${id}`,
      channel: place.id,
      message,
      response: undefined,
      original: undefined,
      isVoid: false,
    }
    this.world.interactions.set(id, kept)
    const who = place.guild
      ? { guild_id: place.guild, member: memberJson(person, manner.permissions ?? everyone) }
      : { user: person }
    const payload = {
      id,
      application_id: applicationId,
      type,
      token: kept.token,
      version: 1,
      data,
      channel_id: place.id,
      channel: channelJson(place),
      locale: manner.locale ?? 'ko',
      app_permissions: String(everyone),
      entitlements: [],
      authorizing_integration_owners: {},
      context: place.guild ? 0 : 1,
      attachment_size_limit: 10_485_760,
      ...who,
      ...(message ? { message: { ...message } } : {}),
      ...manner.raw,
    }
    this.gateway.dispatch('INTERACTION_CREATE', payload, place.guild)
    return kept
  }

  #written(content: string, place: Place): Json {
    const mentions = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => ({ ...person, id }))
    return {
      id: this.world.nextId(),
      channel_id: place.id,
      ...(place.guild ? { guild_id: place.guild, member: memberJson(person) } : {}),
      author: person,
      type: 0,
      content,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: content.includes('@everyone'),
      mentions,
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      flags: 0,
    }
  }

  /** Ids of the commands that are registered everywhere, by name. */
  commandIds(): ReadonlyMap<string, string> {
    const kept = this.world.commands.get(`/applications/${applicationId}/commands`) ?? []
    return new Map(kept.map(({ name, id }) => [String(name), String(id)]))
  }

  /** Forgets what was said and done, for benches that would fill the memory. */
  forget(): void {
    for (const place of this.world.places.values()) place.messages.length = 0
    this.world.whispers.length = 0
    this.world.interactions.clear()
    this.world.nonces.clear()
    this.rest.log.length = 0
    this.gateway.forget()
  }

  #url(protocol: string): string {
    const address = this.#server.address()
    return typeof address === 'object' ? `${protocol}://127.0.0.1:${address?.port}` : ''
  }
}

function slashData(subcommand: string, options: readonly Json[]): Json {
  return { id: '1', name: 'devops', type: 1, options: [{ type: 1, name: subcommand, options }] }
}
