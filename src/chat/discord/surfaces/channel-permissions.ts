import { PermissionFlagsBits, PermissionsBitField, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Finding } from '../../finding.js'
import { errorCode } from '../wire/errors.js'

const bits = z.string().transform((text) => BigInt(text))
const overwrite = z.object({ id: z.string(), allow: bits, deny: bits })
const channelOf = z.object({
  guild_id: z.string().optional(),
  permission_overwrites: z.array(overwrite).default([]),
})
const rolesOf = z.array(z.object({ id: z.string(), permissions: bits }))
const memberOf = z.object({ roles: z.array(z.string()), user: z.object({ id: z.string() }) })

type Overwrite = z.infer<typeof overwrite>

/** What a tip needs where it goes; without the history a tip may come twice or not at all after a crash. */
const needed = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.ReadMessageHistory,
]

/** Looks whether tips can be posted in a channel, without a connection to the gateway. */
export async function examineChannel(rest: REST, channelId: string): Promise<Finding> {
  const about = `Discord tips in ${channelId}`
  try {
    const missing = new PermissionsBitField(await permissionsIn(rest, channelId)).missing(needed)
    if (missing.length === 0) return { about, status: 'ok', message: 'tips can be posted' }
    const names = missing.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')).join(', ')
    const message = `the bot lacks: ${names}. Grant it in the channel's settings > Permissions`
    return { about, status: 'error', message }
  } catch (error) {
    const message = `cannot be looked at (${errorCode(error)}): invite the bot to it, or take it out of TIP_CHANNELS`
    return { about, status: 'error', message }
  }
}

/** https://docs.discord.com/developers/topics/permissions: server roles first, then the channel's overwrites. */
async function permissionsIn(rest: REST, channelId: string): Promise<bigint> {
  const { guild_id: guild, permission_overwrites } = channelOf.parse(
    await rest.get(Routes.channel(channelId)),
  )
  if (!guild) return PermissionsBitField.All
  const me = z.object({ id: z.string() }).parse(await rest.get(Routes.user()))
  const [roles, { roles: mine, user }] = await Promise.all([
    rest.get(Routes.guildRoles(guild)).then((body) => rolesOf.parse(body)),
    rest.get(Routes.guildMember(guild, me.id)).then((body) => memberOf.parse(body)),
  ])
  const own = new Set([guild, ...mine])
  const granted = roles
    .filter(({ id }) => own.has(id))
    .reduce((all, { permissions }) => all | permissions, 0n)
  if (granted & PermissionFlagsBits.Administrator) return PermissionsBitField.All
  const layers = [
    permission_overwrites.filter(({ id }) => id === guild),
    permission_overwrites.filter(({ id }) => id !== guild && own.has(id)),
    permission_overwrites.filter(({ id }) => id === user.id),
  ]
  return layers.reduce(apply, granted)
}

function apply(granted: bigint, layer: readonly Overwrite[]): bigint {
  const deny = layer.reduce((all, each) => all | each.deny, 0n)
  const allow = layer.reduce((all, each) => all | each.allow, 0n)
  return (granted & ~deny) | allow
}
