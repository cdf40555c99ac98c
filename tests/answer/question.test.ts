import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../src/answer/question.js'
import { codePoint } from '../code-point.js'

const isMeetup = (words: string) => words === '데브옵스 밋업'
const read = (text: string) => readQuestion(text, isMeetup)
const wish = (text: string) => {
  const { command, words } = read(text)
  return [command, words]
}

describe('readQuestion', () => {
  it.each([
    ['session monitoring', 'session', 'monitoring'],
    ['/devops session monitoring', 'session', 'monitoring'],
    ['@meetup-bot sessions', 'sessions', ''],
    ['@밋업봇 모니터링은 뭘로 했어요?', 'session', '모니터링은 뭘로 했어요?'],
    ['SESSION monitoring', 'session', 'monitoring'],
    ['검색 모니터링', 'session', '모니터링'],
    ['sessions', 'sessions', ''],
    ['session', 'sessions', ''],
    ['목록', 'sessions', ''],
    ['sessions 2019', 'sessions', '2019'],
    ['목록 데브옵스 밋업', 'sessions', '데브옵스 밋업'],
    ['slides', 'slides', ''],
    ['자료 쿠버네티스', 'slides', '쿠버네티스'],
    ['발표자 김진웅', 'speaker', '김진웅'],
    ['tip', 'tip', ''],
    ['팁', 'tip', ''],
    ['tips on 09:00 Asia/Seoul', 'tips', 'on 09:00 Asia/Seoul'],
    ['tips on', 'tips', 'on'],
    ['팁구독 off', 'tips', 'off'],
    ['tips', 'tips', 'status'],
    ['gaps', 'gaps', ''],
    ['질문 30일', 'gaps', '30일'],
    ['help', 'help', ''],
    ['', 'help', ''],
    ['  ', 'help', ''],
    ['/devops', 'help', ''],
  ])('takes %j for the command %s', (text, command, words) => {
    expect(wish(text)).toEqual([command, words])
  })

  it.each([
    'tips for saving cost',
    'tips on saving cost',
    '질문 있어요',
    'help me with terraform',
    'sessions about kubernetes',
    'tip jar ideas',
    '쿠버네티스는 언제 쓰나요?',
    '/etc/hosts 관리',
  ])('takes %j for a question', (text) => {
    expect(wish(text)).toEqual(['session', text])
  })

  it('reads commands that were typed in NFD', () => {
    expect(wish('자료 모니터링'.normalize('NFD'))).toEqual(['slides', '모니터링'])
  })

  it('takes filters and public:yes out of the words, wherever they stand', () => {
    expect(read('meetup:2019 slides speaker:"Park Hoon" 쿠버네티스 태그:CI/CD public:yes')).toEqual({
      command: 'slides',
      words: '쿠버네티스',
      filters: { meetup: '2019', speaker: 'Park Hoon', tag: 'CI/CD' },
      public: true,
    })
  })

  it('takes filters alone for a search', () => {
    expect(read('tag:CI/CD')).toEqual({
      command: 'session',
      words: '',
      filters: { tag: 'CI/CD' },
      public: false,
    })
  })

  it('keeps a bare word "public" and a filter without a value in the words', () => {
    expect(read('public cloud speaker:')).toEqual({
      command: 'session',
      words: 'public cloud speaker:',
      filters: {},
      public: false,
    })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (text) => Boolean(read(text))))
  })

  it('reads the beginning of what is longer than any message of Discord', () => {
    const { words } = read(`session ${'모니터링 '.repeat(8_000)}`)
    expect(words.length).toBeLessThanOrEqual(4_000)
    expect(words).toMatch(/^모니터링 /)
  })
})
