import type { Link, Session } from '../../knowledge/session.js'
import type { Match } from '../../search/types.js'
import type { LinkButton } from '../reply.js'
import type { Wording } from '../wording/ko.js'
import type { Locale } from '../wording/locale.js'
import { wordingIn } from '../wording/wording.js'

/** Ours: more addresses than this make a card a list. The title's own is one of them. */
export const mostLinks = 3

/** The addresses to open from a card, nearest to the lines shown first: a page or moment, slides, recording, references. */
export function linksOf(match: Match, locale: Locale): readonly LinkButton[] {
  const { session } = match
  const words = wordingIn(locale)
  const all = [
    ...placesOf(match, words),
    ...session.slides.map((link) => ({
      label: labelOf(link, session.slides, session, words.openSlides),
      url: link.url,
    })),
    ...session.videos.map((link) => ({
      label: labelOf(link, session.videos, session, words.openVideo),
      url: link.url,
    })),
    ...referencesOf(match).map(({ title, url }) => ({ label: title, url })),
  ]
  const room = session.meetup.source ? mostLinks - 1 : mostLinks
  return all.filter(({ url }, at) => all.findIndex((other) => other.url === url) === at).slice(0, room)
}

/** What opens one talk's slides in a list. */
export function slidesOf(session: Session, locale: Locale): readonly LinkButton[] {
  const { openSlides } = wordingIn(locale)
  return session.slides.map((link) => ({
    label: labelOf(link, session.slides, session, openSlides),
    url: link.url,
  }))
}

function placesOf({ passages: [best] }: Match, words: Wording): readonly LinkButton[] {
  const source = best?.passage.source
  return source?.url ? [{ label: words.openPlace(source), url: source.url }] : []
}

/** References of the notes whose names stand in the lines shown. */
function referencesOf({ session, passages }: Match): readonly Link[] {
  const shown = passages.map(({ passage }) => [...passage.path, passage.text].join(' ').toLowerCase())
  return session.links.filter(
    ({ title }) => isName(title) && shown.some((line) => line.includes(title.trim().toLowerCase())),
  )
}

/** One of a kind is named by what it is; several are told apart by their own names, else by the talk's. */
function labelOf({ title, url }: Link, all: readonly Link[], session: Session, what: string): string {
  if (all.length === 1) return what
  const name = isName(title) ? title : (fileOf(url) ?? session.title)
  return `${what}: ${name}`
}

/** Titles that name nothing: a word for "link", a bare year, a camera's file name, an address. */
const nameless =
  /^((slides?|links?|here|pdf|pptx?|video|youtube|github|slideshare|speaker ?deck|발표 ?자료|자료|슬라이드|링크|여기|영상|동영상|바로가기|밋업|meetup)\s*)+$|^\d{4}$|^(img|dsc|image)[_-]?\d+|^https?:|^$/iu

function isName(title: string): boolean {
  return !nameless.test(title.trim())
}

/** The file's name in an address, where it is one that a person wrote. */
function fileOf(url: string): string | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const file = /([^/]+)\.(?:pdf|pptx?|key|html?)$/iu.exec(path)?.[1]
  if (!file) return undefined
  try {
    return decodeURIComponent(file).replace(/[-_]+/gu, ' ')
  } catch {
    return file
  }
}
