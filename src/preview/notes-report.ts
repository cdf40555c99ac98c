import { relative } from 'node:path'
import { extentOf } from '../knowledge/attachments/extent.js'
import type { Finding } from '../knowledge/finding.js'
import type { Library } from '../knowledge/library.js'
import type { Link, Meetup, Session } from '../knowledge/session.js'
import type { NotesReport, ReportedMeetup, ReportedSession } from './wire.js'

/** What was understood of a folder of notes; `more` are findings that the library does not know of. */
export function notesReport(folder: string, library: Library, more: readonly Finding[] = []): NotesReport {
  const sessionsOf = new Map(library.meetups.map((meetup): [Meetup, Session[]] => [meetup, []]))
  for (const session of library.sessions) sessionsOf.get(session.meetup)?.push(session)
  return {
    folder,
    findings: errorsFirst([...more, ...library.findings]).map((finding) => ({
      ...finding,
      file: within(folder, finding.file),
    })),
    meetups: library.meetups.map((meetup) => reportedMeetup(folder, meetup, sessionsOf.get(meetup) ?? [])),
    tips: library.tips.filter(({ session }) => !session).map(({ text }) => text),
  }
}

function errorsFirst(findings: readonly Finding[]): readonly Finding[] {
  const distinct = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  const order = (finding: Finding) => (finding.level === 'error' ? 0 : 1)
  return [...distinct.values()].sort((one, other) => order(one) - order(other))
}

/** A file's path inside the folder of notes; a path that leads elsewhere stays as it is. */
export function within(folder: string, file: string): string {
  const path = relative(folder, file)
  return path === '' || path.startsWith('..') ? file : path
}

function reportedMeetup(folder: string, meetup: Meetup, sessions: readonly Session[]): ReportedMeetup {
  const { id, title, file, line, date, place } = meetup
  return { id, title, file: within(folder, file), line, date, place, sessions: sessions.map(reportedSession) }
}

function reportedSession(session: Session): ReportedSession {
  const { id, kind, line, why, title, tags, summary, tips } = session
  return {
    id,
    kind,
    line,
    why,
    title,
    tags,
    summary,
    tips,
    speakers: session.speakers.map(({ name }) => name),
    slides: session.slides.map(linkOf),
    videos: session.videos.map(linkOf),
    ...extentOf(session.passages),
  }
}

function linkOf({ title, url }: Link): Link {
  return { title, url }
}
