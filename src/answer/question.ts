import type { Filters } from '../search/types.js'
import { singleSpaced } from '../text/blanks.js'
import { headOf } from '../text/graphemes.js'
import type { Intent, Question } from './command.js'
import { commands } from './commands.js'

/** Discord's longest message, in UTF-16 units; of a longer one from Slack the beginning is read. */
const longestText = 4_000

/**
 * Reads typed words: `"session monitoring"`, `"slides kubernetes meetup:2019 public:yes"`, or any free text.
 * A first word is a command only when the whole text fits that command: `help me with terraform` is a question.
 * `isMeetup` says whether some words name a meetup in the notes.
 */
export function readQuestion(text: string, isMeetup: (words: string) => boolean): Question {
  const { words, options } = takeOptions(headOf(text, longestText).normalize('NFC').trim())
  const typed = withoutAddress(words)
  const filters = filtersOf(options)
  const filtersAlone = typed === '' && Object.keys(filters).length > 0
  const intent: Intent = filtersAlone ? { command: 'session', words: '' } : readCommand(typed, isMeetup)
  return { ...intent, filters, public: saysYes(options.get('public')) }
}

function readCommand(typed: string, isMeetup: (words: string) => boolean): Intent {
  if (typed === '' || typed === '?') return { command: 'help', words: '' }
  const [first = '', rest = ''] = splitFirst(typed)
  const name = first.toLowerCase()
  const command = commands.find((row) => row.name === name || row.aliases.includes(name))
  return command?.fits(rest, isMeetup) ?? { command: 'session', words: typed }
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
  return { words: singleSpaced(words).trim(), options }
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

/** Without the bot's own name or command in front, where a chat leaves it in the text: `@meetup-bot 모니터링`. */
function withoutAddress(words: string): string {
  return words.replace(/^\/[\w-]+(?=\s|$)\s*/u, '').replace(/^@[\p{L}\p{N}._-]+[,:]?\s+/u, '')
}

function splitFirst(text: string): readonly string[] {
  const space = text.search(/\s/u)
  return space < 0 ? [text] : [text.slice(0, space), text.slice(space + 1).trim()]
}
