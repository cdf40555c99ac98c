import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js'
import type { Question } from '../../../answer/command.js'
import type { Asker } from '../../chat.js'
import { limits } from '../limits.js'
import { label } from '../render/components.js'
import { press } from './buttons.js'
import type { DiscordContext } from './context.js'
import { readForm, readTyping } from './form.js'
import { plainWords } from './mention.js'
import { type Arrival, outletFor, respond } from './responses.js'
import { mayManageHere } from './rights.js'

/** Answers a command, a completion, a button or a menu. */
export async function answerInteraction(interaction: APIInteraction, context: DiscordContext): Promise<void> {
  const at = performance.now()
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const question = questionOf(interaction)
      const outlet = outletFor({ interaction, at }, context, 'new')
      return await context.bot.answer(question, askerOf(interaction, context), outlet)
    }
    case InteractionType.ApplicationCommandAutocomplete:
      return await complete({ interaction, at }, context)
    case InteractionType.MessageComponent:
      return await press({ interaction, at }, askerOf(interaction, context), context)
  }
}

function askerOf(interaction: APIInteraction, { config }: DiscordContext): Asker {
  const { guild_id, member, user } = interaction
  const channel = interaction.channel?.id ?? interaction.channel_id
  const id = (member?.user ?? user)?.id ?? ''
  return {
    chat: 'discord',
    ...(channel ? { channel } : {}),
    user: id,
    visibility: 'private',
    direct: !guild_id,
    locale: 'locale' in interaction && interaction.locale === 'ko' ? 'ko' : 'en',
    mayManage: async (what = 'tips') => config.organisers.includes(id) || mayManageHere(interaction, what),
  }
}

/** What a slash command's form asks, or the words of the message under which "Find talks" was chosen. */
function questionOf({ data }: APIApplicationCommandInteraction): Question {
  const about = { filters: {}, public: false }
  if (data.type === ApplicationCommandType.Message) {
    const content = data.resolved.messages[data.target_id]?.content ?? ''
    return { command: 'session', words: plainWords(content), ...about }
  }
  const question = data.type === ApplicationCommandType.ChatInput ? readForm(data) : undefined
  // A command of an older edition, which Discord may show for a while.
  return question ?? { command: 'help', words: '', ...about }
}

/** Completions as Discord takes them: 25 at most, each different and not empty. */
async function complete(
  arrival: Arrival<APIApplicationCommandAutocompleteInteraction>,
  context: DiscordContext,
): Promise<void> {
  const typing = readTyping(arrival.interaction.data)
  const found = typing ? context.bot.suggest(typing.field, typing.typed, typing.filters, limits.choices) : []
  const choices = new Map(
    found.map((one) => [label(one.value, limits.choiceValue), label(one.label, limits.choiceName)]),
  )
  await respond(arrival, context, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: [...choices].slice(0, limits.choices).map(([value, name]) => ({ name, value })) },
  })
}
