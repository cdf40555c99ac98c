import type { Session } from '../knowledge/session.js'
import { namesOf } from './card.js'
import { type Command, commands } from './commands.js'
import { sessionPage } from './lists.js'
import type { Button, Item, Part } from './reply.js'
import type { Body, Notes, ReplyContext } from './reply-context.js'
import type { Locale } from './wording/locale.js'
import { wordingIn } from './wording/wording.js'

/** The table of commands, with examples from the notes at hand. */
export function helpReply({ library }: Notes, { locale }: ReplyContext): Body {
  const wording = wordingIn(locale)
  return {
    outcome: 'command',
    parts: [
      { kind: 'heading', line: [{ text: wording.helpTitle }] },
      { kind: 'text', line: [{ text: wording.helpHow }] },
      { kind: 'list', items: commands.map((command) => commandItem(command, locale)) },
      {
        kind: 'text',
        line: [{ text: `${wording.helpFilters}: `, style: 'strong' }, { text: wording.helpFilterText }],
      },
    ],
    buttons: examples(library.sessions, locale),
  }
}

/** Slack's App Home: a welcome, examples, today's tip, the sessions by meetup. */
export function homeReply(
  { library }: Notes,
  context: Pick<ReplyContext, 'locale' | 'page'>,
  tip: readonly Part[],
): Body {
  const wording = wordingIn(context.locale)
  const { parts, buttons, menus } = sessionPage(library.sessions, context, 'home', '')
  return {
    outcome: 'command',
    parts: [
      { kind: 'heading', line: [{ text: wording.homeTitle }] },
      { kind: 'text', line: [{ text: wording.homeHow }] },
      ...tip,
      ...parts,
    ],
    buttons: [...examples(library.sessions, context.locale), ...buttons],
    menus,
  }
}

function commandItem({ name, aliases, argument, description }: Command, locale: Locale): Item {
  const words = wordingIn(locale).arguments
  const usage = argument ? `${name} ${brackets(words[argument.name], argument.required)}` : name
  const others = locale === 'ko' ? ` (${aliases.join(', ')})` : ''
  return { line: [{ text: usage, style: 'code' }, { text: ` ${description[locale]}${others}` }] }
}

function brackets(name: string, required: boolean): string {
  return required ? `<${name}>` : `[${name}]`
}

/** Questions that the notes can answer: two titles and a speaker, each at most 60 characters. */
function examples(sessions: readonly Session[], locale: Locale): readonly Button[] {
  const talks = sessions.filter((session) => session.kind === 'talk')
  const titles = talks.map((session) => session.title).filter((title) => title.length <= 40)
  const names = talks.map(namesOf).filter((name) => name !== '' && name.length <= 30)
  const texts = [...titles.slice(0, 2), ...names.slice(0, 1)]
  return texts.map((text) => ({ label: text, action: { kind: 'ask', locale, text } }))
}
