import type { Finding } from '../finding.js'
import { type ConceptEntry, type ConceptKind, type Relation, readConceptEntries } from './concept-entries.js'
import type { Located } from './concept-items.js'
import { cutCircles } from './cut-circles.js'
import { maxConceptFindings } from './limits.js'

/** Something that talks are about, and what it has to do with others. References are ids. */
export interface Concept {
  /** Its first name. */
  readonly id: string
  /** Equal to each other, Korean and English: translations, abbreviations, spellings. */
  readonly names: readonly string[]
  /** What it is in other words, for those who do not know its names. */
  readonly about: readonly string[]
  readonly kind: ConceptKind
  /** The broader concepts: canary releases are a way to deploy. */
  readonly isA: readonly string[]
  /** What a tool is for: Prometheus for monitoring. */
  readonly usedFor: readonly string[]
  /** What a problem or a role calls for: slow queries for indexes. */
  readonly leadsTo: readonly string[]
}

/** By what names are compared: spacing, capitals and full-width letters do not matter. */
export function conceptKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/**
 * Joins files of concepts into one graph. A later file adds to those before it: an item with a name that they have
 * joins that concept. References are free of spacing and capitals. Mistakes come back with their lines, up to a limit.
 */
export function parseConcepts(files: readonly { readonly path: string; readonly text: string }[]): {
  concepts: readonly Concept[]
  findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const report: ReportIn = (file, line, message) => {
    if (findings.length < maxConceptFindings) findings.push({ file, line, level: 'error', message })
  }
  const graph = new Graph(report)
  for (const { path, text } of files) {
    graph.add(readConceptEntries(text, path, (line, message) => report(path, line, message)))
  }
  return { concepts: graph.resolve(), findings }
}

type ReportIn = (file: string, line: number, message: string) => void

interface ConceptNode {
  readonly names: string[]
  readonly kind: ConceptKind
  /** Where it is written: in one file, or in several that add to each other. */
  readonly entries: ConceptEntry[]
}

/** A name where it stands. */
interface Name {
  readonly node: ConceptNode
  readonly text: string
  readonly file: string
  readonly line: number
}

/** A reference where it stands. */
interface Edge extends Located {
  readonly relation: Relation
  readonly file: string
}

/** Which kinds may have a relation. */
const ALLOWED: Readonly<Record<Relation, readonly ConceptKind[]>> = {
  'is a': ['topic', 'tool', 'role', 'problem'],
  'used for': ['tool'],
  'leads to': ['problem', 'role'],
}

class Graph {
  readonly #report: ReportIn
  readonly #nodes: ConceptNode[] = []
  readonly #names = new Map<string, Name>()

  constructor(report: ReportIn) {
    this.#report = report
  }

  /** Adds the entries of one file. */
  add(entries: readonly ConceptEntry[]): void {
    const here = new Map<string, number>()
    for (const entry of entries) {
      const names = this.#newNames(entry, here)
      if (names.size === 0) continue
      const node = this.#joined(entry, names) ?? this.#created(entry)
      node.entries.push(entry)
      for (const [key, { text, line }] of names) {
        if (this.#names.has(key)) continue
        this.#names.set(key, { node, text, file: entry.file, line })
        node.names.push(text)
      }
    }
  }

  /** The names that no entry above has, by their keys; `here` has the lines of those above. */
  #newNames({ names, file }: ConceptEntry, here: Map<string, number>): Map<string, Located> {
    const found = new Map<string, Located>()
    for (const name of names) {
      const key = conceptKey(name.text)
      const before = here.get(key)
      if (before === undefined) {
        here.set(key, name.line)
        found.set(key, name)
      } else {
        const way = 'Join the two concepts, or take one out'
        this.#report(file, name.line, `"${name.text}" stands in line ${before} already. ${way}`)
      }
    }
    return found
  }

  /** The concept of an earlier file that has one of the names. */
  #joined({ file, line, kind }: ConceptEntry, names: ReadonlyMap<string, Located>): ConceptNode | undefined {
    let first: Name | undefined
    for (const [key, { text, line }] of names) {
      const known = this.#names.get(key)
      first ??= known
      if (!first || !known || known.node === first.node) continue
      const places = `${placeOf(first)} and ${placeOf(known)}`
      const message = `"${first.text}" and "${text}" are two concepts in ${places}. Take one of them out`
      this.#report(file, line, message)
    }
    if (first && kind && kind !== first.node.kind) {
      const way = 'Leave the kind out, or choose another name'
      this.#report(file, line, `"${first.text}" is a ${first.node.kind} in ${placeOf(first)}. ${way}`)
    }
    return first?.node
  }

  #created({ file, line, kind }: ConceptEntry): ConceptNode {
    if (!kind)
      this.#report(file, line, 'a concept needs a kind. Write "kind: topic", or tool, role or problem')
    const node: ConceptNode = { names: [], kind: kind ?? 'topic', entries: [] }
    this.#nodes.push(node)
    return node
  }

  /** The concepts with their references as ids; references that lead nowhere or in a circle are left out. */
  resolve(): Concept[] {
    const broader = new Map(this.#nodes.map((node) => [node, this.#targets(node, 'is a')]))
    cutCircles(broader, (node, _target, edge) => this.#reportCircle(node, edge))
    return this.#nodes.map((node) => ({
      id: idOf(node),
      names: node.names,
      about: [...new Set(node.entries.flatMap(({ about }) => about.map(({ text }) => text)))],
      kind: node.kind,
      isA: idsOf(broader.get(node)),
      usedFor: idsOf(this.#targets(node, 'used for')),
      leadsTo: idsOf(this.#targets(node, 'leads to')),
    }))
  }

  /** What a concept refers to, and where it does so. */
  #targets(node: ConceptNode, relation: Relation): Map<ConceptNode, Edge> {
    const targets = new Map<ConceptNode, Edge>()
    for (const { file, relations } of node.entries) {
      const references = relations[relation]
      if (!this.#isAllowed(node.kind, relation, references, file)) continue
      for (const { text, line } of references) {
        const target = this.#names.get(conceptKey(text))?.node
        const edge = { relation, text, line, file }
        if (!target) {
          const way = 'Correct it, or add it with its names and its kind'
          this.#report(file, line, `there is no concept "${text}". ${way}`)
        } else if (target === node) this.#reportCircle(node, edge)
        else if (!targets.has(target)) targets.set(target, edge)
      }
    }
    return targets
  }

  #isAllowed(kind: ConceptKind, relation: Relation, [first]: readonly Located[], file: string): boolean {
    const kinds = ALLOWED[relation]
    if (!first || kinds.includes(kind)) return true
    const way = 'Write "is a", or correct the kind'
    const message = `a ${kind} has no "${relation}": that is for a ${kinds.join(' or a ')}. ${way}`
    this.#report(file, first.line, message)
    return false
  }

  #reportCircle(node: ConceptNode, { relation, text, line, file }: Edge): void {
    const way = 'Take it out, or turn one of them round'
    this.#report(file, line, `"${idOf(node)}" ${relation} "${text}" closes a circle. ${way}`)
  }
}

function idOf({ names: [first = ''] }: ConceptNode): string {
  return first
}

function idsOf(targets: ReadonlyMap<ConceptNode, Edge> = new Map()): string[] {
  return Array.from(targets.keys(), idOf)
}

function placeOf({ file, line }: Name): string {
  return `${file}:${line}`
}
