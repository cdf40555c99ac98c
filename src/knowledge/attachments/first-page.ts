import { posix } from 'node:path'
import type { Session } from '../session.js'
import { best, type PlacedAttachment } from './assign.js'
import type { Material } from './attachment.js'
import { squeezed, stemOf } from './names.js'

/** A file's title: that of a deck's first page, if it has one that is more than a word; else its name. */
export function titleOf({ path }: PlacedAttachment, material: Material | undefined): string {
  const first = material?.kind === 'deck' ? material.deck.pages[0] : undefined
  const named = stemOf(posix.basename(path))
    .replace(/[\s_-]+/gu, ' ')
    .trim()
  return first && squeezed(first.title).length >= 4 ? first.title : named || posix.basename(path)
}

/** The talk that a deck's first page names, by its title or its speaker; file names often say nothing. */
export function byFirstPage(material: Material | undefined, talks: readonly Session[]): Session | undefined {
  const first = material?.kind === 'deck' ? material.deck.pages[0] : undefined
  if (!first) return undefined
  const words = `${first.title} ${first.text}`
  const whole = squeezed(words)
  const titled = talks.filter(({ title }) => squeezed(title).length >= 6 && whole.includes(squeezed(title)))
  const spoken = talks.filter(({ speakers }) =>
    speakers.some(({ name }) => squeezed(name).length >= 2 && whole.includes(squeezed(name))),
  )
  if (titled.length === 1) return titled[0]
  if (spoken.length === 1) return spoken[0]
  return best(first.title, talks)
}
