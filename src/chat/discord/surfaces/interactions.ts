import { ApplicationCommandType, InteractionResponseType, InteractionType } from 'discord.js'
import type { Question } from '../../../answer/command.js'
import type { Asker } from '../../chat.js'
import { limits } from '../limits.js'
import { label } from '../render/components.js'
import { orPostError } from '../wire/errors.js'
import { press } from './buttons.js'
import type { DiscordContext } from './context.js'
import type { Interaction, InteractionDetails, KnownMessage } from './events.js'
import { opensForm, readForm, readSentForm, readTyping, tipsFormIn } from './form.js'
import { plainWords } from './mention.js'
import { type Arrival, outletFor, respond } from './responses.js'
import { isDirect, isInstalledHere, mayManageHere } from './rights.js'

/** Answers a command, a completion, a button, a menu or a form. */
export async function answerInteraction(arrival: Arrival, context: DiscordContext): Promise<void> {
  const { interaction } = arrival
  noteRights(interaction, context)
  const asker = askerOf(interaction, context)
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return await run(arrival, questionOf(interaction), asker, context)
    case InteractionType.ModalSubmit: {
      const question = interaction.data && readSentForm(interaction.data)
      return await context.bot.answer(question ?? askForHelp, asker, outletFor(arrival, context, 'new'))
    }
    case InteractionType.ApplicationCommandAutocomplete:
      return await complete(arrival, context)
    case InteractionType.MessageComponent:
      return await press(arrival, asker, context)
  }
}

/** Answers a command, or asks for what it was not given. */
async function run(
  arrival: Arrival,
  question: Question,
  asker: Asker,
  context: DiscordContext,
): Promise<void> {
  if (opensForm(question.command) && question.words.trim() === '') {
    const data = tipsFormIn(asker.locale ?? 'en')
    return await respond(arrival, context, { type: InteractionResponseType.Modal, data })
  }
  await context.bot.answer(question, asker, outletFor(arrival, context, 'new'))
}

const askForHelp: Question = { command: 'help', words: '', filters: {}, public: false }

function noteRights({ channel_id, app_permissions }: Interaction, { recentRights }: DiscordContext): void {
  if (channel_id && app_permissions) recentRights.note(channel_id, BigInt(app_permissions))
}

function askerOf(interaction: Interaction, context: DiscordContext): Asker {
  const { channel_id, member, user, locale } = interaction
  const id = (member?.user ?? user)?.id ?? ''
  return {
    chat: 'discord',
    // Where the bot is not itself, it can post no tips.
    ...(channel_id && isInstalledHere(interaction) ? { channel: channel_id } : {}),
    user: id,
    visibility: 'private',
    direct: isDirect(interaction),
    prefix: `/${context.config.command} `,
    locale: locale === 'ko' ? 'ko' : 'en',
    mayManage: async (what = 'tips') =>
      context.config.organisers.includes(id) ||
      (await orPostError(() => mayManageHere(interaction, what, context))),
  }
}

/** What a slash command's form asks, or the words of the message under which "Find talks" was chosen. */
function questionOf({ data }: Interaction): Question {
  if (data?.type === ApplicationCommandType.Message) {
    const words = plainWords(wordsOf(chosenMessage(data)))
    return { command: 'session', words, filters: {}, public: false }
  }
  const question = data ? readForm(data) : undefined
  // A command of an older edition, which Discord may show for a while.
  return question ?? askForHelp
}

function chosenMessage({ target_id, resolved }: InteractionDetails): KnownMessage | undefined {
  return resolved?.messages?.[target_id ?? '']
}

/** A message's first words: its author's, those forwarded with it, those of its cards. */
function wordsOf(message: KnownMessage | undefined): string {
  if (!message) return ''
  const written = [message, ...message.message_snapshots.map((snapshot) => snapshot.message)]
  const texts = [
    ...written.map(({ content }) => content ?? ''),
    ...written.flatMap(({ embeds }) =>
      embeds.map(({ title, description }) => `${title ?? ''} ${description ?? ''}`),
    ),
  ]
  return texts.find((text) => plainWords(text) !== '') ?? ''
}

/** Completions as Discord takes them: 25 at most, each different and not empty. */
async function complete(arrival: Arrival, context: DiscordContext): Promise<void> {
  const { data } = arrival.interaction
  const typing = data ? readTyping(data) : undefined
  const found = typing ? context.bot.suggest(typing.field, typing.typed, typing.filters, limits.choices) : []
  const choices = new Map(
    found.map((one) => [label(one.value, limits.choiceValue), label(one.label, limits.choiceName)]),
  )
  await respond(arrival, context, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: [...choices].slice(0, limits.choices).map(([value, name]) => ({ name, value })) },
  })
}
