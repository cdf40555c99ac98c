import { parsePost } from '../../src/knowledge/post.js'
import type { Meetup, Session } from '../../src/knowledge/session.js'

/** The only meetup of a post. */
export function readPost(text: string, file: string): { meetup: Meetup; sessions: readonly Session[] } {
  const { meetups } = parsePost(text, file)
  const [only, ...others] = meetups
  if (!only || others.length > 0) throw new Error(`expected one meetup, found ${meetups.length}`)
  return only
}
