import type { Filters } from '../search/types.js'
import { type CommandName, commands } from './commands.js'

/** What somebody wants, read from words or given by a chat's own form. */
export interface Question {
  readonly command: CommandName
  /** The command's argument, or the words to search; empty when there are none. */
  readonly words: string
  readonly filters: Filters
  /** Whether `public:yes` was asked for. */
  readonly public: boolean
}

/**
 * Reads typed words: `"session monitoring"`, `"slides kubernetes meetup:2019 public:yes"`, or any free text.
 * A first word is a command only when the whole text fits that command: `help me with terraform` is a question.
 * `isMeetup` says whether some words name a meetup in the notes.
 */
export function readQuestion(text: string, isMeetup: (words: string) => boolean): Question {
  const { words, options } = takeOptions(text.normalize('NFC').trim())
  const typed = words.replace(/^\/[\w-]+(?=\s|$)\s*/u, '')
  const filters = filtersOf(options)
  const filtersAlone = typed === '' && Object.keys(filters).length > 0
  const wish: Intent = filtersAlone ? { command: 'session', words: '' } : readCommand(typed, isMeetup)
  return { ...wish, filters, public: saysYes(options.get('public')) }
}

type Intent = Pick<Question, 'command' | 'words'>

function readCommand(typed: string, isMeetup: (words: string) => boolean): Intent {
  if (typed === '' || typed === '?') return { command: 'help', words: '' }
  const [first = '', rest = ''] = splitFirst(typed)
  const name = first.toLowerCase()
  const command = commands.find((row) => row.name === name || row.aliases.includes(name))?.name
  return (command && fit(command, rest, isMeetup)) ?? { command: 'session', words: typed }
}

/** The wish, if `rest` fits the command's grammar. */
function fit(command: CommandName, rest: string, isMeetup: (words: string) => boolean): Intent | undefined {
  switch (command) {
    case 'session':
    case 'speaker':
      return rest === '' ? { command: 'sessions', words: '' } : { command, words: rest }
    case 'slides':
      return { command, words: rest }
    case 'sessions':
      return rest === '' || /^\d{4}$/.test(rest) || isMeetup(rest) ? { command, words: rest } : undefined
    case 'tip':
    case 'help':
      return rest === '' ? { command, words: '' } : undefined
    case 'tips':
      return fitTips(rest)
    case 'gaps':
      return /^(\d{1,4}\s*(d|days?|일)?)?$/iu.test(rest) ? { command, words: rest } : undefined
  }
}

/** `tips on 09:00 Asia/Seoul` is a setting; `tips on saving cost` is a question. */
function fitTips(rest: string): Intent | undefined {
  if (rest === '') return { command: 'tips', words: 'status' }
  if (/^(off|status)$/iu.test(rest)) return { command: 'tips', words: rest.toLowerCase() }
  const on = /^on(?<when>(\s+\S+){0,2})$/iu.exec(rest)
  const when = on?.groups?.when?.trim()
  const looksLikeTime = when === '' || /^(\d|[A-Za-z_]+\/|utc\b)/iu.test(when ?? 'x')
  return on && looksLikeTime ? { command: 'tips', words: `on ${when}`.trim() } : undefined
}

const optionNames: Readonly<Record<string, 'meetup' | 'speaker' | 'tag' | 'public'>> = {
  meetup: 'meetup',
  밋업: 'meetup',
  speaker: 'speaker',
  발표자: 'speaker',
  tag: 'tag',
  태그: 'tag',
  public: 'public',
  공개: 'public',
}

const option =
  /(?<=^|\s)(meetup|밋업|speaker|발표자|tag|태그|public|공개)[:：](?:"([^"]+)"|“([^”]+)”|([^\s"“]+))(?=\s|$)/giu

function takeOptions(text: string) {
  const options = new Map<string, string>()
  const words = text.replace(option, (_all, name: string, ...values: unknown[]) => {
    const value = values.slice(0, 3).find((part) => typeof part === 'string')
    options.set(optionNames[name.toLowerCase()] ?? name, String(value))
    return ''
  })
  return { words: words.replace(/\s+/gu, ' ').trim(), options }
}

function filtersOf(options: ReadonlyMap<string, string>): Filters {
  const filters: { meetup?: string; speaker?: string; tag?: string } = {}
  for (const name of ['meetup', 'speaker', 'tag'] as const) {
    const value = options.get(name)
    if (value) filters[name] = value
  }
  return filters
}

function saysYes(value: string | undefined): boolean {
  return /^(yes|y|true|on|예|네)$/iu.test(value ?? '')
}

function splitFirst(text: string): readonly string[] {
  const space = text.search(/\s/u)
  return space < 0 ? [text] : [text.slice(0, space), text.slice(space + 1).trim()]
}
