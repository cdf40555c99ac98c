import type { Element, Root } from 'hast'
import type { FootnoteReference } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const markdown = unified().use(remarkParse).use(remarkGfm).freeze()
const html = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      footnoteReference: (state, node: FootnoteReference) =>
        footnote(plainText(state.footnoteById.get(node.identifier.toUpperCase()))),
    },
  })
  .freeze()
const raw = unified().use(rehypeRaw).freeze()

/** Markdown, with the HTML in it, as one tree of HTML elements; every element has its line. */
export function parseTree(text: string): Root {
  const tree = html.runSync(markdown.parse(text))
  return hasRaw(tree) ? raw.runSync(tree) : tree
}

/** A footnote stands where it is referred to. */
function footnote(value: string): Element {
  return { type: 'element', tagName: 'footnote', properties: {}, children: [{ type: 'text', value }] }
}

function hasRaw(tree: Root): boolean {
  const open: { readonly type: string; readonly children?: readonly unknown[] }[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'raw') return true
    for (const child of node.children ?? []) if (isNode(child)) open.push(child)
  }
  return false
}

function isNode(value: unknown): value is { readonly type: string; readonly children?: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'type' in value
}
