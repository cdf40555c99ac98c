import {
  type APIInteraction,
  type Client,
  type GatewayMessageCreateDispatchData,
  type GuildBasedChannel,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js'
import type { Obstacle } from '../../chat.js'
import { obstacleOf } from '../wire/errors.js'

/** Either of these makes an organiser; discord.js counts administrators and owners as having both. */
const organising = [PermissionFlagsBits.ManageChannels, PermissionFlagsBits.ManageGuild]

/** What rights are asked for: the tips of a place, or what people asked in vain. */
type What = 'tips' | 'gaps'

/**
 * Whether the person may manage the tips where the interaction comes from, or read the gaps. Alone with the bot
 * everybody has tips of their own; what others asked is for organisers, and nobody is one there by rights.
 */
export function mayManageHere({ member, guild_id }: APIInteraction, what: What): boolean {
  if (!guild_id) return what === 'tips'
  return member !== undefined && new PermissionsBitField(BigInt(member.permissions)).any(organising)
}

/** The same for somebody who wrote a message: it does not carry rights, so that Discord has to be asked. */
export async function mayManageThere(
  client: Client,
  { guild_id, channel_id, author }: GatewayMessageCreateDispatchData,
  what: What,
): Promise<boolean> {
  if (!guild_id) return what === 'tips'
  const channel = await client.channels.fetch(channel_id)
  if (!channel || channel.isDMBased()) return false
  const member = await channel.guild.members.fetch({ user: author.id, cache: false })
  return channel.permissionsFor(member).any(organising)
}

/** What keeps the bot from posting in a channel; `undefined` when nothing does. Never rejects. */
export async function obstacleIn(client: Client, channelId: string): Promise<Obstacle | undefined> {
  try {
    return await missingIn(client, channelId)
  } catch (error) {
    return obstacleOf(error)
  }
}

async function missingIn(client: Client, channelId: string): Promise<Obstacle | undefined> {
  const found = await client.channels.fetch(channelId)
  if (!found) return { reason: 'gone', detail: '10003' }
  if (found.isDMBased()) return undefined
  if (!found.isTextBased()) return { reason: 'gone', detail: '50008' }
  // A tip would wake a thread that its people have closed.
  if (found.isThread() && found.archived) return { reason: 'gone', detail: '50083' }
  const missing = await missingPermissions(found, postingPermissions(found))
  return missing ? { reason: 'forbidden', detail: missing } : undefined
}

/** Whether the bot may read what was posted before; without this right Discord shows an empty channel. */
export async function mayReadHistory(client: Client, channelId: string): Promise<boolean> {
  const channel = await client.channels.fetch(channelId)
  if (!channel) return false
  return channel.isDMBased() || !(await missingPermissions(channel, [PermissionFlagsBits.ReadMessageHistory]))
}

function postingPermissions(channel: GuildBasedChannel): readonly bigint[] {
  const send = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages
  return [PermissionFlagsBits.ViewChannel, send, PermissionFlagsBits.EmbedLinks]
}

/** Names of the permissions that the bot lacks, as Discord's settings show them: `"Send Messages, Embed Links"`. */
async function missingPermissions(channel: GuildBasedChannel, needed: readonly bigint[]): Promise<string> {
  const me = await channel.guild.members.fetchMe()
  const missing = channel.permissionsFor(me).missing([...needed])
  return missing.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).join(', ')
}

/** What kept a message from going out; a missing permission by its name. */
export async function obstacleBehind(client: Client, channelId: string, error: unknown): Promise<Obstacle> {
  const told = obstacleOf(error)
  if (told.reason !== 'forbidden') return told
  // Discord's answer is what counts: asking for the permission's name must not hide it.
  const found = await obstacleIn(client, channelId)
  return found?.reason === 'forbidden' ? found : told
}
