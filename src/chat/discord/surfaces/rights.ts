import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  PermissionsBitField,
  type REST,
} from 'discord.js'
import type { Obstacle } from '../../chat.js'
import { obstacleOf } from '../wire/errors.js'
import {
  askForChannel,
  type Channel,
  isThread,
  missingNames,
  owns,
  permissionsIn,
} from '../wire/permissions.js'
import type { DiscordContext, RecentRights } from './context.js'
import type { Interaction, PostedMessage } from './events.js'

/** Any of these makes an organiser; an owner has all. */
const organising =
  PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator

/** What rights are asked for: the tips of a channel, or the questions without an answer. */
type What = 'tips' | 'gaps'

/** Whether an interaction comes from the direct messages with the bot. */
export function isDirect({ context, guild_id, member }: Interaction): boolean {
  return context === undefined ? !guild_id && !member : context === InteractionContextType.BotDM
}

/** Whether the bot itself is where the interaction comes from, rather than only in somebody's own list of apps. */
export function isInstalledHere(interaction: Interaction): boolean {
  const owners = interaction.authorizing_integration_owners ?? {}
  const byPerson = owners[ApplicationIntegrationType.UserInstall] !== undefined
  const byServer = owners[ApplicationIntegrationType.GuildInstall] !== undefined
  return isDirect(interaction) || (interaction.guild_id !== undefined && (byServer || !byPerson))
}

/**
 * Whether the person may manage the tips where the interaction comes from, or read the gaps. Alone with the bot
 * everybody has tips of their own; the questions of others are for organisers, and nobody is one there by rights.
 * Where the bot is not itself, its servers' rights say nothing.
 */
export async function mayManageHere(
  interaction: Interaction,
  what: What,
  { rest }: Pick<DiscordContext, 'rest'>,
): Promise<boolean> {
  if (isDirect(interaction)) return what === 'tips'
  if (!isInstalledHere(interaction)) return false
  const { member, user, channel_id } = interaction
  if (member?.permissions !== undefined) return isOrganiser(BigInt(member.permissions))
  const person = member?.user ?? user
  return person !== undefined && channel_id !== undefined && (await organises(rest, channel_id, person.id))
}

/** The same for somebody who wrote a message: it carries no rights, so that Discord has to be asked. */
export async function mayManageThere(
  message: PostedMessage,
  what: What,
  { rest }: Pick<DiscordContext, 'rest'>,
): Promise<boolean> {
  if (isDirectMessage(message)) return what === 'tips'
  return await organises(rest, message.channel_id, message.author.id)
}

/** Whether a message was written to the bot alone. */
export function isDirectMessage({ guild_id, member }: PostedMessage): boolean {
  return guild_id === undefined && member === undefined
}

async function organises(rest: REST, channelId: string, userId: string): Promise<boolean> {
  const channel = await askForChannel(rest, channelId)
  if (!channel.guild_id) return false
  if (isOrganiser(await permissionsIn(rest, channel, userId))) return true
  return await owns(rest, channel.guild_id, userId)
}

function isOrganiser(rights: bigint): boolean {
  return (rights & organising) !== 0n
}

/** What is needed to ask what keeps the bot from a channel. */
export interface RightsParts {
  readonly rest: REST
  /** The bot's own id. */
  readonly selfId: string
  readonly recentRights: RecentRights
}

/** What keeps the bot from posting in a channel; `undefined` when nothing does. Never rejects. */
export async function obstacleIn(parts: RightsParts, channelId: string): Promise<Obstacle | undefined> {
  try {
    return await missingIn(parts, channelId)
  } catch (error) {
    return obstacleOf(error)
  }
}

async function missingIn(parts: RightsParts, channelId: string): Promise<Obstacle | undefined> {
  const channel = await askForChannel(parts.rest, channelId)
  if (isPrivateConversation(channel)) return undefined
  if (!isTextual(channel)) return { reason: 'gone', detail: '50008' }
  // A tip would wake a thread that its people have closed.
  if (channel.thread_metadata?.archived) return { reason: 'gone', detail: '50083' }
  const missing = missingNames(await ownRights(parts, channel), postingPermissions(channel))
  return missing ? { reason: 'forbidden', detail: missing } : undefined
}

/** Whether the bot may read what was posted before; without this right Discord shows an empty channel. */
export async function mayReadHistory(parts: RightsParts, channelId: string): Promise<boolean> {
  const channel = await askForChannel(parts.rest, channelId)
  if (isPrivateConversation(channel)) return true
  return ((await ownRights(parts, channel)) & PermissionFlagsBits.ReadMessageHistory) !== 0n
}

async function ownRights({ rest, selfId, recentRights }: RightsParts, channel: Channel): Promise<bigint> {
  const told = recentRights.in(channel.id)
  if (told === undefined) return await permissionsIn(rest, channel, selfId)
  return new PermissionsBitField(told).has(PermissionFlagsBits.Administrator) ? PermissionsBitField.All : told
}

/** What a tip needs where it goes. */
function postingPermissions(channel: Channel): readonly bigint[] {
  const send = isThread(channel)
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages
  return [PermissionFlagsBits.ViewChannel, send, PermissionFlagsBits.EmbedLinks]
}

function isPrivateConversation({ type, guild_id }: Channel): boolean {
  return type === ChannelType.DM || type === ChannelType.GroupDM || !guild_id
}

/** Categories, forums and media channels take no messages themselves. */
function isTextual({ type }: Channel): boolean {
  return ![
    ChannelType.GuildCategory,
    ChannelType.GuildDirectory,
    ChannelType.GuildForum,
    ChannelType.GuildMedia,
  ].includes(type)
}

/** What kept a message from going out; a missing permission by its name. */
export async function obstacleBehind(
  parts: RightsParts,
  channelId: string,
  error: unknown,
): Promise<Obstacle> {
  const told = obstacleOf(error)
  if (told.reason !== 'forbidden') return told
  // Discord's answer is what counts: asking for the permission's name must not hide it.
  const found = await obstacleIn(parts, channelId)
  return found?.reason === 'forbidden' ? found : told
}
