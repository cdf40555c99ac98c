import { meetupsNamed } from '../answer/meetups.js'
import { readQuestion } from '../answer/question.js'
import type { Notes } from '../answer/reply-context.js'
import type { Match, Run } from '../search/types.js'
import { within } from './notes-report.js'
import type { ReportedMatch, SearchReport } from './wire.js'

/** How many matches are shown. */
const shown = 10

/** How the answer to a question was found; `undefined` for a command that searches nothing. */
export function searchReport(
  text: string,
  { library, index }: Notes,
  folder: string,
): SearchReport | undefined {
  const { command, words, filters } = readQuestion(text, (some) => meetupsNamed(some, library).length > 0)
  if (words === '' || (command !== 'session' && command !== 'slides')) return undefined
  const { outcome, matches } = index.search(words, filters, shown)
  return {
    outcome,
    words: {
      columns: ['term'],
      rows: index
        .key(words)
        .split(' ')
        .filter(Boolean)
        .map((term) => [term]),
    },
    matches: matches.map((match) => reportedMatch(match, folder)),
  }
}

function reportedMatch({ session, score, title, passages, via = [] }: Match, folder: string): ReportedMatch {
  const runs = [...title, ...passages.flatMap((passage) => [...passage.path.flat(), ...passage.runs])]
  return {
    title: session.title,
    meetup: session.meetup.title,
    file: within(folder, session.meetup.file),
    line: session.line,
    score,
    matched: markedIn(runs),
    via: via.map(({ asked, found }) => `${asked} → ${found}`),
  }
}

function markedIn(runs: readonly Run[]): readonly string[] {
  return [...new Set(runs.filter(({ marked }) => marked).map(({ text }) => text.trim()))]
}
