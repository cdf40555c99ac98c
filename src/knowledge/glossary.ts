import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Finding } from './finding.js'

/** The name of the glossary in a knowledge folder. */
export const GLOSSARY_FILE = 'glossary.yml'

/**
 * Reads groups of equal terms, a YAML list of lists of texts. A term stands in one group only, however
 * it is spaced or capitalised; every mistake comes back with its line.
 */
export function parseGlossary(text: string, file: string): { groups: string[][]; problems: Finding[] } {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
  })
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
  const problems: Finding[] = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    level: 'error',
    message: `no YAML: ${(error.message.split('\n')[0] ?? '').replace(/[.:]$/, '')}. A group is a line such as "- [배포, deploy]"`,
  }))
  if (problems.length > 0 || document.contents === null) return { groups: [], problems }
  if (!isSeq(document.contents))
    return { groups: [], problems: [{ file, line: 1, level: 'error', message: SHAPE }] }
  const seen = new Map<string, number>()
  const groups = document.contents.items.map((group) => {
    const start = lineAt(isSeq(group) || isScalar(group) ? group.range?.[0] : 0)
    if (!isSeq(group)) problems.push({ file, line: start, level: 'error', message: SHAPE })
    const terms = isSeq(group) ? group.items.map((item) => readTerm(item, start)) : []
    if (isSeq(group) && terms.length < 2)
      problems.push({ file, line: start, level: 'error', message: 'a group needs two terms or more' })
    return terms.map((term) => term.text)

    function readTerm(item: unknown, near: number): { text: string } {
      const line = isScalar(item) ? lineAt(item.range?.[0]) : near
      const value =
        isScalar(item) && ['string', 'number'].includes(typeof item.value)
          ? String(item.value).normalize('NFC').trim()
          : ''
      const before = seen.get(keyOf(value))
      if (value === '')
        problems.push({
          file,
          line,
          level: 'error',
          message: 'a term must be a text. Put words such as yes and null in quotes',
        })
      else if (before !== undefined)
        problems.push({
          file,
          line,
          level: 'error',
          message: `"${value}" stands in line ${before} already. Join the two groups, or take one out`,
        })
      else seen.set(keyOf(value), line)
      return { text: value }
    }
  })
  return { groups, problems }
}

const SHAPE = 'a glossary is a list of groups, each a list of equal terms. Write "- [배포, deploy]"'

function keyOf(term: string): string {
  return term.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
}
