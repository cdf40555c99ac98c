import type { Library } from '../../src/knowledge/library.js'
import type { Meetup, Session, Tip } from '../../src/knowledge/session.js'

const meetup: Meetup = {
  id: '2019-korea-devops-meetup',
  title: "KOREA DevOps Meetup '19",
  date: '2019',
  place: '',
  source: '',
  disclaimer: '',
  file: 'notes.md',
  line: 1,
  time: '',
}

/** A talk with notes and slides, unless told otherwise. */
export function talk(slug: string, facts: Partial<Session> = {}): Session {
  return {
    id: `2019/${slug}`,
    kind: 'talk',
    line: 1,
    why: '',
    title: `Talk on ${slug}`,
    meetup,
    speakers: [{ name: '김진웅', aliases: [] }],
    tags: [],
    summary: [`About ${slug}`],
    passages: [{ path: [], text: `About ${slug}` }],
    slides: [{ title: 'slides', url: `https://slides.example/${slug}` }],
    videos: [],
    links: [],
    pictures: [],
    tips: [],
    ...facts,
  }
}

/** A tip that belongs to no session, unless told otherwise. */
export function tip(id: string, session?: Session): Tip {
  return { id, text: `Text of ${id}`, ...(session ? { session } : {}) }
}

/** So many tips: `tip-1`, `tip-2`, and so on. */
export function tips(count: number): readonly Tip[] {
  return Array.from({ length: count }, (_, index) => tip(`tip-${index + 1}`))
}

/** Notes with these tips and sessions. */
export function library(own: readonly Tip[], sessions: readonly Session[] = []): Library {
  return { meetups: [meetup], sessions, tips: own, glossary: [], concepts: [], findings: [] }
}
