import { bareTitle } from '../../facts/bare-title.js'
import { labelOf } from '../../facts/labels.js'
import { kindOfLink } from '../../facts/links.js'
import { splitTitles } from '../../facts/titles.js'
import { speakerMentioned, titleMentioned } from '../../people/mentions.js'
import { readPeople } from '../../people/people.js'
import { allOf, EMPTY, type Line, makeLine } from '../../tree/line.js'
import { namesEvent, tellsOfEvent } from '../evidence/editions.js'
import { hasMedia } from '../evidence/evidence.js'
import { findSpeakers } from '../evidence/speaker-lines.js'
import { LIKELY } from '../tuning.js'
import { type PartList, type PostPart, STORY } from './part-list.js'

/** Our own measure: more people than speak in one talk. */
const MAX_SPEAKERS = 2

/** Our own measure: more slides and videos than one talk has. */
const MAX_MEDIA = 3

/**
 * A post that is the notes of one talk: what stands above its headings says who spoke, or shows slides or a video, and
 * none of the headings has evidence of its own. `undefined` for any other post.
 */
export function asOneTalk(found: PartList, heading: Line | undefined, title: string): PartList | undefined {
  if (title === '' || found.meetups.length > 0) return undefined
  const areSlidesOnly = showOneTalk(found.slides) && !found.parts.some(({ kind }) => kind === 'talk')
  const list = areSlidesOnly ? withSlidesLoose(found) : found
  if (list.slides.length > 0) return undefined
  const open = list.parts.filter(({ kind, why }) => kind === 'talk' || why === STORY)
  const quoted = quotedTitle(title, list.loose)
  if (
    (open.length === 0 && quoted === '' && !areSlidesOnly) ||
    open.some(({ score, line }) => score >= LIKELY || line.kind !== 'heading')
  )
    return undefined
  const why = quoted === '' ? reasonIn(list.loose, title) : 'a title that its post quotes as that of a talk'
  if (why === undefined) return undefined
  const { event, rest } = quoted === '' ? withoutEvent(title) : { event: '', rest: quoted }
  const [split = { title: rest, people: '' }] = splitTitles([rest])
  const inside = list.parts.filter(({ kind }) => kind !== 'afterword')
  const first = list.loose[0] ?? inside[0]?.line
  const line: Line = {
    ...(heading ?? makeLine('heading', first?.line ?? 1, EMPTY)),
    kind: 'heading',
    text: rest,
    children: [...list.loose, ...inside.map((part) => part.line)],
  }
  const told = list.loose.map(({ text }) => speakerMentioned(text)).find((name) => name !== '') ?? ''
  const people = split.people || (findSpeakers(list.loose).length > 0 ? '' : told)
  const part: PostPart = { kind: 'talk', line, split: { ...split, people }, score: LIKELY, why }
  return {
    ...list,
    parts: [part, ...list.parts.filter(({ kind }) => kind === 'afterword')],
    loose: event === '' ? [] : [{ ...line, kind: 'text', text: event, children: [] }],
  }
}

/** Whether sections of slides show one deck and one video at most. */
function showOneTalk(sections: readonly Line[]): boolean {
  const links = allOf(sections, (line) => line.links)
  const count = (wanted: string) =>
    new Set(links.filter((link) => kindOfLink(link) === wanted).map(({ address }) => address)).size
  const hasRows = allOf(sections, ({ kind }) => (kind === 'row' ? [kind] : [])).length > 0
  return links.length > 0 && !hasRows && count('slides') <= 2 && count('video') <= 1
}

/** Sections that hold nothing but the slides of the post's only talk, as lines of the whole. */
function withSlidesLoose(list: PartList): PartList {
  return { ...list, slides: [], loose: [...list.loose, ...list.slides.flatMap(({ children }) => children)] }
}

/**
 * The title of the talk that a post is about, where the post's own title quotes it beside a word for slides or a talk
 * (`「title」 발표자료`), or contains what a sentence above the headings quotes as the talk given; empty elsewhere.
 */
function quotedTitle(title: string, above: readonly Line[]): string {
  const own =
    /[「『"“'‘]([^「」『』"“”'‘’]{4,})[」』"”'’]\s*(?:발표|강연|세션|토크|슬라이드|영상|slides\b|talk\b|session\b)/iu.exec(
      title,
    )?.[1]
  const told = above
    .map(({ text, bolds }) => titleMentioned(text, bolds))
    .find((each) => each.length > 5 && title.includes(each))
  return (own ?? told ?? '').trim()
}

/** What says that the whole post is about one talk; `undefined` when nothing does. */
function reasonIn(above: readonly Line[], title: string): string | undefined {
  const speakers = findSpeakers(above)
  const people = speakers
    .filter(({ how }) => how === 'label')
    .flatMap(({ text }) => readPeople(text).speakers)
  if (people.length > 0 && people.length <= MAX_SPEAKERS) return 'the title of a post that names its speaker'
  if (tellsOfEvent(title) && namesEvent(withoutEvent(title).rest)) return undefined
  if (above.some(({ kind, text }) => kind !== 'code' && speakerMentioned(text) !== ''))
    return 'the title of a post that names its speaker'
  const media = above.filter((line) => hasMedia(line) || isLabelledLink(line))
  return media.length > 0 && media.length <= MAX_MEDIA
    ? 'the title of a post that begins with slides or a video'
    : undefined
}

function isLabelledLink({ text, links }: Line): boolean {
  return links.length > 0 && ['slides', 'video'].includes(labelOf(text)?.label ?? '')
}

/** `[Conf 2019] title`: the event in brackets before a talk's title. */
function withoutEvent(title: string): { event: string; rest: string } {
  const [, event = '', rest = ''] = /^[[(【]([^[\]()【】]{2,40})[\])】]\s*(.{4,})$/.exec(title.trim()) ?? []
  return event !== '' && tellsOfEvent(event)
    ? { event, rest: bareTitle(rest) }
    : { event: '', rest: bareTitle(title) }
}
