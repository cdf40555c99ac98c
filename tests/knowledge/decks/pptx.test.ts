import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readPptx } from '../../../src/knowledge/decks/pptx.js'
import { makePptx } from './make-pptx.js'

const always = () => true

describe('a PPTX', () => {
  it('is read in the order of the presentation, with notes, without footers and numbers', () => {
    const deck = readPptx(
      makePptx([
        {
          title: '대기열을\n고른 까닭',
          points: ['브로커는 하나면 된다', 'Kafka & RabbitMQ'],
          notes: '청중에게 먼저 묻는다.',
        },
        { title: 'Second', points: ['A longer\nline'] },
      ]),
      always,
    )
    expect(deck).toEqual({
      pages: [
        {
          page: 1,
          title: '대기열을 고른 까닭',
          text: '브로커는 하나면 된다\nKafka & RabbitMQ',
          notes: '청중에게 먼저 묻는다.',
        },
        { page: 2, title: 'Second', text: 'A longer line' },
      ],
      pageCount: 2,
      faults: [],
    })
  })

  it('takes the first paragraph as heading where a slide has no title, and a table row as one line', () => {
    const table =
      '<a:tbl><a:tr><a:tc><a:p><a:r><a:t>p99</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>120 ms</a:t></a:r></a:p></a:tc></a:tr></a:tbl>'
    const deck = readPptx(
      makePptx([{ points: ['Latency'], shapes: `<p:graphicFrame>${table}</p:graphicFrame>` }]),
      always,
    )
    expect(deck.pages).toEqual([{ page: 1, title: 'Latency', text: 'p99, 120 ms' }])
  })

  it('reads once what stands in it for newer and for older programs', () => {
    const box = '<p:sp><p:txBody><a:p><a:r><a:t>Once</a:t></a:r></a:p></p:txBody></p:sp>'
    const both = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
    const deck = readPptx(makePptx([{ title: 'Title', shapes: both }]), always)
    expect(deck.pages).toEqual([{ page: 1, title: 'Title', text: 'Once' }])
  })

  it('leaves out a title and a reminder that stand on most slides, and keeps those that come again', () => {
    const deck = readPptx(
      makePptx([
        ...['하나', '둘', '셋', '넷'].map((word) => ({
          title: '김하나 @hana',
          points: [`${word} 이야기`, `${word} 줄`],
          notes: '물을 마신다',
        })),
        ...['다섯', '여섯'].map((word) => ({ title: 'Demo', points: [`${word} 시연`] })),
      ]),
      always,
    )
    expect(deck.pages).toEqual([
      ...['하나', '둘', '셋', '넷'].map((word, at) => ({
        page: at + 1,
        title: `${word} 이야기`,
        text: `${word} 줄`,
      })),
      { page: 5, title: 'Demo', text: '다섯 시연' },
      { page: 6, title: 'Demo', text: '여섯 시연' },
    ])
  })

  it('counts slides without words', () => {
    const deck = readPptx(makePptx([{ title: 'Words' }, {}]), always)
    expect(deck.faults).toEqual([{ kind: 'wordless', pages: [2] }])
  })

  it('is damaged, encrypted or too large, and never an exception', () => {
    const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    const half = makePptx([{ title: 'Half' }]).subarray(0, 200)
    const bomb = zipSync({ 'ppt/slides/slide1.xml': new Uint8Array(17_000_000) })
    const none = zipSync({ 'word/document.xml': strToU8('<w/>') })
    expect([compound, half, bomb, none].map((bytes) => readPptx(bytes, always).faults)).toEqual([
      [{ kind: 'encrypted' }],
      [{ kind: 'damaged' }],
      [{ kind: 'too large' }],
      [{ kind: 'damaged' }],
    ])
  })

  it('does not believe a part that declares less than it holds', () => {
    const bytes = Buffer.from(zipSync({ 'ppt/presentation.xml': new Uint8Array(1_000_000) }))
    bytes.writeUInt32LE(100, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    expect(readPptx(new Uint8Array(bytes), always).faults).toEqual([{ kind: 'damaged' }])
  })
})
