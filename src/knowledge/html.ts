import type { Inline } from './inline.js'
import { cleanUrl } from './links.js'
import { NOTHING } from './note.js'
import type { Link, Picture } from './session.js'
import { beginsWithOrdinal } from './titles.js'

/** A block of HTML to its text, pictures and links; comments are hidden, as a browser hides them, and so is the label of a fold, unless it counts the talks. */
export function readHtml(html: string): Inline[] {
  const visible = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(style|script|summary)\b[\s\S]*?(?:<\/\1>|$)/gi, '')
  const tags = visible.match(/<(?:img|iframe|a)\b[^<>]*>/gi) ?? []
  const text = visible
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const pictures = tags.filter((tag) => /^<img/i.test(tag)).flatMap(readPicture)
  const links = tags.filter((tag) => !/^<img/i.test(tag)).flatMap(readLink)
  const isEmpty = text === '' && pictures.length + links.length === 0
  return [...readFolds(html), ...(isEmpty ? [] : [{ ...NOTHING, text, bare: text, links, pictures }])]
}

/** The labels of folds that count the talks: `<summary>세션 1. …</summary>`. */
function readFolds(html: string): Inline[] {
  const labels = [...html.matchAll(/<summary\b[^<>]*>([^<>]*)<\/summary>/gi)].map((match) =>
    (match[1] ?? '').trim(),
  )
  return labels.filter(beginsWithOrdinal).map((text) => ({ ...NOTHING, text, bare: text }))
}

function readPicture(tag: string): Picture[] {
  const url = cleanUrl(attribute(tag, 'src'))
  return url ? [{ url, alt: attribute(tag, 'alt') }] : []
}

function readLink(tag: string): Link[] {
  const url = cleanUrl(attribute(tag, 'href') || attribute(tag, 'src'))
  return url ? [{ title: url, url }] : []
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)?.slice(1).find(Boolean) ?? ''
}
