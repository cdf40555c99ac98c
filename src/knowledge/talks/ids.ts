import { createHash } from 'node:crypto'

/** Session ids fit into the buttons of every chat. */
const MAX_ID_LENGTH = 60

/** File stem, slash, heading slug: at most 60 characters, ending in a hash when either had to be cut. */
export function sessionId(stem: string, title: string): string {
  const folder = fit(slugOf(stem) || hash(stem), 30)
  return `${folder}/${fit(slugOf(title) || hash(title), MAX_ID_LENGTH - folder.length - 1)}`
}

/** The id of a session whose plain id is taken, told apart by what it holds and not by its place. */
export function distinctId(id: string, content: string): string {
  const mark = `-${hash(content)}`
  return `${id.slice(0, MAX_ID_LENGTH - mark.length)}${mark}`
}

/** Twelve hexadecimal digits that stand for a text. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** Letters and digits of any script, lower-cased, with `-` between words. */
export function slugOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

function fit(text: string, length: number): string {
  if (text.length <= length) return text
  const kept = [...text].reduce(
    (all, letter) => (all.length + letter.length <= length - 7 ? all + letter : all),
    '',
  )
  return `${kept.replace(/-+$/, '')}-${hash(text).slice(0, 6)}`
}
