import type { Notes } from '../answer/reply-context.js'
import type { AskedQuestion, Questions } from '../store/store.js'

/** A question that was asked in vain, with all its near-identical forms. */
export interface Gap {
  /** The form that was typed most often, the latest of those. */
  readonly question: string
  /** How often it was asked in vain: `unsure` and `none` together, and answers that got a thumb down. */
  readonly count: number
  readonly unsure: number
  readonly none: number
  readonly lastAskedAt: Date
  /** The best session there was, the one that was shown most often; absent when there was none. */
  readonly session?: { readonly id: string; readonly title: string }
  /** Thumbs under the answers to this question. */
  readonly votes: { readonly up: number; readonly down: number }
}

/** What people asked in vain, in a stretch of days. */
export interface GapsReport {
  readonly days: number
  readonly since: Date
  /** All questions of those days, the answered ones too. */
  readonly asked: number
  /** Most frequent first, then latest first. */
  readonly gaps: readonly Gap[]
}

/** What the report is made from. */
export interface GapsDeps {
  readonly questions: Pick<Questions, 'since'>
  readonly notes: () => Notes
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Used where nobody says how many days. */
export const defaultDays = 30

/** Reads what was asked in the last `days`. Rejects with `StoreError` when the database is away. */
export async function gapsReport(parts: GapsDeps, days: number = defaultDays): Promise<GapsReport> {
  const since = new Date(parts.now() - days * 86_400_000)
  const asked = await parts.questions.since(since)
  return { days, since, asked: asked.length, gaps: groupGaps(asked, parts.notes()) }
}

/** Groups near-identical questions by the search's own terms, and keeps the groups with something asked in vain. */
function groupGaps(asked: readonly AskedQuestion[], notes: Notes): readonly Gap[] {
  const groups = new Map<string, AskedQuestion[]>()
  for (const question of asked) {
    const key = notes.index.key(question.text) || question.text.toLowerCase()
    const group = groups.get(key)
    if (group) group.push(question)
    else groups.set(key, [question])
  }
  const gaps = [...groups.values()].filter((group) => group.some(inVain)).map((group) => gapOf(group, notes))
  return gaps.sort(
    (one, other) => other.count - one.count || other.lastAskedAt.getTime() - one.lastAskedAt.getTime(),
  )
}

function inVain({ outcome, vote }: AskedQuestion): boolean {
  return outcome !== 'answered' || vote === 'down'
}

function gapOf(group: readonly AskedQuestion[], { library }: Notes): Gap {
  const vain = group.filter(inVain)
  const count = (fits: (question: AskedQuestion) => boolean) => group.filter(fits).length
  const best = mostFrequent(group.flatMap(({ sessions }) => sessions.slice(0, 1)))
  const title = library.sessions.find((session) => session.id === best)?.title
  return {
    question: mostFrequent(vain.map(({ text }) => text)) ?? '',
    count: vain.length,
    unsure: count(({ outcome }) => outcome === 'unsure'),
    none: count(({ outcome }) => outcome === 'none'),
    lastAskedAt: new Date(Math.max(...vain.map(({ askedAt }) => askedAt))),
    ...(best === undefined ? {} : { session: { id: best, title: title ?? best } }),
    votes: { up: count(({ vote }) => vote === 'up'), down: count(({ vote }) => vote === 'down') },
  }
}

/** The value that occurs most; of several, the one that came last. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  let best: string | undefined
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  for (const value of values) if ((counts.get(value) ?? 0) >= (counts.get(best ?? '') ?? 0)) best = value
  return best
}
