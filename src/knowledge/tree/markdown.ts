import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** What micromark calls the ways to write an address without brackets around it: `https://a.kr`, `www.a.kr`, `a@b.kr`. */
const LITERALS = { url: ['protocolAutolink', 'wwwAutolink'], email: ['emailAutolink'] }

/**
 * Parsers that look for all of those, for none that has an `@`, and for none at all: micromark tries to read an address at
 * each Latin letter. Of 10,000 talks without one, parsing takes a quarter less.
 */
const parsers = {
  all: unified().use(remarkParse).use(remarkGfm).freeze(),
  urls: unified().use(remarkParse).use(remarkGfm).use(without, LITERALS.email).freeze(),
  none: unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(without, [...LITERALS.email, ...LITERALS.url])
    .freeze(),
}

/** Markdown, as GitHub reads it, as a tree. */
export function parseMarkdown(text: string): Root {
  return parsers[addressesIn(text)].parse(text)
}

/** Which addresses may stand in a text; behind `&` or `\` there may be any letter of theirs. */
function addressesIn(text: string): keyof typeof parsers {
  if (text.includes('@')) return 'all'
  return /:\/\/|www\.|[&\\]/i.test(text) ? 'urls' : 'none'
}

/** Takes constructs out of a parser, and where none is left that links, the search for links in the finished tree. */
function without(this: Processor, names: readonly string[]): void {
  const data = this.data()
  const isKept = ({ name = '' }) => !names.includes(name)
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(({ text = {}, ...others }) => {
    const kept = Object.entries(text).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().filter(isKept),
    ])
    return { ...others, text: Object.fromEntries(kept) }
  })
  if (!names.includes('protocolAutolink')) return
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => (extension.enter?.literalAutolink ? { ...extension, transforms: [] } : extension))
}
