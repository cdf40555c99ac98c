import { commands } from '../../answer/commands.js'
import type { SuggestField } from '../../search/types.js'
import type { Bot } from '../chat.js'

/** Ours: more than these nobody reads. */
const most = 12

const filter = /(?:^|\s)(meetup|speaker|tag):(\S*)$/u

/**
 * Completions of a half-typed line, and the end of it that they replace, as readline takes them: a filter's value, a
 * command's argument, a command's name, else a talk.
 */
export function complete(line: string, { suggest }: Pick<Bot, 'suggest'>): [string[], string] {
  const filtered = filter.exec(line)
  if (filtered) return completions(filtered[1], filtered[2] ?? '', suggest)
  const [, name = '', rest] = /^\s*(\S*)(?:\s+(.*))?$/su.exec(line) ?? []
  const command = commands.find((each) => each.name === name || each.aliases.includes(name))
  if (rest !== undefined && command) return completions(command.argument?.suggest, rest, suggest)
  const names = commands.map((each) => each.name).filter((each) => each.startsWith(name))
  if (rest === undefined && names.length > 0) return [names.map((each) => `${each} `), line]
  return completions('session', line, suggest)
}

function completions(field: string | undefined, typed: string, suggest: Bot['suggest']): [string[], string] {
  if (!isField(field)) return [[], typed]
  return [suggest(field, typed, {}, most).map(({ value }) => value), typed]
}

function isField(field: string | undefined): field is SuggestField {
  return field === 'session' || field === 'speaker' || field === 'meetup' || field === 'tag'
}
