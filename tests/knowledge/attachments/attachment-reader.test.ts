import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Material } from '../../../src/knowledge/attachments/attachment.js'
import {
  type AttachmentReader,
  createAttachmentReader,
} from '../../../src/knowledge/attachments/reading/attachment-reader.js'
import { builtThread } from '../../built.js'
import { makePdf, slide } from '../decks/make-pdf.js'
import { makePptx } from '../decks/make-pptx.js'
import { broken } from './broken.js'

let reader: AttachmentReader

beforeAll(() => {
  reader = createAttachmentReader(new URL(`file://${builtThread('attachment-worker.js')}`))
})
afterAll(async () => {
  await reader.close()
})

const titles = (material: Material | undefined) =>
  material?.kind === 'deck' ? material.deck.pages.map(({ title }) => title) : undefined

describe('the thread that reads attachments', () => {
  it('reads both kinds, and goes on after a file that ended it', async () => {
    const pdf = () => makePdf([slide('작은 팀의 모니터링', ['알림은 세 개만 남겼다'])])
    const bomb = makePdf([slide('Bomb', ['Words'])], { paddingMegabytes: 400 })
    const read = [
      reader.read({ format: 'pdf', bytes: pdf() }),
      reader.read({ format: 'pdf', bytes: bomb }),
      reader.read({ format: 'pdf', bytes: pdf() }),
      reader.read({ format: 'pptx', bytes: makePptx([{ title: 'Second' }]) }),
    ]
    const [first, second, third, fourth] = await Promise.all(read)
    expect(titles(first)).toEqual(['작은 팀의 모니터링'])
    // On a busy machine its time is over first.
    expect(second).toMatchObject({
      kind: 'faulty',
      fault: expect.stringMatching(/too much memory|never done/),
    })
    expect(third).toEqual(first)
    expect(titles(fourth)).toEqual(['Second'])
  })

  it('reads a whole file after any number of broken ones', async () => {
    const pdf = makePdf([
      slide('작은 팀의 모니터링', ['알림은 세 개만 남겼다'], 1),
      slide('Thanks', ['Questions?'], 2),
    ])
    const read = async (bytes: Uint8Array) => reader.read({ format: 'pdf', bytes })
    const { pages } = await read(pdf).then((material) =>
      material.kind === 'deck' ? material.deck : { pages: [] },
    )
    expect(pages).toHaveLength(2)
    await fc.assert(
      fc.asyncProperty(broken(pdf), async (bytes) => {
        await read(bytes)
        expect(await read(pdf)).toMatchObject({ kind: 'deck', deck: { pages } })
      }),
      { numRuns: 30 },
    )
  })

  it('opens no file that is empty', async () => {
    const material = await reader.read({ format: 'pdf', bytes: new Uint8Array() })
    expect(material).toEqual({ kind: 'faulty', fault: 'empty' })
  })
})
