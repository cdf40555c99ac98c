import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze()

/** Markdown with GitHub's tables, footnotes and bare links, and YAML front matter, to a syntax tree. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}
