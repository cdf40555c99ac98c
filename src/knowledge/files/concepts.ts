import type { Finding } from '../finding.js'
import {
  type ConceptEntry,
  type ConceptKind,
  type Located,
  RELATIONS,
  type Relation,
  readConceptEntries,
} from './concept-entries.js'

/** Something that talks are about, and what it has to do with others. References are ids. */
export interface Concept {
  /** Its first name. */
  readonly id: string
  /** Equal to each other, Korean and English: translations, abbreviations, spellings. */
  readonly names: readonly string[]
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
 * joins that concept. References are free of spacing and capitals. Mistakes come back with their lines.
 */
export function parseConcepts(files: readonly { readonly path: string; readonly text: string }[]): {
  concepts: Concept[]
  findings: Finding[]
} {
  const graph = new Graph()
  for (const { path, text } of files) {
    const { entries, findings } = readConceptEntries(text, path)
    graph.findings.push(...findings)
    graph.add(entries)
  }
  return { concepts: graph.resolve(), findings: graph.findings }
}

interface Node {
  readonly names: string[]
  readonly kind: ConceptKind
  readonly references: { readonly relation: Relation; readonly to: Located; readonly file: string }[]
}

interface Name {
  readonly node: Node
  readonly file: string
  readonly line: number
}

/** Which kinds may have a relation. */
const ALLOWED: Readonly<Record<Relation, readonly ConceptKind[]>> = {
  'is a': ['topic', 'tool', 'role', 'problem'],
  'used for': ['tool'],
  'leads to': ['problem', 'role'],
}

class Graph {
  readonly findings: Finding[] = []
  readonly #nodes: Node[] = []
  readonly #names = new Map<string, Name>()

  /** Adds the entries of one file. */
  add(entries: readonly ConceptEntry[]): void {
    const here = new Map<string, Located>()
    for (const entry of entries) {
      const names = entry.names.filter((name) => this.#isFirst(name, here, entry.file))
      const node = this.#joined(entry, names) ?? this.#created(entry)
      for (const { text, line } of names) {
        if (this.#names.has(conceptKey(text))) continue
        this.#names.set(conceptKey(text), { node, file: entry.file, line })
        node.names.push(text)
      }
      for (const relation of RELATIONS) {
        this.#checkAllowed(entry, node.kind, relation)
        for (const to of entry.relations[relation]) node.references.push({ relation, to, file: entry.file })
      }
    }
  }

  #isFirst(name: Located, here: Map<string, Located>, file: string): boolean {
    const before = here.get(conceptKey(name.text))
    here.set(conceptKey(name.text), before ?? name)
    if (!before) return true
    const message = `"${name.text}" stands in line ${before.line} already. Join the two concepts, or take one out`
    this.findings.push({ file, line: name.line, level: 'error', message })
    return false
  }

  /** The concept of an earlier file that has one of the names. */
  #joined(entry: ConceptEntry, names: readonly Located[]): Node | undefined {
    const known = names.flatMap((name) => {
      const before = this.#names.get(conceptKey(name.text))
      return before ? [{ name, before }] : []
    })
    const [first] = known
    if (!first) return undefined
    const other = known.find(({ before }) => before.node !== first.before.node)
    if (other) {
      const message = `"${first.name.text}" and "${other.name.text}" are two concepts in ${placeOf(first.before)} and ${placeOf(other.before)}. Take one of them out`
      this.findings.push({ file: entry.file, line: other.name.line, level: 'error', message })
    }
    const { kind } = first.before.node
    if (entry.kind && entry.kind !== kind) {
      const message = `"${first.name.text}" is a ${kind} in ${placeOf(first.before)}. Leave the kind out, or choose another name`
      this.findings.push({ file: entry.file, line: entry.line, level: 'error', message })
    }
    return first.before.node
  }

  #created(entry: ConceptEntry): Node {
    if (!entry.kind) {
      const message = 'a concept needs a kind. Write "kind: topic", or tool, role or problem'
      this.findings.push({ file: entry.file, line: entry.line, level: 'error', message })
    }
    const node: Node = { names: [], kind: entry.kind ?? 'topic', references: [] }
    this.#nodes.push(node)
    return node
  }

  #checkAllowed(entry: ConceptEntry, kind: ConceptKind, relation: Relation): void {
    const [first] = entry.relations[relation]
    if (!first || ALLOWED[relation].includes(kind)) return
    const message = `a ${kind} has no "${relation}": that is for a ${ALLOWED[relation].join(' or a ')}. Write "is a", or correct the kind`
    this.findings.push({ file: entry.file, line: first.line, level: 'error', message })
  }

  /** The concepts with their references as ids; references that lead nowhere or in a circle are left out. */
  resolve(): Concept[] {
    const broader = new Map<Node, Node[]>()
    return this.#nodes.flatMap((node) => {
      const [id] = node.names
      if (id === undefined) return []
      const targets = (relation: Relation) => this.#targets(node, relation, broader)
      const [isA, usedFor, leadsTo] = [targets('is a'), targets('used for'), targets('leads to')]
      return [{ id, names: node.names, kind: node.kind, isA, usedFor, leadsTo }]
    })
  }

  #targets(node: Node, relation: Relation, broader: Map<Node, Node[]>): string[] {
    const ids = new Set<string>()
    for (const { to, file, relation: of } of node.references) {
      if (of !== relation) continue
      const target = this.#names.get(conceptKey(to.text))?.node
      const id = target?.names[0]
      if (!target || id === undefined) {
        const message = `there is no concept "${to.text}". Correct it, or add it with its names and its kind`
        this.findings.push({ file, line: to.line, level: 'error', message })
        continue
      }
      if (target === node || (relation === 'is a' && leads(target, node, broader))) {
        const message = `"${node.names[0]}" ${relation} "${to.text}" closes a circle. Take it out, or turn one of them round`
        this.findings.push({ file, line: to.line, level: 'error', message })
        continue
      }
      if (relation === 'is a') broader.set(node, [...(broader.get(node) ?? []), target])
      ids.add(id)
    }
    return [...ids]
  }
}

/** Whether going from a node to its broader ones, again and again, comes to another. */
function leads(from: Node, to: Node, broader: ReadonlyMap<Node, readonly Node[]>): boolean {
  const seen = new Set([from])
  for (const node of seen) for (const next of broader.get(node) ?? []) seen.add(next)
  return seen.has(to)
}

function placeOf({ file, line }: Name): string {
  return `${file}:${line}`
}
