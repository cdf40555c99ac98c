import { z } from 'zod'
import { EMPTY, type Line, makeLine } from '../tree/line.js'

/** Talks that a post's front matter states, as event sites write them. */
export interface StatedTalks {
  /** A list of talks, or the only one. */
  readonly talks: readonly StatedTalk[]
  /** The post is the page of one talk: its title is the post's, and the text below is about it. */
  readonly isPage: boolean
}

/** A talk as front matter states it; absent facts are empty. */
export interface StatedTalk {
  readonly title: string
  /** `홍길동 (네이버), 이몽룡`. */
  readonly people: string
  readonly slides: readonly string[]
  readonly videos: readonly string[]
  readonly summary: string
}

const NO_STATED_TALKS: StatedTalks = { talks: [], isPage: false }

/** Our own limit: no programme has more. */
const MAX_TALKS = 300

const LISTS = [
  'talks',
  'sessions',
  'presentations',
  'program',
  'programme',
  'schedule',
  'agenda',
  'timetable',
]
const TITLES = ['title', 'name', 'topic', 'subject', 'talk', '제목', '주제']
const PEOPLE = ['speakers', 'speaker', 'presenters', 'presenter', 'by', '발표자', '연사']
const SLIDES = [
  'slides',
  'slide',
  'slides_url',
  'slide_url',
  'materials',
  'material',
  'presentation',
  'deck',
  '자료',
]
const VIDEOS = ['videos', 'video', 'video_url', 'recording', 'youtube', '영상']
const SUMMARIES = ['abstract', 'description', 'summary', 'desc', '요약']
const WORK = ['org', 'organization', 'organisation', 'company', 'affiliation', '소속']

const record = z.record(z.string(), z.unknown())
type Values = Readonly<Record<string, unknown>>

/** Reads the talks in the values of a front matter. Never throws. */
export function readStatedTalks(values: Values): StatedTalks {
  const lists = LISTS.flatMap((key) => (Array.isArray(values[key]) ? [values[key]] : []))
  const talks = lists
    .flatMap((list) => list.slice(0, MAX_TALKS))
    .flatMap((item) => talkIn(record.safeParse(item).data ?? {}))
  if (talks.length > 0) return { talks, isPage: false }
  const isSpoken = PEOPLE.slice(0, 4).some((key) => peopleIn(values[key]) !== '')
  const page = isSpoken && values.meetup === undefined ? talkIn(values) : []
  return page.length > 0 ? { talks: page, isPage: true } : NO_STATED_TALKS
}

/** Stated talks as lines that carry them as attributes, like those of a shortcode. */
export function linesOf({ talks }: StatedTalks, children: readonly Line[]): Line[] {
  return talks.map(({ title, people, slides, videos, summary }) =>
    makeLine(
      'text',
      1,
      {
        ...EMPTY,
        attributes: [
          ['title', title],
          ...(people === '' ? [] : [['speaker', people] as const]),
          ...slides.map((address) => ['slides', address] as const),
          ...videos.map((address) => ['video', address] as const),
          ...(summary === '' ? [] : [['summary', summary] as const]),
        ],
      },
      { children: [...children] },
    ),
  )
}

function talkIn(values: Values): StatedTalk[] {
  const title = TITLES.map((key) => textIn(values[key])).find((text) => text !== '') ?? ''
  const people = PEOPLE.map((key) => peopleIn(values[key])).find((text) => text !== '') ?? ''
  const slides = SLIDES.flatMap((key) => addressesIn(values[key]))
  const videos = VIDEOS.flatMap((key) => addressesIn(values[key]))
  const summary = SUMMARIES.map((key) => textIn(values[key])).find((text) => text !== '') ?? ''
  const isTalk = title !== '' && (people !== '' || slides.length + videos.length > 0)
  return isTalk ? [{ title, people, slides, videos, summary }] : []
}

/** Names with where they work, of `홍길동`, `{name: 홍길동, org: 네이버}` or a list of either. */
function peopleIn(value: unknown): string {
  if (Array.isArray(value))
    return value
      .slice(0, 12)
      .map(peopleIn)
      .filter((name) => name !== '')
      .join(', ')
  const one = record.safeParse(value)
  if (!one.success) return PLACES_OF_SPEAKERS.test(textIn(value)) ? '' : textIn(value)
  const name = textIn(one.data.name ?? one.data.이름)
  const work = WORK.map((key) => textIn(one.data[key])).find((text) => text !== '') ?? ''
  return name === '' || work === '' || /[()]/.test(work) ? name : `${name} (${work})`
}

/** `speakers: title` says where speakers stand, and is nobody's name. */
const PLACES_OF_SPEAKERS = /^(?:title|first|below)$/

function addressesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 12).flatMap(addressesIn)
  const one = record.safeParse(value)
  const text = one.success ? textIn(one.data.url ?? one.data.link ?? one.data.href) : textIn(value)
  return /^https?:\/\/\S+$/.test(text) ? [text] : []
}

function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 2_000) : ''
}
