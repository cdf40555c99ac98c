import { posix } from 'node:path'

/** A place in a post that names a file beside it. */
export interface FileLink {
  /** 1 is the first line. */
  readonly line: number
  /** The line's words, for telling which talk it is about. */
  readonly words: string
  /** As written, decoded, in one Unicode form, without query and fragment: `slides/opencensus.pdf`. */
  readonly target: string
  /** The whole address, where the link leads to the web. */
  readonly url?: string
  /** Whether it is surely meant as a link; a name in plain text may be just that. */
  readonly isLink: boolean
}

const FILE = String.raw`\.(?:pdf|pptx|vtt|srt)`
/** Targets have a longest length, so that a line of a thousand brackets takes no time. */
const MARKDOWN = new RegExp(
  String.raw`\]\(\s{0,9}<?([^<>\n\]]{0,300}?${FILE})(?:[?#][^)>\s]{0,300})?>?\s{0,9}(?:"[^"\n]{0,300}"\s{0,9})?\)`,
  'giu',
)
const HTML = new RegExp(
  String.raw`\b(?:href|src)\s{0,9}=\s{0,9}["']([^"'\n]{0,300}?${FILE})(?:[?#][^"'\n]{0,300})?["']`,
  'giu',
)
const REFERENCE = new RegExp(
  String.raw`^\s{0,3}\[[^\]\n]{1,300}\]:\s{0,9}<?([^<>\n]{0,300}?${FILE})(?:[?#]\S*)?>?`,
  'giu',
)
const PLAIN = new RegExp(
  String.raw`(?<![\p{L}\p{N}/._%-])([^\s<>()|"'\u0060\[\]]{1,300}${FILE})(?![\p{L}\p{N}])`,
  'giu',
)

/** The files that a post names: linked in Markdown or HTML, or just written down. */
export function fileLinks(text: string): readonly FileLink[] {
  return text.split('\n').flatMap((line, at) => linksIn(line, at + 1))
}

function linksIn(line: string, number: number): readonly FileLink[] {
  if (!/\.(?:pdf|pptx|vtt|srt)/iu.test(line)) return []
  const linked = [MARKDOWN, HTML, REFERENCE].flatMap((shape) => [...line.matchAll(shape)])
  const written = linked.map((match) => match[1] ?? '')
  const plain = [...line.matchAll(PLAIN)]
    .map((match) => match[1] ?? '')
    .filter((name) => !written.some((other) => other.includes(name)))
  const words = line.replace(/\]\([^)]{0,600}\)/gu, ']').replace(/<[^>]{0,600}>/gu, ' ')
  const make = (target: string, isLink: boolean): FileLink => ({
    line: number,
    words,
    target: decoded(/^https?:/iu.test(target) ? target.replace(/^.*\//u, '') : target),
    ...(/^https?:/iu.test(target) ? { url: target } : {}),
    isLink: isLink && !/^\w[\w+.-]*:/u.test(target),
  })
  return [...written.map((target) => make(target, true)), ...plain.map((target) => make(target, false))]
}

function decoded(target: string): string {
  const plain = target.trim().replaceAll('\\', '/')
  try {
    return decodeURIComponent(plain).normalize('NFC')
  } catch {
    return plain.normalize('NFC')
  }
}

/** Where a link of a post leads, from the root of the folder of notes: `2019/slides/a.pdf`. */
export function resolveLink(post: string, target: string): string {
  return posix.normalize(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(post), target))
}
