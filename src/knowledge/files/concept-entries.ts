import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../finding.js'
import { maxConceptsBytes } from './limits.js'

/** What a concept is; `problem` is what people suffer from: `느린 쿼리`. */
export const CONCEPT_KINDS = ['topic', 'tool', 'role', 'problem'] as const
export type ConceptKind = (typeof CONCEPT_KINDS)[number]

/** The relations of a concept, as `concepts.yml` writes them. */
export const RELATIONS = ['is a', 'used for', 'leads to'] as const
export type Relation = (typeof RELATIONS)[number]

/** A text and its line in the file. */
export interface Located {
  readonly text: string
  readonly line: number
}

/** One item of a `concepts.yml`, as written. */
export interface ConceptEntry {
  readonly file: string
  readonly line: number
  /** At least one. */
  readonly names: readonly Located[]
  /** Absent where it was left out, or was none of the kinds. */
  readonly kind?: ConceptKind
  readonly relations: Readonly<Record<Relation, readonly Located[]>>
}

/** Reads the items of one `concepts.yml`; what is wrong comes back with its line, the rest is used. */
export function readConceptEntries(
  text: string,
  file: string,
): { entries: ConceptEntry[]; findings: Finding[] } {
  const findings: Finding[] = []
  const report = (line: number, message: string) => findings.push({ file, line, level: 'error', message })
  if (Buffer.byteLength(text) > maxConceptsBytes) {
    report(
      1,
      `concepts have at most ${maxConceptsBytes / 1000} kB. Take out those that your notes do not need`,
    )
    return { entries: [], findings }
  }
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
  })
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
  for (const { message, pos } of document.errors) {
    report(lineAt(pos[0]), `no YAML: ${(message.split('\n')[0] ?? '').replace(/[.:]$/, '')}. ${EXAMPLE}`)
  }
  if (findings.length > 0 || document.contents === null) return { entries: [], findings }
  if (!isSeq(document.contents)) {
    report(1, `concepts are a list. ${EXAMPLE}`)
    return { entries: [], findings }
  }
  const entries = document.contents.items.flatMap((item) => readEntry(item) ?? [])
  return { entries, findings }

  function readEntry(item: unknown): ConceptEntry | undefined {
    const line = lineOf(item, 1)
    if (!isMap(item)) {
      report(line, `a concept has names and a kind. ${EXAMPLE}`)
      return undefined
    }
    const fields = new Map<string, Located[]>()
    for (const { key, value } of item.items) {
      const name = isScalar(key) ? String(key.value) : ''
      const at = lineOf(key, line)
      if (FIELDS.includes(name)) fields.set(name, readTexts(value, at))
      else report(at, `"${name}" is nothing that a concept has. Write one of: ${FIELDS.join(', ')}`)
    }
    const names = fields.get('names') ?? []
    if (names.length === 0) {
      report(line, `a concept needs names. ${EXAMPLE}`)
      return undefined
    }
    const kind = readKind(fields.get('kind')?.[0])
    const relations = {
      'is a': fields.get('is a') ?? [],
      'used for': fields.get('used for') ?? [],
      'leads to': fields.get('leads to') ?? [],
    }
    return { file, line, names, ...(kind && { kind }), relations }
  }

  function readKind(written: Located | undefined): ConceptKind | undefined {
    const kind = CONCEPT_KINDS.find((each) => each === written?.text)
    if (written && !kind) {
      report(written.line, `"${written.text}" is no kind. Write one of: ${CONCEPT_KINDS.join(', ')}`)
    }
    return kind
  }

  /** A list of texts, or one text. */
  function readTexts(value: unknown, near: number): Located[] {
    const items = isSeq(value) ? value.items : [value]
    return items.flatMap((item) => {
      const line = lineOf(item, near)
      const text = textOf(item)
      if (text !== '') return [{ text, line }]
      report(line, 'this must be a text. Put words such as yes and null in quotes')
      return []
    })
  }

  function lineOf(node: unknown, near: number): number {
    return isNode(node) && node.range ? lineAt(node.range[0]) : near
  }
}

const FIELDS: readonly string[] = ['names', 'kind', ...RELATIONS]

const EXAMPLE = 'Write "- names: [모니터링, monitoring]", and below it "  kind: topic"'

/** The text of a scalar as it was written: `1.10` stays. */
function textOf(node: unknown): string {
  if (!isScalar(node)) return ''
  const { value, source } = node
  if (typeof value === 'number') return source ?? String(value)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
