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

const mostExamples = 3
const longestExample = 24
/** An example opens a card with at least so many lines. */
const fewestLines = 2

/**
 * Questions that surely have a good answer, in the reader's script where there are some: headings of the notes, a
 * speaker, tags and titles, each tried on the index.
 */
export function examples({ library, index }: Notes, locale: Locale): readonly Button[] {
  const talks = library.sessions.filter(({ kind, passages }) => kind === 'talk' && passages.length > 0)
  const headings = talks.flatMap(({ passages }) => passages.flatMap(({ path }) => path.slice(0, 1)))
  const topics = [...mostFrequentFirst(headings), ...talks.flatMap(({ tags }) => tags)]
  const own = topics.filter((text) => /\p{Script=Hangul}/u.test(text) === (locale === 'ko'))
  const names = talks.map(namesOf)
  const titles = talks.map(({ title }) => title)
  const chosen = [first(own, 2), first(names, 1), first(topics, 2), first(titles, mostExamples)].flat()
  return [...new Set(chosen)]
    .slice(0, mostExamples)
    .map((text) => ({ label: text, action: { kind: 'ask', locale, text } }))

  function first(texts: readonly string[], count: number): readonly string[] {
    const good: string[] = []
    for (const text of new Set(texts)) {
      if (good.length === count) break
      if (isGood(text)) good.push(text)
    }
    return good
  }

  function isGood(text: string): boolean {
    if (text.length < 2 || text.length > longestExample) return false
    const { outcome, matches } = index.search(text, {}, 1)
    const [best] = matches
    return outcome === 'answered' && best !== undefined && best.session.passages.length >= fewestLines
  }
}

function mostFrequentFirst(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text)
}
