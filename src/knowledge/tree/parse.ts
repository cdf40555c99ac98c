import type { Element, Root } from 'hast'
import type { FootnoteReference, Link, LinkReference, Root as MarkdownRoot, Nodes, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import rehypeRaw from 'rehype-raw'
import remarkRehype, { defaultHandlers } from 'remark-rehype'
import { unified } from 'unified'
import { chunksOf } from './chunks.js'
import { parseMarkdown } from './markdown.js'

const html = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      footnoteReference: (state, node: FootnoteReference) =>
        footnote(plainText(state.footnoteById.get(node.identifier.toUpperCase()))),
      link: (state, node: Link) => asWritten(defaultHandlers.link(state, node), node.url),
      linkReference: (state, node: LinkReference) =>
        asWritten(
          defaultHandlers.linkReference(state, node),
          state.definitionById.get(node.identifier.toUpperCase())?.url,
        ),
    },
  })
  .freeze()
const raw = unified().use(rehypeRaw).freeze()

/** Markdown, with the HTML in it, as one tree of HTML elements; every element has its line. */
export function parseTree(text: string): Root {
  return withHtml(html.runSync(parseChunks(text)))
}

/** HTML read: in each block by itself where none leaves an element open for the next, which takes half the time. */
function withHtml(tree: Root): Root {
  const written = tree.children.map(htmlIn)
  if (written.every((source) => source === '')) return tree
  if (!written.every(isClosed)) return raw.runSync(tree)
  const children = tree.children.flatMap((child, index) =>
    written[index] === '' ? [child] : raw.runSync({ type: 'root', children: [child] }).children,
  )
  return { type: 'root', children }
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/** Whether every element that HTML opens is closed in it. */
function isClosed(source: string): boolean {
  const open: string[] = []
  const rest = source.replace(/<!--[\s\S]*?-->/g, '')
  if (rest.includes('<!') || rest.includes('<?')) return false
  for (const [, close, name = '', self] of rest.matchAll(
    /<(\/?)([a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/gi,
  )) {
    if (self === '/' || VOID.test(name)) continue
    if (close === '/' && open.pop() !== name.toLowerCase()) return false
    if (close !== '/') open.push(name.toLowerCase())
  }
  return open.length === 0
}

/** A long text is parsed in chunks, each with the definitions of all: `[id]: https://…`. */
function parseChunks(text: string): MarkdownRoot {
  const chunks = chunksOf(text)
  if (chunks.length === 1) return parseMarkdown(text)
  const definitions = [...text.matchAll(/^ {0,3}\[[^\]\n]{1,300}\]:.*$/gm)].map(([line]) => line).join('\n')
  const children = chunks.flatMap((chunk) => {
    const own = chunk.text.split('\n').length
    const root = parseMarkdown(`${chunk.text}\n\n${definitions}`)
    return root.children
      .filter(({ position }) => (position?.start.line ?? 1) <= own)
      .map((node) => moved(node, chunk.line))
  })
  return { type: 'root', children }
}

/** A node with all below it, so many lines further down. */
function moved(node: RootContent, lines: number): RootContent {
  const open: Nodes[] = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.position) {
      next.position.start.line += lines
      next.position.end.line += lines
    }
    if ('children' in next) open.push(...next.children)
  }
  return node
}

/** A link whose address is not encoded: `slides/발표.pdf` is shown, and looked for, as it is written. */
function asWritten<Content>(link: Content, address: string | undefined): Content {
  return isLink(link) && address !== undefined
    ? { ...link, properties: { ...link.properties, href: address } }
    : link
}

function isLink(content: unknown): content is Element {
  return isNode(content) && 'tagName' in content && content.tagName === 'a'
}

/** A footnote stands where it is referred to. */
function footnote(value: string): Element {
  return { type: 'element', tagName: 'footnote', properties: {}, children: [{ type: 'text', value }] }
}

/** The HTML that stands in a tree, in order; empty where there is none. */
function htmlIn(tree: unknown): string {
  const found: string[] = []
  const open: unknown[] = [tree]
  for (let node = open.pop(); isNode(node); node = open.pop()) {
    if (node.type === 'raw') found.push(node.value ?? '')
    for (let index = (node.children?.length ?? 0) - 1; index >= 0; index -= 1)
      open.push(node.children?.[index])
  }
  return found.join('')
}

interface TreeNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly unknown[]
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value
}
