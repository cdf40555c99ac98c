import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { singleSpaced } from '../../text/blanks.js'
import type { Finding } from '../finding.js'
import { maxGlossaryGroups, maxGroupTerms } from './limits.js'
import { findDeepNesting, NESTED_TOO_DEEP } from './yaml-nesting.js'

/** Groups of equal terms, and what is wrong with those that were left out. */
export interface Glossary {
  readonly groups: readonly (readonly string[])[]
  readonly findings: readonly Finding[]
}

/**
 * Reads groups of equal terms, a YAML list of lists of texts. A term stands in one group only, however it is spaced or
 * capitalised. What is wrong comes back with its line, and the rest is used.
 */
export function parseGlossary(text: string, file: string): Glossary {
  const findings: Finding[] = []
  const report = (line: number, message: string) => findings.push({ file, line, level: 'error', message })
  const deep = findDeepNesting(text)
  if (deep !== undefined) {
    report(deep, NESTED_TOO_DEEP)
    return { groups: [], findings }
  }
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
  })
  for (const { message, pos } of document.errors) {
    const reason = (message.split('\n')[0] ?? '').replace(/[.:]$/, '')
    report(lines.linePos(pos[0]).line, `no YAML: ${reason}. A group is a line such as "- [배포, deploy]"`)
  }
  const { contents, errors } = document
  if (!isSeq(contents)) {
    if (contents !== null && findings.length === 0) report(1, shape)
    return { groups: [], findings }
  }
  // A bracket that is left open takes in the groups below it: only those above the first mistake are sure.
  const sure = errors[0]?.pos[0] ?? Number.POSITIVE_INFINITY
  const items = contents.items.filter((item) => endOf(item) <= sure)
  if (items.length > maxGlossaryGroups) {
    const line = lineOf(items[maxGlossaryGroups], 1)
    report(
      line,
      `a glossary has at most ${maxGlossaryGroups} groups. Take out those that your notes do not need`,
    )
  }
  const seen = new Map<string, number>()
  const groups = items.slice(0, maxGlossaryGroups).map(readGroup)
  return { groups: groups.filter((terms) => terms.length > 1), findings }

  function readGroup(group: unknown): readonly string[] {
    const start = lineOf(group, 1)
    if (!isSeq(group)) {
      report(start, shape)
      return []
    }
    if (group.items.length < 2) report(start, 'a group needs two terms or more')
    if (group.items.length > maxGroupTerms) {
      report(start, `a group has at most ${maxGroupTerms} terms. Take out those that nobody types`)
    }
    return group.items.slice(0, maxGroupTerms).flatMap((item) => readTerm(item, start))
  }

  function readTerm(item: unknown, near: number): string[] {
    const line = lineOf(item, near)
    const term = termOf(item)
    const before = seen.get(keyOf(term))
    if (term !== '' && before === undefined) {
      seen.set(keyOf(term), line)
      return [term]
    }
    report(
      line,
      term === ''
        ? 'a term must be a text. Put words such as yes and null in quotes'
        : `"${term}" stands in line ${before} already. Join the two groups, or take one out`,
    )
    return []
  }

  function lineOf(node: unknown, near: number): number {
    const offset = isSeq(node) || isScalar(node) ? node.range?.[0] : undefined
    return offset === undefined ? near : lines.linePos(offset).line
  }
}

const shape = 'a glossary is a list of groups, each a list of equal terms. Write "- [배포, deploy]"'

function endOf(node: unknown): number {
  return (isSeq(node) || isScalar(node) ? node.range?.[1] : undefined) ?? 0
}

function termOf(node: unknown): string {
  if (!isScalar(node) || !['string', 'number'].includes(typeof node.value)) return ''
  return String(node.value).normalize('NFC').trim()
}

function keyOf(term: string): string {
  return singleSpaced(term.normalize('NFKC').toLowerCase())
}
