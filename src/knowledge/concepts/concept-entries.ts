import {
  CONCEPT_EXAMPLE,
  type ConceptItem,
  type Located,
  type Report,
  readConceptItems,
} from './concept-items.js'
import { maxConceptsBytes } from './limits.js'

/** What a concept is; `problem` is what people suffer from: `느린 쿼리`. */
export type ConceptKind = (typeof KINDS)[number]
const KINDS = ['topic', 'tool', 'role', 'problem'] as const

/** The relations of a concept, as `concepts.yml` writes them. */
export type Relation = (typeof RELATIONS)[number]
const RELATIONS = ['is a', 'used for', 'leads to'] as const

const FIELDS: readonly string[] = ['names', 'about', 'kind', ...RELATIONS]

/** One item of a `concepts.yml`, its shape checked. */
export interface ConceptEntry {
  readonly file: string
  readonly line: number
  /** At least one. */
  readonly names: readonly Located[]
  readonly about: readonly Located[]
  /** Absent where it was left out. */
  readonly kind?: ConceptKind
  readonly relations: Readonly<Record<Relation, readonly Located[]>>
}

/** Reads the items of one `concepts.yml`; what is wrong is reported with its line, the rest is used. */
export function readConceptEntries(text: string, file: string, report: Report): readonly ConceptEntry[] {
  if (Buffer.byteLength(text) > maxConceptsBytes) {
    const most = `${maxConceptsBytes / 1000} kB`
    report(1, `concepts have at most ${most}. Take out those that your notes do not need`)
    return []
  }
  return readConceptItems(text, report).flatMap((item) => readEntry(item, file, report) ?? [])
}

function readEntry({ line, fields }: ConceptItem, file: string, report: Report): ConceptEntry | undefined {
  const texts: Record<string, readonly Located[]> = {}
  for (const field of fields) {
    if (FIELDS.includes(field.name)) texts[field.name] = field.texts
    else
      report(field.line, `"${field.name}" is nothing that a concept has. Write one of: ${FIELDS.join(', ')}`)
  }
  const { names = [], about = [], kind: [written] = [], 'is a': isA = [] } = texts
  const { 'used for': usedFor = [], 'leads to': leadsTo = [] } = texts
  if (names.length === 0) {
    report(line, `a concept needs names. ${CONCEPT_EXAMPLE}`)
    return undefined
  }
  const kind = written && readKind(written, report)
  const relations = { 'is a': isA, 'used for': usedFor, 'leads to': leadsTo }
  return { file, line, names, about, ...(kind && { kind }), relations }
}

/** What is none of the kinds counts as a topic. */
function readKind({ text, line }: Located, report: Report): ConceptKind {
  const kind = KINDS.find((each) => each === text)
  if (!kind) report(line, `"${text}" is no kind. Write one of: ${KINDS.join(', ')}`)
  return kind ?? 'topic'
}
