import { expect, test } from 'vitest'
import { talksIn } from './talks-in.js'

test('cells that hold a talk each, the first of them as the head of their table', () => {
  const cell = (number: string, person: string, title: string, id: string) =>
    `${number} <br> <sup>${person}</sup> <br> [**${title}**](https://youtu.be/${id})`
  const text = `# 토크\n\n| ${cell('01', '솔방울', '배포와 되돌리기', 'aaaaaaaaaaa')} | ${cell('02', '도토리', '로그 남기기', 'bbbbbbbbbbb')} |\n|---|---|\n| ${cell('03', '올빼미', '알림 줄이기', 'ccccccccccc')} | ${cell('04', '하늬', '큐와 역압', 'ddddddddddd')} |\n`
  expect(talksIn(text)).toEqual([
    '배포와 되돌리기 | 솔방울 | https://youtu.be/aaaaaaaaaaa',
    '로그 남기기 | 도토리 | https://youtu.be/bbbbbbbbbbb',
    '알림 줄이기 | 올빼미 | https://youtu.be/ccccccccccc',
    '큐와 역압 | 하늬 | https://youtu.be/ddddddddddd',
  ])
})

test('cells that link the video by its address and by a word of its own before the title', () => {
  const cell = (person: string, title: string, id: string) =>
    `${person} <br> https://youtu.be/${id} <br> [영상](https://youtu.be/${id}) [**${title}**](https://youtu.be/${id})`
  const text = `# 토크\n\n| ${cell('솔방울', '배포와 되돌리기', 'aaaaaaaaaaa')} | ${cell('도토리', '로그 남기기', 'bbbbbbbbbbb')} |\n|---|---|\n| ${cell('올빼미', '알림 줄이기', 'ccccccccccc')} | ${cell('하늬', '큐와 역압', 'ddddddddddd')} |\n`
  expect(talksIn(text)).toEqual([
    '배포와 되돌리기 | 솔방울 | https://youtu.be/aaaaaaaaaaa',
    '로그 남기기 | 도토리 | https://youtu.be/bbbbbbbbbbb',
    '알림 줄이기 | 올빼미 | https://youtu.be/ccccccccccc',
    '큐와 역압 | 하늬 | https://youtu.be/ddddddddddd',
  ])
})

test('a column of numbers beside that of the titles', () => {
  const text =
    '# 밋업 20회\n\n| 세션 | 시간 | 주제 | 발표자 |\n|---|---|---|---|\n| 1 | 3:00 ~ 3:40 | 배포를 나누기 | 카카오 홍길동님 |\n| - | 3:40 ~ 3:50 | break time | - |\n| 2 | 3:50 ~ 4:30 | 로그 줄이기 | 네이버 이몽룡님 |\n'
  expect(talksIn(text)).toEqual(['배포를 나누기 | 홍길동 | ', '로그 줄이기 | 이몽룡 | '])
})

test('a talk that was given twice, and who spoke for a team', () => {
  const text =
    '# 스터디\n\n| 날짜 | 주제 | 발표자 | 자료 |\n|---|---|---|---|\n| 2018-03-10 | 스터디 소개 | 홍길동 | [자료](https://a.kr/1.pdf) |\n| 2018-05-26 | 스터디 소개 | 홍길동 | [자료](https://a.kr/2.pdf) |\n| 2018-06-09 | 중간 발표 | 이몽룡 팀 | [자료](https://a.kr/3.pdf) |\n'
  expect(talksIn(text)).toEqual([
    '스터디 소개 | 홍길동 | https://a.kr/1.pdf',
    '스터디 소개 | 홍길동 | https://a.kr/2.pdf',
    '중간 발표 | 이몽룡 팀 | https://a.kr/3.pdf',
  ])
})
