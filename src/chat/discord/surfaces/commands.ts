import {
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Argument, Command, Localised } from '../../../answer/command.js'
import {
  commands,
  filterDescriptions,
  findTalks,
  forOrganisers,
  publicDescription,
} from '../../../answer/commands.js'
import { limits } from '../limits.js'
import { opensForm } from './form.js'

/** Where the commands are registered: everywhere, or in one server, which takes no contexts. */
export type Scope = 'global' | 'guild'

/**
 * The commands as Discord wants them registered: one slash command with the table's commands below it, one with what
 * only organisers may do, and an entry in the menu of messages. Permissions are for whole commands only
 * (discord-api-docs#7804), so that members do not see the second; who may is asked again when it runs. Descriptions
 * are localised, names are not: localised names break commands that have commands below them (discord-api-docs#5105).
 * A message command has none, so its name is localised.
 */
export function registration(name: string, scope: Scope): RESTPostAPIApplicationCommandsJSONBody[] {
  const [first] = commands
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name,
      ...describe(first?.description ?? publicDescription),
      options: commands.filter(({ who }) => who === 'anyone').map(subcommand),
      ...everywhere(scope),
    },
    {
      type: ApplicationCommandType.ChatInput,
      name: organisersCommand(name),
      ...describe(forOrganisers),
      options: commands.filter(({ who }) => who !== 'anyone').map(subcommand),
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      ...whereInstalled(scope),
    },
    {
      type: ApplicationCommandType.Message,
      name: findTalks.en,
      name_localizations: { ko: findTalks.ko },
      ...everywhere(scope),
    },
  ]
}

/** The name of the command that only organisers see: `"devops-admin"`. */
function organisersCommand(name: string): string {
  const suffix = '-admin'
  return name.slice(0, limits.commandName - suffix.length) + suffix
}

/** How a command of the table is typed: `"/devops session"`. */
export function typedCommand(root: string, command: string): string {
  const isForAll = commands.find(({ name }) => name === command)?.who === 'anyone'
  return `/${isForAll ? root : organisersCommand(root)} ${command}`
}

/**
 * In servers, in direct messages with the bot, and for people who installed it for themselves wherever they write.
 * Both fields always stand there: what Discord takes without them has changed before (discord-api-docs#7108).
 */
function everywhere(scope: Scope) {
  if (scope === 'guild') return {}
  return {
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  }
}

/** Where the bot is itself: tips are posted there, and its organisers are there. */
function whereInstalled(scope: Scope) {
  if (scope === 'guild') return {}
  return {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }
}

function describe({ en, ko }: Localised) {
  return { description: en, description_localizations: { ko } }
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  const { argument, filters, who } = command
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name,
    ...describe(command.description),
    options: [
      ...(argument ? [argumentOption(argument, opensForm(command.name))] : []),
      ...(filters ? filterOptions() : []),
      // What organisers ask is for their eyes only.
      ...(who === 'anyone' ? [publicOption()] : []),
    ],
  }
}

/** `isAsked`: what is left out is asked for in a form. */
function argumentOption(argument: Argument, isAsked: boolean): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: argument.name,
    ...describe(argument.description),
    required: argument.required && !isAsked,
    ...(argument.suggest ? { autocomplete: true } : {}),
  }
}

function filterOptions(): APIApplicationCommandStringOption[] {
  return Object.entries(filterDescriptions).map(([name, description]) => ({
    type: ApplicationCommandOptionType.String,
    name,
    ...describe(description),
    autocomplete: true,
  }))
}

function publicOption(): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: 'public',
    ...describe(publicDescription),
    choices: ['yes', 'no'].map((value) => ({ name: value, value })),
  }
}
