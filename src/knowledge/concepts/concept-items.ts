import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { findDeepNesting, NESTED_TOO_DEEP } from '../files/yaml-nesting.js'

/** A text and its line in the file. */
export interface Located {
  readonly text: string
  readonly line: number
}

/** One item of a `concepts.yml`, as written: its fields are not checked yet. */
export interface ConceptItem {
  readonly line: number
  readonly fields: readonly ConceptField[]
}

/** `used for: [모니터링, 메트릭]`. */
export interface ConceptField {
  readonly name: string
  readonly line: number
  readonly texts: readonly Located[]
}

/** Takes a mistake with its line. */
export type Report = (line: number, message: string) => void

/** How a concept is written. */
export const CONCEPT_EXAMPLE = 'Write "- names: [모니터링, monitoring]", and below it "  kind: topic"'

/** The items of a `concepts.yml`; what is no list of fields with texts is reported and left out. */
export function readConceptItems(text: string, report: Report): readonly ConceptItem[] {
  const plain = text.replace(/^\uFEFF/, '')
  return readPlainItems(plain) ?? readYamlItems(plain, report)
}

/**
 * Reads items that are written one field a line, as in the shipped file; `undefined` where YAML might mean something
 * else. A new process needs 1.3 s for the shipped concepts with the YAML parser, and a twelfth of that with this.
 */
export function readPlainItems(text: string): readonly ConceptItem[] | undefined {
  const items: { line: number; fields: ConceptField[] }[] = []
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row === '' || row.startsWith('#')) continue
    const line = index + 1
    const [, mark, name = '', value = ''] = FIELD.exec(row) ?? []
    if (mark === '- ') items.push({ line, fields: [] })
    const fields = items.at(-1)?.fields
    const texts = readPlainTexts(value, line)
    if (!mark || !fields || !texts || fields.some((field) => field.name === name)) return undefined
    fields.push({ name, line, texts })
  }
  return items
}

/** `[모니터링, 메트릭]`, or one text. */
function readPlainTexts(value: string, line: number): Located[] | undefined {
  const list = LIST.exec(value)?.[1]
  if (SYNTAX.test(list ?? value)) return undefined
  const texts = (list?.split(',') ?? [value]).map((each) => ({ text: each.trim().normalize('NFC'), line }))
  return texts.every(({ text }) => isPlain(text)) ? texts : undefined
}

const FIELD = /^(- | {2})([a-z]+(?: [a-z]+)*): (\S.*)$/
const LIST = /^\[(.*)\]$/
/** Keys, comments, brackets, control characters. */
const SYNTAX = /[\p{C}[\]{}]|:(?:[\s,]|$)|\s#/u

/** Whether YAML takes this for a text and for nothing else. */
function isPlain(text: string): boolean {
  return (
    /^[\p{L}\p{N}.]/u.test(text) && !OTHER.test(text) && (/^\p{L}/u.test(text) || Number.isNaN(Number(text)))
  )
}
const OTHER = /^(?:null|true|false|\.inf|\.nan)$/i

/** Reads items by the rules of YAML. */
export function readYamlItems(text: string, report: Report): readonly ConceptItem[] {
  const deep = findDeepNesting(text)
  if (deep !== undefined) {
    report(deep, NESTED_TOO_DEEP)
    return []
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', prettyErrors: false })
  for (const { message, pos } of document.errors) {
    const reason = (message.split('\n')[0] ?? '').replace(/[.:]$/, '')
    report(lines.linePos(pos[0]).line, `no YAML: ${reason}. ${CONCEPT_EXAMPLE}`)
  }
  const { contents, errors } = document
  if (errors.length > 0 || contents === null) return []
  if (isSeq(contents)) return contents.items.flatMap((item) => readItem(item) ?? [])
  report(1, `concepts are a list. ${CONCEPT_EXAMPLE}`)
  return []

  function readItem(item: unknown): ConceptItem | undefined {
    const line = lineOf(item, 1)
    if (!isMap(item)) {
      report(line, `a concept has names and a kind. ${CONCEPT_EXAMPLE}`)
      return undefined
    }
    const fields = item.items.map(({ key, value }) => {
      const at = lineOf(key, line)
      return { name: isScalar(key) ? String(key.value) : '', line: at, texts: readTexts(value, at) }
    })
    return { line, fields }
  }

  /** A list of texts, or one text. */
  function readTexts(value: unknown, near: number): Located[] {
    return (isSeq(value) ? value.items : [value]).flatMap((item) => {
      const line = lineOf(item, near)
      const text = textOf(item)
      if (text !== '') return [{ text, line }]
      report(line, 'this must be a text. Put words such as yes and null in quotes')
      return []
    })
  }

  function lineOf(node: unknown, near: number): number {
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : near
  }
}

/** The text of a scalar as it was written: `1.10` stays. */
function textOf(node: unknown): string {
  if (!isScalar(node)) return ''
  const { value, source } = node
  if (typeof value === 'number') return source ?? String(value)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
