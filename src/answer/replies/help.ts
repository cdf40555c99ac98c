import type { Command } from '../command.js'
import type { Button, Item } from '../reply.js'
import { type Body, type Notes, type ReplyContext, textPart } from '../reply-context.js'
import type { Locale } from '../wording/locale.js'
import { wordingIn } from '../wording/wording.js'
import { exampleTexts } from './examples.js'
import { sessionList } from './lists.js'

/** How to ask, in this chat's way of typing: what this person may use here, with examples that have answers. */
export function helpReply(commands: readonly Command[], notes: Notes, context: ReplyContext): Body {
  const words = wordingIn(context.locale)
  const mine = commands.filter(
    ({ who, name }) => name !== 'help' && (who === 'anyone' || context.manages.includes(who)),
  )
  return {
    outcome: 'command',
    parts: [
      { kind: 'lead', line: [{ text: words.helpHow }] },
      { kind: 'list', items: mine.map((command) => commandItem(command, context)) },
      { kind: 'small', line: [{ text: words.helpFilterText }] },
    ],
    buttons: examples(notes, context.locale),
  }
}

/** A human word for a greeting or thanks, with examples. */
export function greetingReply(greeting: 'hello' | 'thanks', notes: Notes, { locale }: ReplyContext): Body {
  return {
    outcome: 'command',
    parts: [{ kind: 'lead', line: [{ text: wordingIn(locale)[greeting] }] }],
    buttons: examples(notes, locale),
  }
}

/** Slack's App Home: how to ask, today's tip, the meetups with their talks. */
export function homeReply(notes: Notes, context: ReplyContext, tip: Body): Body {
  const { parts, buttons = [] } = sessionList('', notes, context, 'home')
  return {
    outcome: 'command',
    parts: [textPart(wordingIn(context.locale).homeHow), ...tip.parts, ...parts],
    links: tip.links ?? [],
    buttons: [...(tip.buttons ?? []), ...examples(notes, context.locale), ...buttons],
  }
}

/** The command and its argument apart: a chat may make the command clickable, but nothing behind it. */
function commandItem({ name, argument, description }: Command, { locale, prefix }: ReplyContext): Item {
  const rest = argument ? wordingIn(locale).arguments[argument.name] : ''
  return {
    line: [
      { text: `${prefix}${name}`, style: 'command' },
      ...(rest ? [{ text: ' ' }, { text: rest, style: 'code' as const }] : []),
      { text: ` ${description[locale]}` },
    ],
  }
}

/** Questions that surely have a good answer, in the reader's language where there are some, as buttons. */
export function examples(notes: Notes, locale: Locale): readonly Button[] {
  return exampleTexts(notes, locale).map((text) => ({ label: text, action: { kind: 'ask', locale, text } }))
}
