import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileLinks } from '../../../src/knowledge/attachments/file-links.js'
import { readBytes } from '../../../src/knowledge/attachments/reading/read-bytes.js'
import { makePptx } from '../decks/make-pptx.js'
import { broken } from './broken.js'

const whole = {
  pptx: makePptx([{ title: '대기열을 고른 까닭', points: ['브로커는 하나면 된다'], notes: '먼저 묻는다.' }]),
  captions: new TextEncoder().encode('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n안녕하세요 <b>여러분</b>\n'),
}

describe('whatever stands in a file', () => {
  it.each(['pptx', 'captions'] as const)('never ends in an exception: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(broken(whole[format]), async (bytes) => {
        const { kind } = await readBytes({ format, bytes })
        expect(['deck', 'recording']).toContain(kind)
      }),
      { numRuns: 60 },
    )
  })

  it('names files in any text of a post in little time', () => {
    const text = fc.stringMatching(/^[\][()<>"'`./ a-c|.pdf]{0,200}$/u)
    fc.assert(
      fc.property(text, (line) => {
        expect(fileLinks(`${line} [x](a.pdf)`).length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
    const started = performance.now()
    fileLinks(`${'[a]('.repeat(20_000)} slides.pdf`)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
