import { describe, expect, it } from 'vitest'
import { chapterAt, readChapters } from '../../../src/knowledge/recordings/chapters.js'

describe('chapters', () => {
  it('are lines that begin or end with a time', () => {
    const lines = [
      '발표 영상입니다.',
      '00:00 시작',
      '- [12:30] Prometheus',
      '1:02:05 - 질문과 답',
      '구독 부탁드립니다',
    ]
    expect(readChapters(lines)).toEqual([
      { seconds: 0, title: '시작' },
      { seconds: 750, title: 'Prometheus' },
      { seconds: 3725, title: '질문과 답' },
    ])
    expect(readChapters(['Hello 0:00', 'Queues 3:10', 'Bye 9:00'])[1]).toEqual({
      seconds: 190,
      title: 'Queues',
    })
  })

  it('are none where fewer than three lines have a time, or where times go back', () => {
    expect(readChapters(['10:00 Doors open', '10:30 Welcome'])).toEqual([])
    expect(readChapters(['19:00 Doors', '19:30 Talk', '9:00 Breakfast'])).toEqual([])
  })

  it('hold every second from their own on', () => {
    const chapters = [
      { seconds: 30, title: 'One' },
      { seconds: 90, title: 'Two' },
    ]
    expect([0, 30, 89, 200].map((second) => chapterAt(chapters, second)?.title)).toEqual([
      undefined,
      'One',
      'One',
      'Two',
    ])
  })
})
