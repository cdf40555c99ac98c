import { type Extent, extentOf } from '../knowledge/attachments/extent.js'
import type { Finding, Library } from '../knowledge/library.js'
import type { Link, Meetup, Session } from '../knowledge/session.js'

/** What was understood, as the line of JSON that other programs read. Its form stays; the README describes it. */
export interface CheckedLine {
  /** Whether there is no finding of level error. */
  readonly ok: boolean
  /** Newest first. */
  readonly meetups: readonly CheckedMeetup[]
  readonly findings: readonly Pick<Finding, 'file' | 'line' | 'level' | 'message'>[]
}

/** A meetup in that line. */
export interface CheckedMeetup extends Pick<Meetup, 'id' | 'file' | 'line' | 'title' | 'date' | 'place'> {
  /** In the order of the post. */
  readonly sessions: readonly CheckedSession[]
}

/** A session in that line. */
export interface CheckedSession
  extends Pick<Session, 'id' | 'line' | 'kind' | 'title' | 'tags' | 'why'>,
    Extent {
  readonly speakers: readonly string[]
  /** With those whose relative address nobody can open, as written. */
  readonly slides: readonly Link[]
  readonly videos: readonly Link[]
  readonly tips: number
}

/** A library in that form; an empty one where nothing could be used. */
export function checkedLine(
  { meetups, sessions }: Pick<Library, 'meetups' | 'sessions'>,
  findings: readonly Finding[],
): CheckedLine {
  const sessionsOf = new Map(meetups.map((meetup): [Meetup, CheckedSession[]] => [meetup, []]))
  for (const session of sessions) sessionsOf.get(session.meetup)?.push(checkedSession(session))
  return {
    ok: findings.every(({ level }) => level !== 'error'),
    meetups: meetups.map((meetup) => {
      const { id, file, line, title, date, place } = meetup
      return { id, file, line, title, date, place, sessions: sessionsOf.get(meetup) ?? [] }
    }),
    findings: findings.map(({ file, line, level, message }) => ({ file, line, level, message })),
  }
}

function checkedSession(session: Session): CheckedSession {
  const {
    id,
    line,
    kind,
    title,
    speakers,
    slides,
    videos,
    tags,
    passages,
    tips,
    why,
    unopened = [],
  } = session
  return {
    id,
    line,
    kind,
    title,
    speakers: speakers.map(({ name }) => name),
    slides: [...slides, ...unopened].map(linkOf),
    videos: videos.map(linkOf),
    tags,
    ...extentOf(passages),
    tips: tips.length,
    why,
  }
}

function linkOf({ title, url }: Link): Link {
  return { title, url }
}
