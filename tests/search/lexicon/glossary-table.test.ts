import { expect, it } from 'vitest'
import { GlossaryTable } from '../../../src/search/lexicon/glossary-table.js'

const glossary = new GlossaryTable([
  ['쿠버네티스', 'kubernetes', 'k8s'],
  ['CI/CD', '지속적 통합'],
])

it.each([
  ['K8S', ['쿠버네티스', 'kubernetes']],
  ['쿠버 네티스', ['kubernetes', 'k8s']],
  ['cicd', ['지속적 통합']],
  ['지속적통합', ['CI/CD']],
  ['docker', []],
])('knows other names for %s', (term, names) => {
  expect(glossary.namesFor(term)).toEqual(names)
})

it('completes a term letter by letter, in both scripts', () => {
  expect(glossary.completions('쿠버넽')).toEqual(['쿠버네티스', 'kubernetes', 'k8s'])
  expect(glossary.completions('kub')).toEqual(['kubernetes', '쿠버네티스', 'k8s'])
})
