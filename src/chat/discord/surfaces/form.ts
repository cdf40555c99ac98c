import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import type { Question } from '../../../answer/command.js'
import { commands } from '../../../answer/commands.js'
import type { Locale } from '../../../answer/wording/locale.js'
import { wordingIn } from '../../../answer/wording/wording.js'
import type { Filters, SuggestField } from '../../../search/types.js'
import { cutText } from '../../../text/graphemes.js'
import { limits } from '../limits.js'
import type { FilledOption, InteractionDetails } from './events.js'

/** What a person has filled in, for a question or while typing. */
type FilledForm = Pick<InteractionDetails, 'options'>

/** The question in a slash command's form; `undefined` for a command that is not in the table (any more). */
export function readForm(form: FilledForm): Question | undefined {
  const { command, values } = open(form)
  if (!command) return undefined
  return {
    command: command.name,
    words: command.argument ? (values.get(command.argument.name) ?? '') : '',
    filters: command.filters ? filtersOf(values) : {},
    public: ['yes', 'true'].includes(values.get('public') ?? ''),
  }
}

/** The id of the form for a channel's daily tip. */
const tipsForm = 'tips'

/** Whether a command asks for its setting in a form when it is run without one. */
export function opensForm(command: string): boolean {
  return command === tipsForm
}

/** Asks for the hour and the zone of a channel's daily tip. An empty field leaves what there was. */
export function tipsFormIn(locale: Locale): APIModalInteractionResponseCallbackData {
  const words = wordingIn(locale).tipsForm
  const field = (custom_id: string, label: string, placeholder: string) => ({
    type: ComponentType.Label as const,
    label: cutText(label, limits.formLabel),
    component: {
      type: ComponentType.TextInput as const,
      custom_id,
      style: TextInputStyle.Short as const,
      placeholder: cutText(placeholder, limits.formPlaceholder),
      required: false,
      max_length: longestField,
    },
  })
  return {
    custom_id: tipsForm,
    title: cutText(words.title, limits.formTitle),
    components: [field('time', words.time, '09:00'), field('zone', words.zone, 'Asia/Seoul')],
  }
}

/** Longer than every zone's name. */
const longestField = 50

/** What a form that was sent asks; `undefined` for one of an older edition. */
export function readSentForm({ custom_id, components }: InteractionDetails): Question | undefined {
  if (custom_id !== tipsForm) return undefined
  // Fields stand in labels; servers of an older protocol send them in rows.
  const fields = components.flatMap(({ component, components: row }) => (component ? [component] : row))
  const typed = (name: string) => fields.find((one) => one.custom_id === name)?.value.trim() ?? ''
  const words = ['on', typed('time'), typed('zone')].filter((word) => word !== '').join(' ')
  return { command: 'tips', words, filters: {}, public: false }
}

/** What is being typed in a form, and in which field; `undefined` where there is nothing to complete. */
export function readTyping(
  form: FilledForm,
): { readonly field: SuggestField; readonly typed: string; readonly filters: Filters } | undefined {
  const { command, values, focused } = open(form)
  if (!command || !focused) return undefined
  const { argument } = command
  const field = argument?.name === focused ? argument.suggest : filterField(focused)
  if (!field) return undefined
  const others = new Map([...values].filter(([name]) => name !== focused))
  return { field, typed: values.get(focused) ?? '', filters: command.filters ? filtersOf(others) : {} }
}

function filterField(name: string): SuggestField | undefined {
  return name === 'meetup' || name === 'speaker' || name === 'tag' ? name : undefined
}

function filtersOf(values: ReadonlyMap<string, string>): Filters {
  const [meetup, speaker, tag] = ['meetup', 'speaker', 'tag'].map((name) => values.get(name)?.trim())
  return { ...(meetup ? { meetup } : {}), ...(speaker ? { speaker } : {}), ...(tag ? { tag } : {}) }
}

function open({ options }: FilledForm) {
  const chosen = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand)
  const given = chosen?.options ?? []
  const values = new Map(given.flatMap(filledIn))
  const focused = given.find((one) => one.focused)?.name
  return { command: commands.find(({ name }) => name === chosen?.name), values, focused }
}

function filledIn({ name, value }: FilledOption): readonly (readonly [string, string])[] {
  return value === undefined ? [] : [[name, String(value)]]
}
