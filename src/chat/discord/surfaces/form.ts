import { ApplicationCommandOptionType } from 'discord.js'
import type { Question } from '../../../answer/command.js'
import { commands } from '../../../answer/commands.js'
import type { Filters, SuggestField } from '../../../search/types.js'
import type { FilledOption, InteractionDetails } from './events.js'

/** What a person has filled in, for a question or while typing. */
type Form = Pick<InteractionDetails, 'options'>

/** The question in a slash command's form; `undefined` for a command that we do not have (any more). */
export function readForm(form: Form): Question | undefined {
  const { command, values } = open(form)
  if (!command) return undefined
  return {
    command: command.name,
    words: command.argument ? (values.get(command.argument.name) ?? '') : '',
    filters: command.filters ? filtersOf(values) : {},
    public: ['yes', 'true'].includes(values.get('public') ?? ''),
  }
}

/** What is being typed in a form, and in which field; `undefined` where there is nothing to complete. */
export function readTyping(
  form: Form,
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

function open({ options }: Form) {
  const chosen = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand)
  const given = chosen?.options ?? []
  const values = new Map(given.flatMap(filledIn))
  const focused = given.find((one) => one.focused)?.name
  return { command: commands.find(({ name }) => name === chosen?.name), values, focused }
}

function filledIn({ name, value }: FilledOption): readonly (readonly [string, string])[] {
  return value === undefined ? [] : [[name, String(value)]]
}
