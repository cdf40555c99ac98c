import type { Logger } from 'pino'
import type { Chat, ChatContext, ChatName } from './chat.js'
import type { CheckResult } from './check-result.js'
import { consoleDefinition } from './console/definition.js'
import type { ChatDefinition, Streams } from './definition.js'
import type { DiscordConfig } from './discord/config.js'
import { discord } from './discord/definition.js'
import type { SlackConfig } from './slack/config.js'
import { slack } from './slack/definition.js'

/** The settings of each chat; absent for one that is not set up. */
export interface ChatSettings {
  readonly slack?: SlackConfig
  readonly discord?: DiscordConfig
}

/** A chat and where its settings are. */
export interface RegisteredChat
  extends Pick<ChatDefinition<never>, 'name' | 'title' | 'channelIds' | 'userIds' | 'secretShapes'> {
  /** The chat with its settings; `undefined` when it is not set up. */
  readonly configure: (settings: ChatSettings) => ConfiguredChat | undefined
}

/** A chat that is set up. */
export interface ConfiguredChat {
  readonly name: ChatName
  readonly title: string
  readonly create: (context: ChatContext, streams: Streams, ended: () => void) => Promise<Chat>
  readonly doctor?: {
    readonly address: string
    readonly examine: (tipChannels: readonly string[], log: Logger) => Promise<readonly CheckResult[]>
  }
}

/** Every chat there is: the one list that names them. */
export const chats: readonly RegisteredChat[] = [
  register(slack, (settings) => settings.slack),
  register(discord, (settings) => settings.discord),
  register(consoleDefinition, () => true as const),
]

/** The chat whose people have ids of this form; `undefined` for an id of no platform. */
export function chatOfUser(id: string): ChatName | undefined {
  return chats.find(({ userIds }) => userIds?.pattern.test(id))?.name
}

function register<Settings>(
  definition: ChatDefinition<Settings>,
  settingsIn: (settings: ChatSettings) => Settings | undefined,
): RegisteredChat {
  const { name, title, create, doctor } = definition
  return {
    ...definition,
    configure: (all) => {
      const settings = settingsIn(all)
      if (settings === undefined) return undefined
      return {
        name,
        title,
        create: (context, streams, ended) => create(settings, context, streams, ended),
        ...(doctor && {
          doctor: {
            address: doctor.address(settings),
            examine: (tipChannels, log) => doctor.examine(settings, tipChannels, log),
          },
        }),
      }
    },
  }
}
