import {
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Argument, Command, Localised } from '../../../answer/command.js'
import { commands, filterDescriptions, findTalks, publicDescription } from '../../../answer/commands.js'

/** Where the commands are registered: everywhere, or in one server, which takes no contexts. */
export type Scope = 'global' | 'guild'

/**
 * The commands as Discord wants them registered: one slash command with the table's commands below it, and an entry
 * in the menu of messages. Descriptions are localised, names are not: localised names break commands that have
 * commands below them (discord-api-docs#5105). A message command has none, so its name is localised.
 */
export function registration(name: string, scope: Scope): RESTPostAPIApplicationCommandsJSONBody[] {
  const [first] = commands
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name,
      ...describe(first?.description ?? publicDescription),
      options: commands.map(subcommand),
      ...places(scope),
    },
    {
      type: ApplicationCommandType.Message,
      name: findTalks.en,
      name_localizations: { ko: findTalks.ko },
      ...places(scope),
    },
  ]
}

/** In servers, and in direct messages with the bot. */
function places(scope: Scope) {
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
      ...(argument ? [argumentOption(argument)] : []),
      ...(filters ? filterOptions() : []),
      // What organisers ask is for their eyes only.
      ...(who === 'anyone' ? [publicOption()] : []),
    ],
  }
}

function argumentOption(argument: Argument): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: argument.name,
    ...describe(argument.description),
    required: argument.required,
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
