import { z } from 'zod'
import { problemsOf } from './message-rules.js'

/** What Discord takes as commands (interactions/application-commands). */

const name = z.string().regex(/^[-_'\p{L}\p{N}]{1,32}$/u)
const description = z.string().min(1).max(100)
const localised = z.record(z.enum(['ko']), description).optional()

const value = z.strictObject({
  type: z.literal(3),
  name: name.lowercase(),
  description,
  description_localizations: localised,
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  choices: z
    .array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().max(100) }))
    .max(25)
    .optional(),
})

const subcommand = z.strictObject({
  type: z.literal(1),
  name: name.lowercase(),
  description,
  description_localizations: localised,
  options: z
    .array(value)
    .max(25)
    .refine((options) => !options.some((one, at) => one.required && !options[at - 1]?.required && at > 0), {
      error: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    })
    .optional(),
})

const places = {
  contexts: z.array(z.int().min(0).max(2)).optional(),
  integration_types: z.array(z.int().min(0).max(1)).optional(),
}

const slash = z.strictObject({
  type: z.literal(1),
  name: name.lowercase(),
  description,
  description_localizations: localised,
  options: z.array(subcommand).max(25),
  default_member_permissions: z.string().regex(/^\d+$/).optional(),
  ...places,
})

const menu = z.strictObject({
  type: z.literal(3),
  name: z.string().min(1).max(32),
  name_localizations: z.record(z.enum(['ko']), z.string().min(1).max(32)).optional(),
  ...places,
})

const list = z
  .array(z.discriminatedUnion('type', [slash, menu]))
  .refine((all) => all.every((one) => longest(one) <= 8000), 'APPLICATION_COMMAND_TOO_LARGE')

/** Everything Discord would refuse in a list of commands. A server's own commands have no places. */
export function commandProblems(body: unknown, isGuild: boolean): readonly string[] {
  const placed = isGuild && JSON.stringify(body).includes('"contexts"')
  return [...problemsOf(list, body), ...(placed ? ['contexts: only for global commands'] : [])]
}

/** Characters of a command with the longest language of each text. */
function longest(given: unknown): number {
  if (typeof given !== 'object' || given === null) return 0
  return Object.entries(given).reduce((sum, [key, field]) => {
    if (key.endsWith('_localizations')) return sum
    if (typeof field !== 'string') return sum + longest(field)
    const other = (given as Record<string, Record<string, string>>)[`${key}_localizations`] ?? {}
    return sum + Math.max(field.length, ...Object.values(other).map(({ length }) => length))
  }, 0)
}
