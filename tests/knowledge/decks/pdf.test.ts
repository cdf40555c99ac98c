import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../src/knowledge/decks/pdf.js'
import { type MadeText, makePdf, slide } from './make-pdf.js'

const read = (...pages: readonly (readonly MadeText[])[]) => readPdf(makePdf(pages), () => true)

describe('a PDF', () => {
  it('is read page by page, Korean included, without footers and page numbers', async () => {
    const deck = await read(
      slide('작은 팀의 모니터링', ['알림은 세 개만 남겼다'], 1),
      slide('What we measure', ['Queue length', 'Age of the oldest job'], 2),
      slide('다음 할 일', ['추적을 켠다'], 3),
      slide('Thanks', ['Questions?'], 4),
    )
    expect(deck).toEqual({
      pages: [
        { page: 1, title: '작은 팀의 모니터링', text: '알림은 세 개만 남겼다' },
        { page: 2, title: 'What we measure', text: 'Queue length\nAge of the oldest job' },
        { page: 3, title: '다음 할 일', text: '추적을 켠다' },
        { page: 4, title: 'Thanks', text: 'Questions?' },
      ],
      pageCount: 4,
      faults: [],
    })
  })

  it('is one page for builds of one slide: the last, which shows all', async () => {
    const deck = await read(
      slide('Rollout', ['Staging'], 1),
      slide('Rollout', ['Staging', 'One region'], 2),
      slide('Rollout', ['Staging', 'One region', 'Everywhere'], 3),
      slide('Rollback', ['One command'], 4),
    )
    expect(deck.pages.map(({ page, title, text }) => [page, title, text.split('\n').length])).toEqual([
      [3, 'Rollout', 3],
      [4, 'Rollback', 1],
    ])
  })

  it('joins a sentence that goes on in the next line, and a word that a hyphen has cut', async () => {
    const deck = await read([
      { text: 'Why we moved', y: 460, size: 36 },
      { text: '• Every deployment took the whole afternoon of two people, and obser-', y: 390, size: 20 },
      { text: 'vability came last', y: 364, size: 20 },
      { text: '• Now it is a button', y: 324, size: 20 },
    ])
    expect(deck.pages[0]?.text).toBe(
      'Every deployment took the whole afternoon of two people, and observability came last\nNow it is a button',
    )
  })

  it('joins Korean where a line ends inside a word, and parts it where it ends between words', async () => {
    const deck = await read([
      { text: '경보를 줄인 방법', y: 460, size: 36 },
      { text: '밤마다 울리던 경보를 모두 모아 원인별로 나누어 보고 두 달 동안 하나씩 없', y: 390, size: 20 },
      {
        text: '앴더니 당직자가 아침까지 깨지 않고 잠을 잘 수 있게 되었고 팀의 일도 잘 되었',
        y: 364,
        size: 20,
      },
      { text: '다.', y: 338, size: 20 },
      {
        text: '이 방법은 서비스가 스무 개가 넘는 팀에서도 잘 통한다는 것을 확인했고 지금은',
        y: 290,
        size: 20,
      },
      { text: '모든 팀이 쓴다.', y: 264, size: 20 },
    ])
    expect(deck.pages[0]?.text).toBe(
      '밤마다 울리던 경보를 모두 모아 원인별로 나누어 보고 두 달 동안 하나씩 없앴더니 당직자가 아침까지 깨지 않고 잠을 잘 수 있게 되었고 팀의 일도 잘 되었다.\n' +
        '이 방법은 서비스가 스무 개가 넘는 팀에서도 잘 통한다는 것을 확인했고 지금은 모든 팀이 쓴다.',
    )
  })

  it('closes words that are set with wide spaces', async () => {
    const deck = await read([{ text: 'Prometheus', y: 460, size: 36, spacing: 14 }])
    expect(deck.pages[0]).toEqual({ page: 1, title: 'Prometheus', text: '' })
  })

  it('keeps the lines of code apart', async () => {
    const deck = await read([
      { text: 'The query', y: 460, size: 36 },
      { text: 'sum by (queue) (rate(', y: 390, size: 16, code: true },
      { text: '  jobs_total[5m]))', y: 370, size: 16, code: true },
    ])
    expect(deck.pages[0]?.text).toBe('sum by (queue) (rate(\njobs_total[5m]))')
  })

  it('reads letters that are painted twice once', async () => {
    const deck = await read([
      { text: 'Bold', x: 60, y: 460, size: 36 },
      { text: 'Bold', x: 61, y: 460, size: 36 },
    ])
    expect(deck.pages[0]?.title).toBe('Bold')
  })

  it('names pages without words, and pages whose font lies', async () => {
    const deck = await read(
      slide('One', ['Words']),
      [],
      [{ text: 'a sentence of forty letters or even more', y: 300, lies: true }],
    )
    expect(deck.faults).toEqual([
      { kind: 'wordless', pages: [2] },
      { kind: 'unreadable', pages: [3] },
    ])
  })

  it('is damaged when it is none, and encrypted when it asks for a password', async () => {
    const text = new TextEncoder().encode('This is no PDF at all.')
    expect(await readPdf(text, () => true)).toEqual({
      pages: [],
      pageCount: 0,
      faults: [{ kind: 'damaged' }],
    })
    const locked = makePdf([slide('Secret', ['Plan'])], { encrypted: true })
    expect((await readPdf(locked, () => true)).faults).toEqual([{ kind: 'encrypted' }])
  })

  it('keeps what was read when time is over', async () => {
    let left = 2
    const deck = await readPdf(
      makePdf([slide('One', ['First']), slide('Two', ['Second']), slide('Three', ['Third'])]),
      () => left-- > 0,
    )
    expect(deck.pages.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(deck.faults).toEqual([{ kind: 'too slow', pages: [3] }])
  })

  it('stops after 500 pages', async () => {
    const pages = Array.from({ length: 502 }, (_, at) =>
      slide(`Page ${'abcdefghij'[at % 10]}${at}`, [`Point ${at * 7}`]),
    )
    const deck = await read(...pages)
    expect(deck.pageCount).toBe(502)
    expect(deck.faults).toEqual([{ kind: 'too many pages', pages: [501] }])
  })
})
