import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, SpellingTable } from '../../../src/search/lexicon/spelling.js'

function tableOf(...words: string[]): SpellingTable {
  const table = new SpellingTable((word) => (words.includes(word) ? 1 : 0))
  for (const word of words) table.add(word)
  return table
}

describe('distance', () => {
  it.each([
    ['prometheus', 'promethues', 1],
    ['docker', 'dcoker', 1],
    ['docker', 'doker', 1],
    ['docker', 'dockerr', 1],
    ['docker', 'docket', 1],
    ['kubernetes', 'kuberentse', 2],
    ['same', 'same', 0],
    ['ca', 'abc', 3],
  ])('from %s to %s is %i', (a, b, edits) => {
    expect(distance(a, b, 5)).toBe(edits)
  })

  it('stops above what is asked for', () => {
    expect(distance('kubernetes', 'prometheus', 2)).toBe(3)
  })

  it('is the same both ways, and no more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 8)).toBe(distance(b, a, 8))
        expect(distance(a, b, 8)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('SpellingTable', () => {
  const table = tableOf('prometheus', 'jenkins', 'docker', 'kubernetes', 'kube')

  it.each([
    ['promethues', 'prometheus'],
    ['jenknis', 'jenkins'],
    ['ocker', 'docker'],
    ['odcker', 'docker'],
    ['bocker', 'docker'],
    ['kuberentse', 'kubernetes'],
  ])('corrects %s', (wrong, right) => {
    expect(table.corrections(wrong).map(({ word }) => word)).toEqual([right])
  })

  it('leaves short words and far ones', () => {
    expect(['doc', 'dicer', 'k8s', '도커', ''].map((word) => table.corrections(word))).toEqual([
      [],
      [],
      [],
      [],
      [],
    ])
  })

  it('completes a beginning', () => {
    expect(table.completions('kub').sort()).toEqual(['kube', 'kubernetes'])
  })
})
