import type { Locale } from '../answer/wording/locale.js'
import { wordingIn } from '../answer/wording/wording.js'
import type { Gap, GapsReport } from '../questions/gaps.js'

/** How `npm run gaps` prints. */
export type GapsFormat = 'text' | 'json' | 'md'

/** The report as text for a terminal, as one line of JSON, or as a Markdown table. */
export function printGaps(report: GapsReport, format: GapsFormat, locale: Locale): string {
  switch (format) {
    case 'json':
      return JSON.stringify(jsonOf(report))
    case 'md':
      return markdown(report, locale)
    case 'text':
      return plain(report, locale)
  }
}

/** The form that other programs read; docs/operations.md describes it. */
function jsonOf({ days, since, asked, gaps }: GapsReport) {
  return {
    days,
    since: since.toISOString(),
    asked,
    gaps: gaps.map((gap) => ({
      question: gap.question,
      count: gap.count,
      unsure: gap.unsure,
      none: gap.none,
      lastAskedAt: gap.lastAskedAt.toISOString(),
      session: gap.session ?? null,
      votes: gap.votes,
    })),
  }
}

function plain({ days, asked, gaps }: GapsReport, locale: Locale): string {
  const wording = wordingIn(locale)
  if (gaps.length === 0) return wording.noGaps(days, asked)
  const blocks = gaps.map((gap) => {
    return `${oneLine(gap.question)} · ${wording.times(gap.count)}\n  ${nearest(gap, locale)} · ${thumbs(gap)}`
  })
  return [wording.gapsTitle(days), ...blocks].join('\n')
}

function markdown({ days, asked, gaps }: GapsReport, locale: Locale): string {
  const wording = wordingIn(locale)
  const heading = `# ${wording.gapsTitle(days)}\n\n`
  if (gaps.length === 0) return heading + wording.noGaps(days, asked)
  const { question, count, nearestTalk, votes, lastAsked } = wording.gapColumns
  const rows = gaps.map((gap) => [
    cell(gap.question),
    String(gap.count),
    cell(gap.session?.title ?? ''),
    thumbs(gap),
    gap.lastAskedAt.toISOString().slice(0, 10),
  ])
  const table = [
    [question, count, nearestTalk, votes, lastAsked],
    ['---', '---:', '---', '---', '---'],
    ...rows,
  ]
  return heading + table.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function nearest({ session }: Gap, locale: Locale): string {
  const wording = wordingIn(locale)
  return session ? wording.nearestTalk(session.title) : wording.noNearestTalk
}

function thumbs({ votes }: Gap): string {
  return `👍 ${votes.up} 👎 ${votes.down}`
}

/** People's words cannot break a table, start a tag or a link, or move a terminal's cursor. */
function cell(text: string): string {
  return oneLine(text).replace(/[\\|<>[\]`*_#&]/gu, '\\$&')
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
