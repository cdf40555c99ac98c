import { wholeMatch } from './cards/card.js'
import type { Question } from './command.js'
import { commands } from './commands.js'
import { withKey } from './key.js'
import { wholeCard } from './replies/found.js'
import { type Answer, type Notes, type ReplyContext, textPart, toReply } from './reply-context.js'
import { wordingIn } from './wording/wording.js'

/** Answers from the notes alone. The commands that ask the store (`tip`, `tips`, `gaps`) are not known here. */
export function answer(question: Question, notes: Notes, context: ReplyContext): Answer {
  const run = commands.find(({ name }) => name === question.command)?.run
  const body = run?.(question, notes, context) ?? {
    outcome: 'command' as const,
    parts: [textPart(notHere(question, context))],
  }
  return toReply(body, context)
}

/** Without a store, the shell does what `tips` and `gaps` do elsewhere. */
function notHere({ command }: Question, { locale }: ReplyContext): string {
  const words = wordingIn(locale)
  return command === 'tips' || command === 'gaps'
    ? words.inShell(`npm run --silent ${command}`)
    : words.notHere
}

/** The card of one session, by its key; says so when the notes no longer have it. */
export function openSession(key: string, notes: Notes, context: ReplyContext): Answer {
  const session = withKey(notes.library.sessions, key)
  const body = session
    ? wholeCard(wholeMatch(session), context)
    : { outcome: 'none' as const, parts: [textPart(wordingIn(context.locale).noSuchSession)] }
  return toReply(body, context)
}
