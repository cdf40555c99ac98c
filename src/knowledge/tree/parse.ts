import type { Element, Root } from 'hast'
import type { FootnoteDefinition, FootnoteReference, Root as Markdown } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const markdown = unified().use(remarkParse).use(remarkGfm).freeze()
const raw = unified().use(rehypeRaw).freeze()

/** Markdown, with the HTML in it, as one tree of HTML elements; every element has its line. */
export function parseTree(text: string): Root {
  const root: Markdown = markdown.parse(text)
  const notes = footnotesOf(root)
  const tree = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      handlers: { footnoteReference: (_, node: FootnoteReference) => footnote(notes.get(node.identifier)) },
    })
    .runSync(root)
  return hasRaw(tree) ? raw.runSync(tree) : tree
}

/** A footnote stands where it is referred to. */
function footnote(text = ''): Element {
  return { type: 'element', tagName: 'footnote', properties: {}, children: [{ type: 'text', value: text }] }
}

function footnotesOf(root: Markdown): ReadonlyMap<string, string> {
  const definitions = root.children.filter(
    (node): node is FootnoteDefinition => node.type === 'footnoteDefinition',
  )
  return new Map(definitions.reverse().map((node) => [node.identifier, plainText(node)]))
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
