import { readPlainRequest } from '../answer/plain-requests.js'
import { readQuestion } from '../answer/question.js'
import { meetupsNamed } from '../answer/replies/meetups.js'
import type { Notes } from '../answer/reply-context.js'
import type { Explanation, Filters, Match, Run } from '../search/types.js'
import { within } from './notes-report.js'
import type { ReportedMatch, SearchReport } from './wire.js'

/** How many matches are shown. */
const shown = 10

/** How the answer to a question was found; `undefined` for one that searches nothing. */
export function searchReport(text: string, notes: Notes, folder: string): SearchReport | undefined {
  const search = searchIn(text, notes)
  if (!search) return undefined
  const { outcome, matches } = notes.index.search(search.words, search.filters, shown)
  const explanation = notes.index.explain(search.words)
  return {
    outcome,
    words: explanation.words,
    matches: matches.map((match) => reportedMatch(match, explanation, folder)),
  }
}

/** What a question has the index search. */
function searchIn(
  text: string,
  { library }: Notes,
): { readonly words: string; readonly filters: Filters } | undefined {
  const isMeetup = (some: string) => meetupsNamed(some, library).length > 0
  const { command, words, filters } = readQuestion(text, isMeetup)
  if (words === '') return undefined
  if (command === 'slides') return { words, filters }
  const request = command === 'session' ? readPlainRequest(words, library) : undefined
  if (request?.kind === 'slides') return { words: request.words, filters }
  return request?.kind === 'search'
    ? { words: request.words, filters: { ...request.filters, ...filters } }
    : undefined
}

function reportedMatch(
  { session, score, title, passages, via = [] }: Match,
  { sessions }: Explanation,
  folder: string,
): ReportedMatch {
  const runs = [...title, ...passages.flatMap((passage) => [...passage.path.flat(), ...passage.runs])]
  const explained = sessions.find((each) => each.title === session.title)
  return {
    title: session.title,
    meetup: session.meetup.title,
    file: within(folder, session.meetup.file),
    line: session.line,
    score,
    stretch: explained?.stretch.text ?? '',
    matched: markedIn(runs),
    via: via.map(({ asked, found }) => `${asked} → ${found}`),
  }
}

function markedIn(runs: readonly Run[]): readonly string[] {
  return [...new Set(runs.filter(({ marked }) => marked).map(({ text }) => text.trim()))]
}
