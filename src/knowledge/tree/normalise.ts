/** Lines that an editor understands and a reader never sees: HackMD's `:::info`, `[TOC]`, `[name=…]`. */
const EDITOR_MARKS = /^ {0,3}(?::::.*|\[\[?toc\]?\])[ \t]*$|\[(?:name|time|color)=[^\]\n]{0,80}\]/gim

/** Kramdown's attributes: `{: .important }` in a line of its own, `{:target="_blank"}` behind a link. */
const ATTRIBUTE_LISTS = /\{:[^{}\n]{0,200}\}/g

/** `## title##`, closed without a space; a single `#` may be `C#`. */
const TIGHT_CLOSING = /^(#{1,6}[ \t]+[^\n]*[^\s#])#{2,}[ \t]*$/gm

/** `:house: 장소`, `Lightning talk :zap:`: GitHub's way to write an emoji. */
const EMOJI_CODE = /(?<=^|[\s\d(*_|]):[a-z][a-z0-9_+-]{1,40}:(?![:\p{L}\d/])[ \t]?/gmu

/** `##title`, which older editors took for a heading; a single `#` without a space may be a tag. */
const TIGHT_HEADING = /^(#{2,6})(?=[^\s#!])/gm

/** One or two dashes below a line: a rule in a hurry, and no underlined heading. */
const SHORT_RULE = /^ {0,3}-{1,2}[ \t]*$/gm

/** Hugo's `{{< youtube id >}}`, Jekyll's `{% youtube id %}`, and what a template fills in: `{{ site.baseurl }}`. */
const SHORTCODE =
  /\{\{[<%]\s*([^{}]{0,2000}?)\s*[>%]\}\}|\{%-?\s*([^\n]{0,2000}?)\s*-?%\}|\{\{[^{}\n]{0,200}\}\}/g

/** Values of a component's attributes in MDX: `title={<a href="…">Title</a>}`, `title={'Title'}`. */
const BRACED_VALUE =
  /(?<=\s[a-z][\w-]{0,30}=)\{\s*(?:"([^"{}\n]*)"|'([^'{}\n]*)'|`([^`{}\n]*)`|<(\w+)[^<>\n]*>([^<>{}\n]*)<\/\4>)\s*\}/gi

/** What a page in MDX brings in above its text. */
const IMPORTS = /^(?:\s*import\s[^\n]{1,200}\sfrom\s['"][^'"\n]+['"];?[ \t]*(?=\n))+/

/** Text of any editor to what the parsers read: NFC, line feeds, no byte order mark, no editor's marks. */
export function normalise(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return plain.normalize('NFC').replaceAll('\0', '\uFFFD')
}

/** Marks of editors and site generators taken out or made HTML; every line stays in its place. */
export function withoutEditorMarks(text: string): string {
  return withComponents(withTightReferences(text))
    .replace(EDITOR_MARKS, '')
    .replace(ATTRIBUTE_LISTS, '')
    .replace(TIGHT_CLOSING, '$1')
    .replace(EMOJI_CODE, '')
    .replace(TIGHT_HEADING, '$1 ')
    .replace(SHORT_RULE, (rule) => `${rule}\u200B`)
    .replace(SHORTCODE, (whole, hugo?: string, liquid?: string) => {
      const element = shortcodeElement((hugo ?? liquid ?? '').replaceAll('\n', ' '))
      return element + '\n'.repeat(whole.split('\n').length - 1)
    })
}

/** A page in MDX as HTML: without its imports, its components closed, their values in quotes. */
function withComponents(text: string): string {
  const plain = text.replace(IMPORTS, (lines) => '\n'.repeat(lines.split('\n').length - 1))
  if (plain === text && !text.includes('={')) return text
  return plain
    .replace(
      BRACED_VALUE,
      (_, ...said: readonly string[]) => `"${escaped(said[0] ?? said[1] ?? said[2] ?? said[4] ?? '')}"`,
    )
    .replace(/<([A-Z]\w{0,40})((?:\s[^<>]{0,2000})?)\/>/g, '<$1$2></$1>')
}

/** `youtube id="x" title="y"` as an element, so that its attributes are read like those of HTML. */
function shortcodeElement(inside: string): string {
  const [name = '', ...rest] = inside.trim().split(/\s+/)
  if (!/^[a-z][\w./-]*$/i.test(name)) return ''
  const attributes = rest.join(' ')
  const named = [...attributes.matchAll(/([\w-]{1,40})\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s"',]+))/g)].map(
    ([, key = '', double, single, bare]) => `${key}="${escaped(double ?? single ?? bare ?? '')}"`,
  )
  const isFile = name === 'include' || name === 'render'
  const first =
    named.length > 0 && !isFile ? '' : (/^["']?([^\s"'=:]+)(?![\s]*[=:])/.exec(attributes)?.[1] ?? '')
  return `<shortcode name="${escaped(name)}" value="${escaped(first)}" ${named.join(' ')}></shortcode>`
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** A file's name without folders and extension, `"2019-korea-devops-meetup"`. */
export function stemOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.md$/i, '').normalize('NFC')
}

/** `[text] [id]`, which older Markdown took for a link, where there is such an id. */
function withTightReferences(text: string): string {
  const ids = new Set(
    [...text.matchAll(/^ {0,3}\[([^\]\n]{1,60})\]:[ \t]/gm)].map((match) => (match[1] ?? '').toLowerCase()),
  )
  if (ids.size === 0) return text
  return text.replace(/\] \[([^\]\n]{1,60})\]/g, (whole, id: string) =>
    ids.has(id.toLowerCase()) ? `][${id}]` : whole,
  )
}
