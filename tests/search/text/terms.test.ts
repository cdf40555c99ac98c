import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutWords, termsIn, termsOf } from '../../../src/search/text/terms.js'
import { codePoint } from '../../code-point.js'

const texts = (text: string) => termsOf(text).map((term) => term.text)

describe('termsOf', () => {
  it.each([
    ['모니터링을', ['모니', '니터', '터링', '모니터링']],
    ['비용', ['비용', '=비용']],
    ['쿠버 네티스', ['쿠버', '=쿠버', '네티', '티스', '네티스', '버네']],
    ['쿠버, 네티스', ['쿠버', '=쿠버', '네티', '티스', '네티스']],
    ['AWS에서 배포', ['aws', '배포', '=배포']],
    ['Pipelines', ['pipeline']],
    ['OpenCensus', ['opencensus', 'open', 'census']],
    ['CI/CD', ['ci', 'cd', 'cicd']],
    ['k8s', ['k8s']],
    ['EC2', ['ec2', 'ec']],
    ['C++ and C#', ['c++', 'and', 'c#']],
    ['東京都', ['東京', '京都']],
    ['サーバ', ['サー', 'ーバ']],
    ['Café', ['cafe']],
    ['쿠\u200b버', ['쿠버', '=쿠버']],
    ['🙇 !?', []],
    ['', []],
  ])('cuts %j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it('tells where each term stands', () => {
    expect(termsOf('a 배포를').at(-1)).toEqual({
      text: '=배포',
      kind: 'whole',
      word: '배포를',
      start: 2,
      end: 4,
    })
  })

  it('leaves out the words that it is told to skip, unless they are half of a name', () => {
    const skip = (word: string) => word === 'on'
    expect(termsIn(cutWords('on demand'), skip).map((term) => term.text)).toEqual(['demand'])
    expect(termsIn(cutWords('on-demand'), skip).map((term) => term.text)).toEqual([
      'on',
      'demand',
      'ondemand',
    ])
  })

  it('gives the same terms whatever the Unicode form', () => {
    const word = fc.constantFrom('쿠버네티스는', '모니터링', 'Café', 'k8s', 'CI/CD', '값을', 'ﬁne', '東京')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ')
        expect(texts(text.normalize('NFD'))).toEqual(texts(text.normalize('NFC')))
      }),
    )
  })

  it('takes any text, and finds every term inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), (text) => {
        for (const term of termsOf(text)) {
          expect(term.text).not.toBe('')
          expect(term.text).not.toMatch(/\s/)
          expect(term.end).toBeGreaterThan(term.start)
        }
      }),
    )
  })
})
