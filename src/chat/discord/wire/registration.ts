import { isDeepStrictEqual } from 'node:util'
import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js'
import { z } from 'zod'
import type { DiscordConfig } from '../config.js'
import { registration, type Scope } from '../surfaces/commands.js'

/** What came of a registration. */
export interface Registered {
  /** Whether Discord had others before. */
  readonly changed: boolean
  /** Discord's ids of the commands, by name; absent where it did not tell. */
  readonly ids: ReadonlyMap<string, string>
}

/**
 * Registers the commands when Discord has others. One request tells, one replaces them all: Discord allows 200 new
 * commands a day.
 */
export async function register(
  rest: REST,
  applicationId: string,
  { command, guildId }: Pick<DiscordConfig, 'command' | 'guildId'>,
): Promise<Registered> {
  const scope = guildId ? 'guild' : 'global'
  const wanted = registration(command, scope)
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const known = await rest.get(route, { query })
  if (sameCommands(known, wanted, scope)) return { changed: false, ids: idsOf(known) }
  return { changed: true, ids: idsOf(await rest.put(route, { body: wanted })) }
}

const kept = z.array(z.object({ id: z.string(), name: z.string() }))

function idsOf(commands: unknown): ReadonlyMap<string, string> {
  return new Map(kept.safeParse(commands).data?.map(({ id, name }) => [name, id]))
}

/** Whether what Discord tells of its commands is what would be registered; it adds ids, versions and defaults. */
export function sameCommands(
  registered: unknown,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  scope: Scope,
): boolean {
  return isDeepStrictEqual(essence(registered, scope), essence(wanted, scope))
}

/** Fields that the bot sets, or would set back where somebody else had set them. */
const compared = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'nsfw',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_length',
  'max_length',
]
/** Commands of one server have no places. */
const placed = ['contexts', 'integration_types']

/** The list in one order: it says nothing. */
function essence(list: unknown, scope: Scope): unknown {
  const fields = new Set(scope === 'guild' ? compared : [...compared, ...placed])
  const given = Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : []
  const commands = given.map((command) => strip(command, fields))
  return new Map(commands.map((command) => [JSON.stringify([command.type, command.name]), command]))
}

/** A command or option with the fields that say something: not those that are null, false or empty. */
function strip(given: object, fields: ReadonlySet<string>): Record<string, unknown> {
  const entries = Object.entries(given).flatMap(([name, value]) => {
    if (name === 'options' || name === 'choices')
      return [[name, (value ?? []).map((one: object) => strip(one, fields))]]
    if (placed.includes(name)) return fields.has(name) ? [[name, [...(value ?? [])].sort()]] : []
    return fields.has(name) && saysSomething(value) ? [[name, value]] : []
  })
  return Object.fromEntries(entries.filter(([, value]) => saysSomething(value)))
}

function saysSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return value !== undefined && value !== null && value !== false && value !== ''
}
