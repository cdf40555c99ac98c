import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextTip, tipOfDate, tipPool, tipReply } from '../../../src/answer/cards/tip.js'
import { keyOf } from '../../../src/answer/key.js'
import type { Tip } from '../../../src/knowledge/session.js'
import { library, talk, tip, tips } from '../../daily/library.js'

describe('the pool', () => {
  test('is the notes’ tips when they last for a fortnight', () => {
    expect(tipPool(library(tips(14), [talk('k8s')]))).toEqual(tips(14))
  })

  test('is filled with talks worth a second look when they do not', () => {
    const bare = talk('bare', { summary: [], passages: [] })
    const empty = talk('empty', { summary: [], passages: [], slides: [] })
    const sessions = [talk('k8s'), bare, empty, talk('closing', { kind: 'afterword' })]
    expect(tipPool(library(tips(13), sessions))).toEqual([
      ...tips(13),
      { id: 'session:2019/k8s', text: 'About k8s', session: talk('k8s') },
      { id: 'session:2019/bare', text: '', session: bare },
    ])
  })
})

describe('a talk in the pool', () => {
  test('does not say its speaker twice, and is never a note', () => {
    const summary = ['발표자: 김진웅님', '김진웅님의 발표입니다', 'OpenCensus로 분산 추적을 시작한 이야기']
    const named = talk('named', { summary })
    const alone = talk('alone', { summary: summary.slice(0, 2) })
    const sessions = [named, alone, talk('travel', { kind: 'note' })]
    expect(tipPool(library([], sessions)).map(({ id, text }) => [id, text])).toEqual([
      ['session:2019/named', 'OpenCensus로 분산 추적을 시작한 이야기'],
      ['session:2019/alone', ''],
    ])
  })
})

describe('the tip of a date', () => {
  test('is every tip once before one comes again', () => {
    const pool = tips(31)
    const days = Array.from({ length: 62 }, (_, day) => dateAfter(day))
    const seen = days.map((day) => tipOfDate(pool, day)?.id)
    expect(new Set(seen.slice(0, 31)).size).toBe(31)
    expect(seen.slice(31)).toEqual(seen.slice(0, 31))
  })

  test('does not depend on the order of the notes', () => {
    expect(tipOfDate([...tips(20)].reverse(), '2026-12-01')).toEqual(tipOfDate(tips(20), '2026-12-01'))
  })

  test('is nothing when there are no tips', () => {
    expect(tipOfDate([], '2026-12-01')).toBeUndefined()
  })
})

describe('a channel’s next tip', () => {
  test('is one it never got, or else the one it got longest ago', () => {
    const pool = tips(3)
    const sent = new Map([
      ['tip-1', 30],
      ['tip-2', 20],
    ])
    expect(nextTip(pool, sent, 'C1')).toEqual(tip('tip-3'))
    expect(nextTip(pool, new Map([...sent, ['tip-3', 40]]), 'C1')).toEqual(tip('tip-2'))
    expect(nextTip([], sent, 'C1')).toBeUndefined()
  })

  test('is not the same in every channel', () => {
    const firsts = Array.from({ length: 30 }, (_, index) => nextTip(tips(20), new Map(), `C${index}`)?.id)
    expect(new Set(firsts).size).toBeGreaterThan(5)
  })

  test('never repeats while another is left, whatever is added or removed in between', () => {
    const change = fc.record({ add: fc.nat({ max: 2 }), remove: fc.nat({ max: 2 }) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.string(), (changes, channel) => {
        let pool: readonly Tip[] = tips(5)
        let made = 5
        const lastSent = new Map<string, number>()
        for (const [day, { add, remove }] of changes.entries()) {
          const next = nextTip(pool, lastSent, channel)
          const unseen = pool.filter(({ id }) => !lastSent.has(id))
          if (next && unseen.length > 0) expect(lastSent.has(next.id)).toBe(false)
          const oldest = Math.min(...pool.map(({ id }) => lastSent.get(id) ?? -1))
          if (next) expect(lastSent.get(next.id) ?? -1).toBe(oldest)
          if (next) lastSent.set(next.id, day)
          const added = Array.from({ length: add }, () => tip(`tip-${++made}`))
          pool = [...pool.slice(remove), ...added]
        }
      }),
    )
  })
})

describe('a tip’s post', () => {
  test('says its line, its talk and its slides, once each', () => {
    const session = talk('k8s')
    expect(tipReply(tip('tip-1', session), 'en')).toEqual({
      parts: [
        { kind: 'small', line: [{ text: "Today's tip" }] },
        { kind: 'lead', line: [{ text: 'Text of tip-1' }] },
        { kind: 'heading', line: [{ text: 'Talk on k8s' }] },
        { kind: 'small', line: [{ text: "김진웅 · KOREA DevOps Meetup '19" }] },
      ],
      links: [{ label: 'Open slides', url: 'https://slides.example/k8s' }],
      buttons: [
        { label: 'See the talk', action: { kind: 'session', locale: 'en', session: keyOf('2019/k8s') } },
      ],
    })
  })

  test('leads to all talks when it belongs to none', () => {
    expect(tipReply(tip('tip-1'), 'ko')).toEqual({
      parts: [
        { kind: 'small', line: [{ text: '오늘의 팁' }] },
        { kind: 'lead', line: [{ text: 'Text of tip-1' }] },
      ],
      links: [],
      buttons: [{ label: '전체 발표', action: { kind: 'ask', locale: 'ko', text: 'sessions' } }],
    })
  })

  test('says that a talk without a summary is worth a second look', () => {
    expect(tipReply({ id: 'session:x', text: '' }, 'ko').parts[1]).toEqual({
      kind: 'lead',
      line: [{ text: '다시 보면 좋은 발표예요.' }],
    })
  })
})

function dateAfter(days: number): string {
  return new Date(Date.parse('2026-12-01T00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
}
