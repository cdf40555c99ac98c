import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDeckReader, type DeckReader } from '../../../src/knowledge/decks/deck-reader.js'
import { type Built, build } from '../../built.js'
import { makePdf, slide } from './make-pdf.js'
import { makePptx } from './make-pptx.js'

let built: Built
let reader: DeckReader

beforeAll(() => {
  built = build()
  reader = createDeckReader(new URL(`file://${built.path('knowledge/decks/deck-worker.js')}`))
})
afterAll(async () => {
  await reader.close()
  built.remove()
})

describe('the thread that reads decks', () => {
  it('reads both kinds, and goes on after a file that ended it', async () => {
    const pdf = () => makePdf([slide('작은 팀의 모니터링', ['알림은 세 개만 남겼다'])])
    const bomb = makePdf([slide('Bomb', ['Words'])], { padding: 500_000_000 })
    const read = [
      reader.read({ format: 'pdf', bytes: pdf() }),
      reader.read({ format: 'pdf', bytes: bomb }),
      reader.read({ format: 'pdf', bytes: pdf() }),
      reader.read({ format: 'pptx', bytes: makePptx([{ title: 'Second' }]) }),
    ]
    const [first, second, third, fourth] = await Promise.all(read)
    expect(first?.pages.map(({ title }) => title)).toEqual(['작은 팀의 모니터링'])
    expect(second).toEqual({ pages: [], pageCount: 0, faults: [{ kind: 'too much memory' }] })
    expect(third).toEqual(first)
    expect(fourth?.pages.map(({ title }) => title)).toEqual(['Second'])
  })

  it('opens no file that is empty', async () => {
    const deck = await reader.read({ format: 'pdf', bytes: new Uint8Array() })
    expect(deck.faults).toEqual([{ kind: 'empty' }])
  })
})
