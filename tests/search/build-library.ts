import type { Concept } from '../../src/knowledge/concepts/concepts.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Meetup, Session } from '../../src/knowledge/session.js'

/** A concept with what a test is about, and nothing else; its first name is its id. */
export function buildConcept(
  kind: Concept['kind'],
  names: readonly string[],
  facts: Partial<Concept> = {},
): Concept {
  return { id: names[0] ?? '', names, kind, about: [], isA: [], usedFor: [], leadsTo: [], ...facts }
}

/** A meetup with what a test is about, and nothing else. */
export function buildMeetup(facts: Partial<Meetup> = {}): Meetup {
  const none = {
    file: 'notes.md',
    line: 1,
    time: '',
    place: '',
    source: '',
    disclaimer: '',
  }
  return { id: '2019-meetup', title: "DevOps meetup '19", date: '2019', ...none, ...facts }
}

/** A talk with what a test is about; `lines` are its passages without headings. */
export function buildSession(
  title: string,
  lines: readonly string[] = [],
  facts: Partial<Session> = {},
): Session {
  const meetup = facts.meetup ?? buildMeetup()
  const none = {
    speakers: [],
    tags: [],
    summary: [],
    slides: [],
    videos: [],
    links: [],
    pictures: [],
    tips: [],
  }
  const passages = lines.map((text) => ({ path: [], text }))
  return {
    id: `${meetup.id}/${title.slice(0, 40)}`,
    kind: 'talk',
    line: 1,
    why: '',
    title,
    meetup,
    ...none,
    passages,
    ...facts,
  }
}

/** A library of these sessions, newest first. */
export function buildLibrary(
  sessions: readonly Session[],
  glossary: readonly (readonly string[])[] = [],
  concepts: Library['concepts'] = [],
): Library {
  const meetups = [...new Map(sessions.map(({ meetup }) => [meetup.id, meetup])).values()]
  return { meetups, sessions, tips: [], glossary, concepts, findings: [] }
}

/** A speaker without other spellings. */
export function buildSpeaker(name: string, ...aliases: readonly string[]) {
  return { name, aliases }
}
