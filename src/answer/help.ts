import type { Session } from '../knowledge/session.js'
import { namesOf } from './card.js'
import type { Command } from './command.js'
import { sessionList } from './lists.js'
import type { Button, Item } from './reply.js'
import { type Body, type Notes, type ReplyContext, textPart } from './reply-context.js'
import type { Locale } from './wording/locale.js'
import { wordingIn } from './wording/wording.js'

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

function commandItem({ name, argument, description }: Command, { locale, prefix }: ReplyContext): Item {
  const words = wordingIn(locale).arguments
  const rest = argument ? ` ${words[argument.name]}` : ''
  return {
    line: [
      { text: `${prefix}${name}`, style: 'command' },
      ...(rest ? [{ text: rest, style: 'code' as const }] : []),
      { text: ` ${description[locale]}` },
    ],
  }
}

const mostExamples = 3
const longestExample = 40

/** Questions that surely have an answer: a tag, a speaker and a title, each tried on the index. */
export function examples({ library, index }: Notes, locale: Locale): readonly Button[] {
  const talks = library.sessions.filter(({ kind, passages }) => kind === 'talk' && passages.length > 0)
  const kinds = [talks.flatMap(({ tags }) => tags), talks.map(namesOf), talks.map(({ title }) => title)]
  const chosen = kinds.flatMap((texts) => texts.find(isGood) ?? [])
  const more = talks.map(({ title }: Session) => title).filter(isGood)
  return [...new Set([...chosen, ...more])]
    .slice(0, mostExamples)
    .map((text) => ({ label: text, action: { kind: 'ask', locale, text } }))

  function isGood(text: string): boolean {
    return text !== '' && text.length <= longestExample && index.search(text, {}, 1).outcome === 'answered'
  }
}
