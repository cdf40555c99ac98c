import { useEffect, useState } from 'preact/hooks'
import type { Locale } from '../../answer/wording/locale.js'
import type { DrawnChat } from '../wire.js'

/** What the address says, behind its `#`: so that a view can be kept as a bookmark, and shown to others. */
export interface Settings {
  readonly view: View
  /** The question asked; empty for the first example. */
  readonly question: string
  readonly locale: Locale
  readonly theme: 'auto' | 'light' | 'dark'
  readonly width: 'phone' | 'desktop'
  readonly person: 'member' | 'organiser'
  readonly place: 'private' | 'public'
  /** The chat that tips are drawn as. */
  readonly chat: DrawnChat
  /** The channel whose tips are shown. */
  readonly channel: string
}

/** The parts of the page. */
export type View = 'ask' | 'notes' | 'tips' | 'gaps'

/** What each setting may be; others take anything. */
export const choices = {
  view: ['ask', 'notes', 'tips', 'gaps'],
  locale: ['ko', 'en'],
  theme: ['auto', 'light', 'dark'],
  width: ['phone', 'desktop'],
  person: ['member', 'organiser'],
  place: ['private', 'public'],
  chat: ['slack', 'discord'],
} as const

/** Changes some of the settings, and the address with them. */
export type ChangeSettings = (some: Partial<Settings>) => void

/** The settings of the address. `locale` is the language where it names none. */
export function useSettings(locale: Locale): readonly [Settings, ChangeSettings] {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const follow = () => setHash(location.hash)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const settings = readSettings(hash, locale)
  const change: ChangeSettings = (some) => {
    location.hash = writeSettings({ ...readSettings(location.hash, locale), ...some })
  }
  return [settings, change]
}

/** `"#view=tips&chat=discord"` as settings; what is missing or unknown takes its default. */
function readSettings(hash: string, locale: Locale): Settings {
  const given = new URLSearchParams(hash.replace(/^#/u, ''))
  const oneOf = <const Choice extends string>(
    name: string,
    all: readonly [Choice, ...Choice[]],
    usual: Choice,
  ) => all.find((choice) => choice === given.get(name)) ?? usual
  return {
    view: oneOf('view', choices.view, 'ask'),
    question: given.get('question') ?? '',
    locale: oneOf('locale', choices.locale, locale),
    theme: oneOf('theme', choices.theme, 'auto'),
    width: oneOf('width', choices.width, 'phone'),
    person: oneOf('person', choices.person, 'member'),
    place: oneOf('place', choices.place, 'private'),
    chat: oneOf('chat', choices.chat, 'slack'),
    channel: given.get('channel') ?? 'pool',
  }
}

/** Settings as they stand behind the `#`. */
export function writeSettings(settings: Settings): string {
  return new URLSearchParams(Object.entries(settings)).toString()
}
