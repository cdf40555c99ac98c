import type { Session } from '../../knowledge/session.js'
import type { Plan } from '../question/plan.js'
import type { Match, MatchedPassage, Run } from '../types.js'
import { bestPassages, mark } from './passages.js'

/** A match that reads its passages when they are asked for: most of ten matches are only ever counted. */
export function matchOf(session: Session, score: number, plan: Plan): Match {
  let title: readonly Run[] | undefined
  let passages: readonly MatchedPassage[] | undefined
  return {
    session,
    score,
    get title() {
      title ??= mark(session.title, plan)
      return title
    },
    get passages() {
      passages ??= bestPassages(session.passages, plan)
      return passages
    },
  }
}
