import { describe, expect, it } from 'vitest'
import { readCaptions } from '../../../src/knowledge/recordings/captions.js'

const read = (text: string) => readCaptions(new TextEncoder().encode(text))

/** `75` as `00:01:15.000`. */
const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23)

const vtt = (...cues: readonly (readonly [from: number, to: number, text: string])[]) =>
  `WEBVTT\nKind: captions\nLanguage: ko\n\n${cues.map(([from, to, text]) => `${time(from)} --> ${time(to)} align:start position:0%\n${text}\n`).join('\n')}`

describe('captions', () => {
  it('become stretches of about 25 seconds that end with a sentence, with their second', async () => {
    const lines = ['오늘은 배포 이야기입니다.', '우리는 매주 한 번', '배포했습니다.', '그래서 늘 떨렸습니다.']
    const cues = Array.from({ length: 20 }, (_, at) => [at * 4, at * 4 + 4, lines[at % 4] ?? ''] as const)
    const { moments, seconds } = await read(vtt(...cues))
    expect(moments.map((moment) => moment.seconds)).toEqual([0, 20, 44, 64])
    expect(moments[1]?.text).toBe(
      '우리는 매주 한 번 배포했습니다. 그래서 늘 떨렸습니다. 오늘은 배포 이야기입니다. 우리는 매주 한 번 배포했습니다.',
    )
    expect(seconds).toBe(80)
  })

  it('say every line once when they roll, as those that YouTube makes', async () => {
    const { moments } = await read(
      vtt(
        [0, 2, ' \nso<00:00:00.480><c> we</c><00:00:00.960><c> moved</c>'],
        [2, 2.01, 'so we moved\n '],
        [2.01, 4, 'so we moved\nthe<00:00:02.500><c> queue</c>'],
        [4, 4.01, 'the queue\n '],
        [4.01, 6, 'the queue\nthe<00:00:04.500><c> queue</c>'],
        [6, 6.01, 'the queue\n '],
        [6.01, 8, 'the queue\nnever<00:00:06.500><c> sleeps</c>'],
      ),
    )
    expect(moments).toEqual([{ seconds: 0, text: 'so we moved the queue the queue never sleeps' }])
  })

  it('say a line once that grows word by word', async () => {
    const { moments } = await read(
      vtt(
        [0, 1, '한'],
        [1, 2, '한 번에'],
        [2, 3, '한 번에 하나만'],
        [3, 4, '한 번에 하나만 바꾼다'],
        [4, 5, '그리고'],
        [5, 6, '그리고 본다'],
      ),
    )
    expect(moments).toEqual([{ seconds: 0, text: '한 번에 하나만 바꾼다 그리고 본다' }])
  })

  it('keep what somebody really says twice', async () => {
    const { moments } = await read(
      vtt(
        [0, 1, '네'],
        [1, 2, '네'],
        [2, 4, '그렇습니다'],
        [4, 6, '질문 받겠습니다'],
        [6, 8, '앞에 계신 분'],
      ),
    )
    expect(moments[0]?.text).toBe('네 네 그렇습니다 질문 받겠습니다 앞에 계신 분')
  })

  it('join cues of one word', async () => {
    const words = 'The alert that nobody reads is not an alert'.split(' ')
    const { moments } = await read(vtt(...words.map((word, at) => [at, at + 0.9, word] as const)))
    expect(moments).toEqual([{ seconds: 0, text: 'The alert that nobody reads is not an alert' }])
  })

  it('lose styling, sounds, marks of speakers and credits', async () => {
    const { moments } = await read(
      '1\r\n00:00:01,000 --> 00:00:03,000\r\n<font color="#fff">{\\an8}<i>Hello</i></font> &amp; welcome\r\n\r\n' +
        '2\r\n00:00:03,000 --> 00:00:05,000\r\n>> [Applause]\r\n\r\n' +
        '3\r\n00:00:05,000 --> 00:00:07,000\r\n- [음악] 시작하겠습니다\r\n\r\n' +
        '4\r\n00:00:07,000 --> 00:00:09,000\r\n자막 제작: 한빛 모임\r\n\r\n' +
        '5\r\n00:00:09,000 --> 00:00:11,000\r\nTranscribed by a friend\r\n',
    )
    expect(moments).toEqual([{ seconds: 1, text: 'Hello & welcome 시작하겠습니다' }])
  })

  it('keep sentences that only sound like credits', async () => {
    const said = [
      'The log is transcribed by the machine, then read: that was the plan we made',
      '자막이 없는 영상은 찾을 수 없습니다',
    ]
    const { moments } = await read(vtt([0, 3, said[0] ?? ''], [3, 6, said[1] ?? '']))
    expect(moments[0]?.text).toBe(said.join(' '))
  })

  it('part where nobody speaks for a while', async () => {
    const { moments } = await read(vtt([0, 3, '첫 번째 이야기'], [60, 63, '두 번째 이야기']))
    expect(moments.map(({ seconds }) => seconds)).toEqual([0, 60])
  })

  it('are read in the encodings of older files, and with commas in WebVTT', async () => {
    const korean = Uint8Array.from([0xc7, 0xd1, 0xb1, 0xdb]) // 한글 in EUC-KR
    const head = new TextEncoder().encode('1\n00:00:01,000 --> 00:00:02,000\n')
    expect((await readCaptions(Uint8Array.from([...head, ...korean]))).moments[0]?.text).toBe('한글')
    expect((await read('WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nComma')).moments[0]?.text).toBe('Comma')
  })

  it('that are none, or have no words, say so', async () => {
    expect((await read('<html>Not found</html>')).faults).toEqual([{ kind: 'no captions' }])
    expect((await read(vtt([0, 1, '[음악]']))).faults).toEqual([{ kind: 'no words' }])
  })
})
