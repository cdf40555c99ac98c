import type { Passage, Session } from '../../knowledge/session.js'
import { LONGEST_STRETCH, STRETCH_STRENGTH } from '../tuning.js'

/** A part of a session that can be evidence by itself. */
export interface Stretch {
  /** `facts`: title, speakers, tags, links; `notes`: a part of the notes; a page of a deck; a moment of a recording. */
  readonly kind: 'facts' | 'notes' | 'page' | 'moment'
  /** 0 to 1: how much what it says proves. */
  readonly strength: number
  /** Empty for facts. */
  readonly passages: readonly Passage[]
}

/** The parts of a session's notes, in their order: what stands under one heading, long ones in several parts. */
export function stretchesOf({ passages }: Session): Stretch[] {
  const stretches: Stretch[] = []
  let part: Passage[] = []
  let length = 0
  const close = () => {
    if (part.length > 0) stretches.push({ kind: 'notes', strength: STRETCH_STRENGTH.notes, passages: part })
    part = []
    length = 0
  }
  for (const passage of passages) {
    if (passage.source) {
      const { kind } = passage.source
      stretches.push({ kind, strength: STRETCH_STRENGTH[kind], passages: [passage] })
      continue
    }
    const last = part.at(-1)
    if (last && (last.path[0] !== passage.path[0] || length + passage.text.length > LONGEST_STRETCH)) close()
    part.push(passage)
    length += passage.text.length
  }
  close()
  return stretches
}

/** Whether a stretch is of a deck or a recording. */
export const isMedia = ({ kind }: Stretch): boolean => kind === 'page' || kind === 'moment'
