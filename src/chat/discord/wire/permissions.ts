import { ChannelType, PermissionFlagsBits, PermissionsBitField, type REST, Routes } from 'discord.js'
import { z } from 'zod'

const bits = z.string().transform((text) => BigInt(text))
const overwrite = z.object({ id: z.string(), allow: bits, deny: bits })
const channelOf = z.object({
  type: z.int().catch(ChannelType.GuildText),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwrite).nullish(),
  thread_metadata: z.object({ archived: z.boolean().catch(false) }).nullish(),
})
const rolesOf = z.array(z.object({ id: z.string(), permissions: bits }))
const guildOf = z.object({ owner_id: z.string().nullish() })
const memberOf = z.object({ roles: z.array(z.string()) })

type Overwrite = z.infer<typeof overwrite>

/** A channel as Discord tells it. */
export interface Channel extends z.infer<typeof channelOf> {
  readonly id: string
}

/** Asks Discord for a channel. */
export async function askForChannel(rest: REST, channelId: string): Promise<Channel> {
  return { id: channelId, ...channelOf.parse(await rest.get(Routes.channel(channelId))) }
}

/** Whether somebody owns a server, and may do everything in it whatever their roles. */
export async function owns(rest: REST, guildId: string, userId: string): Promise<boolean> {
  return guildOf.parse(await rest.get(Routes.guild(guildId))).owner_id === userId
}

/** What somebody's roles allow in a channel; everything outside a server. */
export async function permissionsIn(rest: REST, channel: Channel, userId: string): Promise<bigint> {
  const guild = channel.guild_id
  if (!guild) return PermissionsBitField.All
  // A thread has its channel's overwrites.
  const place = isThread(channel) && channel.parent_id ? askForChannel(rest, channel.parent_id) : channel
  const [{ permission_overwrites }, roles, member] = await Promise.all([
    place,
    rest.get(Routes.guildRoles(guild)).then((body) => rolesOf.parse(body)),
    rest.get(Routes.guildMember(guild, userId)).then((body) => memberOf.parse(body)),
  ])
  const own = new Set([guild, ...member.roles])
  const granted = roles
    .filter(({ id }) => own.has(id))
    .reduce((all, { permissions }) => all | permissions, 0n)
  if (granted & PermissionFlagsBits.Administrator) return PermissionsBitField.All
  const overwrites = permission_overwrites ?? []
  // https://docs.discord.com/developers/topics/permissions: everybody's first, then all roles', then the person's.
  const layers = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => id !== guild && own.has(id)),
    overwrites.filter(({ id }) => id === userId),
  ]
  return layers.reduce(apply, granted)
}

/** Whether a channel is a thread, in which other rights count. */
export function isThread({ type }: Channel): boolean {
  return [ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread].includes(type)
}

/** Names of the permissions that are missing, as Discord's settings show them: `"Send Messages, Embed Links"`. */
export function missingNames(granted: bigint, needed: readonly bigint[]): string {
  const missing = new PermissionsBitField(granted).missing([...needed])
  return missing.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).join(', ')
}

function apply(granted: bigint, layer: readonly Overwrite[]): bigint {
  const deny = layer.reduce((all, each) => all | each.deny, 0n)
  const allow = layer.reduce((all, each) => all | each.allow, 0n)
  return (granted & ~deny) | allow
}
