import type { Item } from '../answer/reply.js'
import { type Body, textPart } from '../answer/reply-context.js'
import type { Locale } from '../answer/wording/locale.js'
import { wordingIn } from '../answer/wording/wording.js'
import type { StoreCommand } from '../chat/bot-listener.js'
import { defaultDays, type Gap, type GapsDeps, type GapsReport, gapsReport } from './gaps.js'

/** What the command is made of. */
export interface GapsCommandDeps extends GapsDeps {
  /** Whether questions are kept at all. */
  readonly keep: boolean
}

/** Ours: what fits a message in any chat. `npm run gaps` shows the rest. */
const longestList = 10

/** `gaps [days]`: what people asked in vain, for organisers' eyes. */
export function createGapsCommand(parts: GapsCommandDeps): StoreCommand {
  return async (words, asker, locale) => {
    const wording = wordingIn(locale)
    if (!(await asker.mayManage('gaps'))) return privately(wording.organisersOnly)
    if (!parts.keep) return privately(wording.gapsOff)
    const report = await gapsReport(parts, daysIn(words))
    return report.gaps.length === 0
      ? privately(wording.noGaps(report.days, report.asked))
      : list(report, locale)
  }
}

/** The number in `"30"`, `"30d"` or `"30일"`. */
function daysIn(words: string): number {
  const days = Number.parseInt(words, 10)
  return days > 0 ? days : defaultDays
}

function privately(text: string): Body {
  return { outcome: 'command', visibility: 'private', parts: [textPart(text)] }
}

function list({ days, gaps }: GapsReport, locale: Locale): Body {
  const wording = wordingIn(locale)
  const more = gaps.length - longestList
  return {
    outcome: 'command',
    visibility: 'private',
    parts: [
      { kind: 'heading', line: [{ text: wording.gapsTitle(days) }] },
      { kind: 'list', items: gaps.slice(0, longestList).map((gap) => gapItem(gap, locale)) },
      ...(more > 0 ? [{ kind: 'small' as const, line: [{ text: wording.moreGaps(more) }] }] : []),
    ],
  }
}

function gapItem({ question, count, session, votes }: Gap, locale: Locale): Item {
  const wording = wordingIn(locale)
  const times = { text: ` · ${wording.times(count)}` }
  const thumbs = votes.up + votes.down > 0 ? ` · 👍 ${votes.up} 👎 ${votes.down}` : ''
  const nearest = session ? wording.nearestTalk(session.title) : wording.noNearestTalk
  return {
    line: [{ text: question, style: 'strong' }, times],
    items: [{ line: [{ text: nearest + thumbs }] }],
  }
}
