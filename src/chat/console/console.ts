import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Action } from '../../answer/action.js'
import type { Reply } from '../../answer/reply.js'
import type { Asker, Bot, Chat } from '../chat.js'
import { complete } from './complete.js'
import { choicesOf, renderText } from './render.js'

/** Where a console chat reads and writes. */
export interface ConsoleConfig {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  /** Called when the input has ended, or somebody typed `exit`. */
  readonly ended: () => void
}

/**
 * A chat on standard input and output, to try the bot without any token. At a terminal it prompts, remembers the
 * lines typed, completes them at Tab and uses colour; piped input is answered line by line, with an empty line between answers.
 */
export function createConsoleChat({ input, output, ended }: ConsoleConfig): Chat {
  const terminal = Boolean(input.isTTY && output.isTTY)
  let lines: Interface | undefined
  let talk: Promise<void> = Promise.resolve()
  return {
    name: 'console',
    start: async (bot) => {
      lines = createInterface({
        input,
        output,
        terminal,
        prompt: '> ',
        ...(terminal && { completer: (line: string) => complete(line, bot) }),
      })
      talk = converse(lines, bot, output, terminal).finally(ended)
    },
    stop: async () => {
      lines?.close()
      await talk
    },
    health: () => ({ connected: true, seenAt: undefined }),
  }
}

async function converse(lines: Interface, bot: Bot, output: Writable, terminal: boolean): Promise<void> {
  let last: Reply | undefined
  const send = async (reply: Reply) => {
    output.write(
      `${last && !terminal ? '\n' : ''}${renderText(reply, { colour: terminal, links: terminal })}\n${terminal ? '\n' : ''}`,
    )
    last = reply
  }
  const prompt = () => terminal && lines.prompt()
  prompt()
  for await (const line of lines) {
    if (/^(exit|quit|종료)$/u.test(line.trim())) break
    const action = pickedFrom(last, line)
    if (action) await bot.press(action, asker, { send })
    else if (line.trim() !== '') await bot.answer(line, asker, { send })
    prompt()
  }
  lines.close()
}

/** The choice whose number was typed. */
function pickedFrom(reply: Reply | undefined, line: string): Action | undefined {
  const number = /^\s*(\d{1,2})\s*$/u.exec(line)?.[1]
  return reply && number ? choicesOf(reply)[Number(number) - 1]?.action : undefined
}

/** Who sits at the console runs the bot. Answers are public: nobody to share with, no thumbs. */
const asker: Asker = {
  chat: 'console',
  user: 'console',
  visibility: 'public',
  mayManage: async () => true,
}
