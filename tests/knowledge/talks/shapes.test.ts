import { expect, test } from 'vitest'
import { parsePost } from '../../../src/knowledge/post.js'
import { talksIn } from './talks-in.js'

const shapes: readonly (readonly [shape: string, text: string, talks: readonly string[]])[] = [
  [
    'a programme of two times, of which one names nobody',
    '# 행사 2020\n\n## 세션\n\n- 14:00 배포는 작게 - 홍길동\n- 15:00 로그는 적게\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 |  | '],
  ],
  [
    'a table of dates beside titles that link their slides',
    '# 모임\n\n| 날짜 | 무엇을 |\n|---|---|\n| 2020-01-02 | [배포를 작게 나누어 보기](https://speakerdeck.com/a/1) |\n| 2020-02-03 | [로그를 적게 남겨 보기](https://speakerdeck.com/a/2) |\n| 2020-03-04 | [알림을 셋만 두어 보기](https://speakerdeck.com/a/3) |\n',
    [
      '배포를 작게 나누어 보기 |  | https://speakerdeck.com/a/1',
      '로그를 적게 남겨 보기 |  | https://speakerdeck.com/a/2',
      '알림을 셋만 두어 보기 |  | https://speakerdeck.com/a/3',
    ],
  ],
  [
    'talks below a heading for the speakers, by their titles',
    '# 행사 2020\n\n## 발표자 소개\n\n### 배포는 작게 - 홍길동\n\n- a\n\n### 로그는 적게 - 이몽룡\n\n- b\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  ['nothing but a title and its lines', '# 배포는 작게\n\n- 나누어 내보낸다\n', ['배포는 작게 |  | ']],
  [
    'one talk, with its event in brackets before the title and its video above all headings',
    '# [컨퍼런스 2019 후기] 배포는 작게\n\nhttps://youtu.be/aaaaaaaaaaa\n\n## 왜\n\n느렸다.\n\n## 어떻게\n\n나누었다.\n',
    ['배포는 작게 |  | https://youtu.be/aaaaaaaaaaa'],
  ],
  [
    'titles in a sentence that begins with them, below times',
    '# 행사\n\n## 14:00 ~ 14:40\n\n"배포를 작게 나누기"라는 주제로 발표했다.\n\n- a\n\n## 15:00 ~ 15:40\n\n"로그를 적게 남기기"라는 주제로 발표했다.\n\n- b\n',
    ['배포를 작게 나누기 |  | ', '로그를 적게 남기기 |  | '],
  ],
  [
    'bold titles behind a line about the room, below times',
    '# 행사\n\n## 14:00 ~ 14:40\n\n본관에서 열렸습니다.\n\n**배포는 작게**\n\n- a\n\n## 15:00 ~ 15:40\n\n별관에서 열렸습니다.\n\n**로그는 적게**\n\n- b\n',
    ['배포는 작게 |  | ', '로그는 적게 |  | '],
  ],
  [
    'a single numbered talk below a heading for the talks',
    '# 행사\n\n## 세션\n\n세션 1: 배포는 작게\n\n나누어 내보낸다.\n\n## 후기\n\n좋았다.\n',
    ['배포는 작게 |  | '],
  ],
  [
    'a list of nothing but links to recordings',
    '# Watched\n\n## List\n\n- [배포는 작게](https://youtu.be/aaaaaaaaaaa)\n- [로그는 적게](https://youtu.be/bbbbbbbbbbb)\n- [Fewer alerts](https://youtu.be/ccccccccccc)\n',
    [
      '배포는 작게 |  | https://youtu.be/aaaaaaaaaaa',
      '로그는 적게 |  | https://youtu.be/bbbbbbbbbbb',
      'Fewer alerts |  | https://youtu.be/ccccccccccc',
    ],
  ],
  [
    'talks below a heading for the conference',
    '# 다녀온 이야기\n\n## KubeCon\n\n### 배포는 작게 - 홍길동\n\n- a\n\n### 로그는 적게 - 이몽룡\n\n- b\n\n## 마치며\n\n좋았다.\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'talks of uneven depth below a heading for the contents',
    '# 행사\n\n## 개요\n\n- 서울\n\n## 내용 요약\n\n#### 여는 말\n\n- 홍길동\n- 반갑습니다\n\n### 배포는 작게\n\n- 이몽룡\n- 나누어 내보낸다\n',
    ['여는 말 | 홍길동 | ', '배포는 작게 | 이몽룡 | '],
  ],
  [
    'the speaker in a quote',
    '# 행사\n\n## 세션\n\n### 배포는 작게\n\n> Acme Platform 홍길동\n\n글\n\n### 로그는 적게\n\n> Acme Data 이몽룡/성춘향\n\n글\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡, 성춘향 | '],
  ],
  [
    'a bold line with a handle and a name',
    '# 행사\n\n## Day 1\n\n### 배포는 작게\n\n**@gil 홍길동**\n\n글\n\n### 로그는 적게\n\n**@janedoe Jane Doe**\n\n글\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | Jane Doe | '],
  ],
  [
    'an italic sentence about the speaker',
    '# Trip report\n\n## Smaller deploys\n\n*Jane Doe talked about batch sizes at Acme.*\n\nText.\n\n## Fewer logs\n\n*John Roe showed what nobody reads.*\n\nText.\n',
    ['Smaller deploys | Jane Doe | ', 'Fewer logs | John Roe | '],
  ],
  [
    'a sentence that calls the speaker by name',
    '# 컨퍼런스 후기\n\n## 배포는 작게\n\n늘 궁금했던 길동님의 발표입니다.\n\n## 로그는 적게\n\n발표는 몽룡님이 해 주셨습니다.\n',
    ['배포는 작게 | 길동 | ', '로그는 적게 | 몽룡 | '],
  ],
  [
    'speakers behind only some of the titles',
    '# 후기\n\n## 오전\n\n### 여는 기조 강연 (홍길동 | 도토리)\n\n글\n\n### 하드웨어 이야기 (Ty Roe | Acme)\n\n글\n\n## 오후\n\n### 배포는 작게\n\n- a\n\n### 로그는 적게\n\n- b\n',
    ['여는 기조 강연 | 홍길동 | ', '하드웨어 이야기 | Ty Roe | ', '배포는 작게 |  | ', '로그는 적게 |  | '],
  ],
  [
    'affiliations between several speakers',
    '# Talks\n\n- [Smaller deploys](https://sched.example/1) - Ada Poe & Jane Doe, Acme\n- [Fewer logs](https://sched.example/2) - John Roe, Acme & Mary Major, Initech\n',
    [
      'Smaller deploys | Ada Poe, Jane Doe | https://sched.example/1',
      'Fewer logs | John Roe, Mary Major | https://sched.example/2',
    ],
  ],
  [
    'labels with brackets, dashes and "presented by"',
    '# 밋업 2020\n\n## 배포는 작게\n\n발표자(소속): 홍길동(도토리)\n\n글\n\n## 로그는 적게\n\n발표자 - 이몽룡\n\n글\n\n## Fewer alerts\n\nPresented by Jane Doe\n\nText.\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | ', 'Fewer alerts | Jane Doe | '],
  ],
  [
    'rows with columns known by their head',
    '# 밋업\n\n| 시간 | 세션 | 발표자 | 자료 |\n|---|---|---|---|\n| 19:00 | 배포는 작게 | 홍길동 | [PDF](https://a.kr/1.pdf) |\n| 20:00 | 쉬는 시간 | | |\n| 20:10 | 로그는 적게 | 이몽룡 | |\n',
    ['배포는 작게 | 홍길동 | https://a.kr/1.pdf', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'rows with columns known by what is in them',
    '# 밋업\n\n|  |  |  |\n|---|---|---|\n| 19:00 | 배포는 작게, 그리고 자주 | 홍길동 |\n| 20:00 | 로그는 적게, 그리고 짧게 | 이몽룡 |\n',
    ['배포는 작게, 그리고 자주 | 홍길동 | ', '로그는 적게, 그리고 짧게 | 이몽룡 | '],
  ],
  [
    'a table in HTML, its cells over several rows',
    '# Meetups\n\n<table><thead><tr><th>Date</th><th>Speaker</th><th>Title</th></tr></thead><tbody><tr><td rowspan=2>2020-01-01</td><td>Jane Doe</td><td><a href=https://a.kr/1.pdf>Smaller deploys</a></td></tr><tr><td>John Roe</td><td>Fewer &amp; shorter logs</td></tr></tbody></table>\n',
    ['Smaller deploys | Jane Doe | https://a.kr/1.pdf', 'Fewer & shorter logs | John Roe | '],
  ],
  [
    'items with their facts below them',
    '# 밋업\n\n## 주제 소개\n\n* 배포는 작게\n  * 발표자: 홍길동 ([도토리](https://a.kr))\n  * 나누어 내보낸다\n\n* 로그는 적게\n  * 발표자: 이몽룡\n  * 줄인다\n\n## 발표자 소개\n\n### 홍길동\n\n* 도토리에서 일한다\n\n### 이몽룡\n\n* 쓰는 사람\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'lines that are links, below dates',
    '# 소모임\n\n## 2024년\n\n### 2024년 9월 3일\n[모임 링크](https://meet.example/1)  \n[배포는 작게 - 홍길동](https://docs.google.com/presentation/d/1/edit)\n\n### 2024년 7월 2일\n[모임 링크](https://meet.example/2)  \n로그는 적게 - 이몽룡(도토리) [자료 없음]\n',
    ['배포는 작게 | 홍길동 | https://docs.google.com/presentation/d/1/edit', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'folds that count the talks',
    '# 밋업\n\n<details><summary>세션 1. 배포는 작게 - 홍길동</summary>\n\n- a\n\n</details>\n\n<details><summary>세션 2. 로그는 적게 - 이몽룡</summary>\n\n- b\n\n</details>\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'headings that are only a time',
    '# 행사 2025\n\n## 세션 요약\n\n### 09:20 ~ 09:50\n**배포는 작게**  \n홍길동 | 도토리 의장\n- a\n\n### 10:00 ~ 10:40\n**로그는 적게**  \n이몽룡 | 다람쥐 CEO\n- b\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'headings that only count',
    '# Day 1\n\nSummarizes day 1 of the AcmeConf 2021.\n\n## Talk 1\n\n__Topic__: Smaller deploys\n\n- a\n\n## Talk 2\n\n__Topic__: Fewer logs\n\n- b\n',
    ['Smaller deploys |  | ', 'Fewer logs |  | '],
  ],
  [
    'links in prose, with quoted titles',
    '첫날 들은 것 중에는 [“배포는 작게, 로그는 적게”](https://conf.example/1)가 좋았다.\n\n둘째 날은 홍길동님의 ["기계가 쓰는 편지 이야기"](https://conf.example/2)로 시작했다.\n',
    [
      '배포는 작게, 로그는 적게 |  | https://conf.example/1',
      '기계가 쓰는 편지 이야기 | 홍길동 | https://conf.example/2',
    ],
  ],
  [
    'embedded slides with their titles',
    '들은 것을 적는다.\n\n<iframe src="//www.slideshare.net/slideshow/embed_code/key/aaaaaa"> </iframe> <div><strong><a href="//www.slideshare.net/acme/deploys" title="[101]배포는 작게" target=_blank>[101]배포는 작게</a></strong> from <strong><a href="https://www.slideshare.net/acme">ACME</a></strong></div>\n\n- 좋았다\n\n<iframe src="//www.slideshare.net/slideshow/embed_code/key/bbbbbb"> </iframe> <div><strong><a href="//www.slideshare.net/acme/logs">[102]로그는 적게</a></strong> from <strong><a href="https://www.slideshare.net/acme">ACME</a></strong></div>\n\n- 짧았다\n',
    [
      '배포는 작게 |  | https://www.slideshare.net/slideshow/embed_code/key/aaaaaa https://www.slideshare.net/acme/deploys',
      '로그는 적게 |  | https://www.slideshare.net/slideshow/embed_code/key/bbbbbb https://www.slideshare.net/acme/logs',
    ],
  ],
  [
    'rules between talks',
    '배포는 작게. -나눈 이야기\n\n나누어 내보낸다고 한다. 그래서 밤에 잔다.\n\n----\n\nJane Doe. Fewer logs.\n\n읽지 않는 로그는 지운다.\n\n----\n\n지표는 셋이면 된다\n\n셋만 본다.\n',
    ['Fewer logs | Jane Doe | ', '지표는 셋이면 된다 |  | '],
  ],
  [
    'a person with a quoted title',
    "# 모임 후기\n\n## 홍길동님 '배포는 작게'\n\n글\n\n## 이몽룡님 '로그는 적게'\n\n글\n",
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'a person behind the link',
    '# Talks\n\n## March 2020\n\n- [Smaller deploys](https://speakerdeck.com/jane/deploys) from [Jane Doe](https://jane.example)\n- [Fewer logs](https://speakerdeck.com/john/logs) by [John Roe](https://john.example)\n',
    [
      'Smaller deploys | Jane Doe | https://speakerdeck.com/jane/deploys',
      'Fewer logs | John Roe | https://speakerdeck.com/john/logs',
    ],
  ],
  [
    'names before titles, with work behind an at sign',
    '# 모임\n\n## `3rd meetup`\n\n- **주최**\n  - [2024년 5월 2일 / 도토리](https://meet.example/3)\n- **주제**\n  - 발표\n    - [`홍길동@도토리`](https://a.kr)님 - [**배포는 작게**](https://docs.google.com/presentation/d/3/edit)\n  - 라이트닝 토크\n    - 이몽룡님 - **로그는 적게**\n      - [YouTube](https://youtu.be/33333)\n',
    [
      '배포는 작게 | 홍길동 | https://docs.google.com/presentation/d/3/edit',
      '로그는 적게 | 이몽룡 | https://youtu.be/33333',
    ],
  ],
  [
    'shortcodes that state a talk',
    '# 밋업\n\n{{< talk title="배포는 작게" speaker="홍길동" slides="https://a.kr/1.pdf" >}}\n\n{% include talk.html title="로그는 적게" speaker="이몽룡" video="https://youtu.be/abcde" %}\n',
    ['배포는 작게 | 홍길동 | https://a.kr/1.pdf', '로그는 적게 | 이몽룡 | https://youtu.be/abcde'],
  ],
  [
    'players of a site generator',
    '# 밋업\n\n## 배포는 작게\n\n{{< youtube abcdefghijk >}}\n\n## 로그는 적게\n\n{% youtube lmnopqrstuv %}\n',
    [
      '배포는 작게 |  | https://www.youtube.com/watch?v=abcdefghijk',
      '로그는 적게 |  | https://www.youtube.com/watch?v=lmnopqrstuv',
    ],
  ],
  [
    'letters before titles',
    "# Conf 2022\n\n## A. What's small?\n\n* speaker: Jane Doe\n* a\n\n## B. Ethan Roe and the missing logs\n\n* speaker: Ethan Roe\n* b\n",
    ["What's small? | Jane Doe | ", 'Ethan Roe and the missing logs | Ethan Roe | '],
  ],
  [
    'a label that gives a talk another title than its heading',
    '# FORWARD\n\n### GOODS\n\n컵을 받았다\n\n### 무대 뒤에서\n- 세션 [배포는 작게](https://conf.example/1)\n\n좋았다\n\n### 로그\n- 세션 : [로그는 적게](https://conf.example/2)\n- 좋았다\n\n### LUNCH BOX\n\n맛있다\n',
    ['배포는 작게 |  | https://conf.example/1', '로그는 적게 |  | https://conf.example/2'],
  ],
  [
    'lists below lines that name a day',
    '다녀왔다.\n\n**첫째날**\n\n- 배포는 작게\n  - 나누어 내보낸다.\n- 로그는 적게\n  - 줄인다.\n\n**둘째날**\n\n- 지표는 셋\n  - 셋만 본다.\n',
    ['배포는 작게 |  | ', '로그는 적게 |  | ', '지표는 셋 |  | '],
  ],
  [
    'addresses as items below their titles, and conferences as lines',
    '## 영상 모음\n\nConf 2019\n- 배포는 작게\n- https://youtu.be/aaaaa\n\nConf 2020\n- 로그는 적게\n- https://youtu.be/bbbbb\n',
    ['배포는 작게 |  | https://youtu.be/aaaaa', '로그는 적게 |  | https://youtu.be/bbbbb'],
  ],
  [
    'bold titles with their speakers in sentences',
    '# Trip report\n\n## Day 1\n\nThe keynote **Smaller deploys by Jane Doe** was fun.\n\n## Day 2\n\nI learned from **Fewer logs by John Roe and Mary Major** what to delete.\n',
    ['Smaller deploys | Jane Doe | ', 'Fewer logs | John Roe, Mary Major | '],
  ],
  [
    'a line below the title that links it, and says from whom it is',
    '# Conf\n\n## Smaller deploys\n\n<iframe src="https://deck.example/1"></iframe>\n\n[Smaller deploys](https://deck.example/one) from [Jane Doe](https://jane.example)\n\n## Fewer logs\n\n[Fewer logs](https://deck.example/two) from [John Roe](https://john.example)\n',
    [
      'Smaller deploys | Jane Doe | https://deck.example/1 https://deck.example/one',
      'Fewer logs | John Roe | https://deck.example/two',
    ],
  ],
  [
    'accounts as speakers, in German',
    '# Talks\n\n### Mai 2016\n\n- [x] [Smaller deploys](https://deck.example/1) (von [@jane](https://git.example/jane))\n- [x] [Fewer logs](https://deck.example/2) (von [@john](https://git.example/john) und [@mary](https://git.example/mary))\n',
    ['Smaller deploys | jane | https://deck.example/1', 'Fewer logs | john, mary | https://deck.example/2'],
  ],
  [
    'links with a space before their id',
    '# Meetup\n\n### January 2018\n\n* [News](2018-01/news.md)\n* Smaller deploys by [Jane Doe] [jane]\n    * [Slides] [1]\n\n[jane]: https://jane.example\n[1]: https://deck.example/1\n',
    ['Smaller deploys | Jane Doe | https://deck.example/1'],
  ],
  [
    'chapters, and speakers behind a dash in French',
    '# Conf 2025\n\n### Chapitre 1 : Petits pas - Jeanne Dupont et Paul Martin\n\nTexte.\n\n### Chapitre 2 : Moins de logs - Anne Moreau\n\nTexte.\n',
    ['Petits pas | Jeanne Dupont, Paul Martin | ', 'Moins de logs | Anne Moreau | '],
  ],
  [
    'columns whose names have several words, and rows without a title',
    '# Meetups\n\n| Date | Meetup Topic | Speaker(s) | Talk Slides |\n|---|---|---|---|\n| 2020-01-07 | Smaller deploys | [@jane](https://git.example/jane) [@john](https://git.example/john) | [Deck](https://deck.example/1) |\n| 2020-01-14 | | | |\n| 2020-01-21 | Fewer logs | Core Team | |\n',
    ['Smaller deploys | jane, john | https://deck.example/1', 'Fewer logs | Core Team | '],
  ],
  [
    'numbers with a hash sign, and headings for the speaker and the contents of each talk',
    '# 모임 2019\n\n## #1 배포는 작게\n### 발표자\n- 홍길동, 도토리컴퍼니\n\n### 발표 내용\n- 이직 계기\n  - 제안이 왔다\n- 셀프 질문\n  - 나는 누구인가\n\n## #2 로그는 적게\n### 발표자\n- 이몽룡\n\n### 발표 내용\n- 줄이자\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | '],
  ],
  [
    'a story without talks',
    '---\ntitle: "Acme Meetup \'18"\ndate: 2018-01-13 08:00:00\n---\n2018년 1월 13일 도토리 본사에서 진행한 모임에 다녀왔다.\n\n재미있었다.\n\n### 사은품 후기\n\n컵을 받았다.\n',
    [],
  ],
  [
    'a name linked in a line of its own, behind “from”',
    '# 행사\n\n## 배포는 작게\n\nfrom [홍길동](https://a.kr/hong)\n\n글\n\n## 로그는 적게\n\nfrom [Jane Doe](https://a.kr/jane)\n\n글\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | Jane Doe | '],
  ],
  [
    'an address below each item of a list',
    '# 컨퍼런스 영상\n\nConf 2022\n- 배포는 작게\n- https://a.kr/1\n- 로그는 적게\n- https://a.kr/2\n\nConf 2023\n- 지표는 셋\n- https://a.kr/3\n',
    ['배포는 작게 |  | https://a.kr/1', '로그는 적게 |  | https://a.kr/2', '지표는 셋 |  | https://a.kr/3'],
  ],
  [
    'a table whose only other column is one of dates',
    '# 모임\n\n## Previous Meetups\n\n| Date | Info |\n|---|---|\n| 2026-08-10 | Recording [Night - August 2026](https://youtu.be/aaaaaaaaaaa) |\n| | Ship it small by Jane Doe ([Slides](https://a.kr/1.pdf)) |\n| 2026-06-08 | (no recording) |\n| | Log less by John Roe ([Slides](https://a.kr/2.pdf)) ([Demo Code](https://a.kr/2)) |\n| | Three figures by Alba Poe ([Slides](https://a.kr/3.pdf)) |\n',
    [
      'Ship it small | Jane Doe | https://a.kr/1.pdf',
      'Log less | John Roe | https://a.kr/2.pdf',
      'Three figures | Alba Poe | https://a.kr/3.pdf',
    ],
  ],
  [
    'a table of dates and titles',
    '# 모임\n\n| 일자 | 제목 | 구분 |\n|---|---|---|\n| 2024.02.22 | 배포는 작게 | 세미나 |\n| 2023.11.22 | 로그는 적게 | 밋업 |\n| 2023.10.20 | 지표는 셋 | 밋업 |\n',
    ['배포는 작게 |  | ', '로그는 적게 |  | ', '지표는 셋 |  | '],
  ],
  [
    'a programme with a column for each track, and names in lines of their own',
    '# 행사\n\n| 시간 | Track A | Track B |\n|---|---|---|\n| 13:00 | 참가 확인 |\n| 14:00 | 배포는 작게 - 홍길동 | 로그는 적게 - 이몽룡 |\n| 15:00 | 쉬어 가기 |\n| 16:00 | 지표는 셋<br>성춘향 | 알림은 하나<br>박훈 |\n',
    ['배포는 작게 | 홍길동 | ', '로그는 적게 | 이몽룡 | ', '지표는 셋 | 성춘향 | ', '알림은 하나 | 박훈 | '],
  ],
  [
    'talks that front matter lists',
    '---\ntitle: Night\ntalks:\n  - title: Ship it small\n    speaker:\n      name: Jane Doe\n  - title: Log less\n    speakers: [John Roe, Alba Poe]\n    slides: https://a.kr/2.pdf\n---\n\n## Watch the recording\n\nhttps://youtu.be/aaaaaaaaaaa\n\n## How to join us online\n\nClick.\n',
    ['Ship it small | Jane Doe | ', 'Log less | John Roe, Alba Poe | https://a.kr/2.pdf'],
  ],
  [
    'the page of one talk',
    '---\ntitle: 배포는 작게\nspeakers:\n  - name: 홍길동\n    org: 네이버\nmaterials:\n  - https://a.kr/1.pdf\n---\n\n## 개요\n\n나누어 내보낸다.\n',
    ['배포는 작게 | 홍길동 | https://a.kr/1.pdf'],
  ],
  [
    'headings beside those that hold the talks',
    '# 모임\n\n## Next\n\nIn May.\n\n## Format\n\n- five minutes\n\n## Past talks\n\n- Ship it small by Jane Doe\n- Log less by John Roe\n',
    ['Ship it small | Jane Doe | ', 'Log less | John Roe | '],
  ],
  [
    'months below years, and titles in links of two lines',
    '# 컨퍼런스\n\n## 2023\n\n### March\n\n**[배포는 작게  \n(Ship it small)](https://a.kr/1)**\n\n[![Ship it small](https://a.kr/1.png)](https://youtu.be/aaaaaaaaaaa)\n\n글\n\n### April\n\n**[로그는 적게  \n(Log less)](https://a.kr/2)**\n\n[![Log less](https://a.kr/2.png)](https://youtu.be/bbbbbbbbbbb)\n',
    ['배포는 작게 |  | https://youtu.be/aaaaaaaaaaa', '로그는 적게 |  | https://youtu.be/bbbbbbbbbbb'],
  ],
  [
    'who speaks in the first line of a link, and the title in its second',
    '# Report\n\n## Day 1\n\n[Jane Doe (Acme)\nShip it small](https://a.kr/1)\n\n[John Roe\nLog less, and read it](https://a.kr/2)\n',
    ['Ship it small | Jane Doe | https://a.kr/1', 'Log less, and read it | John Roe | https://a.kr/2'],
  ],
  [
    'a programme as a list, below an event with its date',
    '# Meetups\n\n### One year of meetups\n\n- Date: 30 January, 2020 at 17:00\n\n#### Agenda\n\n- 17:00 - 17:15: Arrive and sit down\n- 17:15 - 17:55: Ship it small\n  - Jane Doe [@jane](https://a.kr/jane), [Blue Sky](https://a.kr), [Contact](https://a.kr/c)\n- 18:00 - 18:30: Food and drinks\n- 18:30 - 18:55: Log less\n  - John Roe [@roe](https://a.kr/roe), [Acme](https://a.kr)\n  - Slides: https://a.kr/2.pdf\n- 19:00: See you next time\n\n### Winter evening\n\n- Date: 4 December, 2019 at 17:45\n\n#### Agenda\n\n- 18:15 - 18:45: Three figures\n  - Alba Poe [@poe](https://a.kr/poe), [Acme](https://a.kr)\n',
    [
      'Ship it small | Jane Doe | ',
      'Log less | John Roe | https://a.kr/2.pdf',
      'Three figures | Alba Poe | ',
    ],
  ],
  [
    'a date whose talk names nobody, among dates whose talks do',
    '# Talks\n\n## Slides of our talks\n\n### Mai 2016\n\n- [Ship it small](https://a.kr/1) (von Jane Doe)\n- [Log less](https://a.kr/2) (von John Roe)\n\n### April 2016\n\n- [Three figures](https://a.kr/3) (von Alba Poe)\n- [One alert](https://a.kr/4) (von Carl Moe)\n\n### März 2016\n\n- [Cut the queue](https://a.kr/5) (von Dora Noe)\n- [Sleep at night](https://a.kr/6) (von Emil Voe)\n\n### Februar 2016\n\n- [Boring tools](https://a.kr/7)\n- [Small teams](https://a.kr/8)\n',
    [
      'Ship it small | Jane Doe | https://a.kr/1',
      'Log less | John Roe | https://a.kr/2',
      'Three figures | Alba Poe | https://a.kr/3',
      'One alert | Carl Moe | https://a.kr/4',
      'Cut the queue | Dora Noe | https://a.kr/5',
      'Sleep at night | Emil Voe | https://a.kr/6',
      'Boring tools |  | https://a.kr/7',
      'Small teams |  | https://a.kr/8',
    ],
  ],
  [
    'a date and a linked name before each title, which may go on in the next line',
    '# Group\n\n## 2019 meetups\n\n* 2019-03-28 - [Jane Doe](https://a.kr/jane) - Ship it small and\n  ship it often\n* 2019-02-28 - [John Roe](https://a.kr/roe) - Log less\n  ([slides](https://a.kr/2.pdf))\n',
    ['Ship it small and ship it often | Jane Doe | ', 'Log less | John Roe | https://a.kr/2.pdf'],
  ],
  [
    'accounts before titles, and the account of one speaker among names',
    '# Lightning\n\n## Past talks\n\n### June 30th 2015\n\n- jdoe: Ship it small\n- roe: Log less\n\n## List of talks\n\n- [Three figures](https://a.kr/3.txt) - Alba Poe\n- [One alert](https://a.kr/4.txt) - Carl Moe\n- [Cut the queue](https://a.kr/5.txt) - Dora Noe\n- [Sleep at night](https://a.kr/6.txt) - Emil Voe\n- [Boring tools](https://a.kr/7.txt) - glow\n',
    [
      'Ship it small | jdoe | ',
      'Log less | roe | ',
      'Three figures | Alba Poe | https://a.kr/3.txt',
      'One alert | Carl Moe | https://a.kr/4.txt',
      'Cut the queue | Dora Noe | https://a.kr/5.txt',
      'Sleep at night | Emil Voe | https://a.kr/6.txt',
      'Boring tools | glow | https://a.kr/7.txt',
    ],
  ],
  [
    'headings that only count, and bold titles in sentences below',
    '---\ntitle: 발표 영상\n---\n\n{: .important }\n## 2021 축제: 기조강연 3\n회사의 홍길동 개발자가 **배포는 작게**라는 제목으로 기조 강연을 진행했습니다.\n<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa"></iframe>\n\n---\n\n{: .important }\n## 2020 축제: 트랙 1 > 세션 1\n**로그는 적게**를 주제로 패널 토의를 했습니다.\n<iframe src="https://www.youtube.com/embed/bbbbbbbbbbb"></iframe>\n',
    [
      '배포는 작게 | 홍길동 | https://www.youtube.com/embed/aaaaaaaaaaa',
      '로그는 적게 |  | https://www.youtube.com/embed/bbbbbbbbbbb',
    ],
  ],
]

test.each(shapes)('%s', (_, text, talks) => {
  expect(talksIn(text)).toEqual(talks)
})

test('relative links are resolved against a base, and named where there is none', () => {
  const text = '# 밋업\n\n## 배포는 작게 - 홍길동\n\n- [발표 자료](slides/1)\n'
  expect(talksIn(text, 'https://a.kr/meetups/')).toEqual([
    '배포는 작게 | 홍길동 | https://a.kr/meetups/slides/1',
  ])
  expect(talksIn(`---\nmeetup: 밋업\nlinks: https://b.kr/x/\n---\n${text}`, 'https://a.kr/')).toEqual([
    '배포는 작게 | 홍길동 | https://b.kr/x/slides/1',
  ])
  expect(parsePost(text, 'post.md').findings).toEqual([
    {
      file: 'post.md',
      line: 5,
      level: 'warning',
      message:
        '"slides/1" can be opened by nobody: the address is relative. Say where relative addresses begin: "links: https://…" in front matter',
    },
  ])
})

test('slides that nobody can open are kept as written, for those who check the notes', () => {
  const text =
    '# 모임\n\n## 배포는 작게 - 홍길동\n\n[slides](talks/ship.md) [영상](talks/ship.mp4) [사진](talks/1.png)\n\n## Slides\n\n- [로그는 적게](talks/log.pdf) - 이몽룡\n'
  const [post] = parsePost(text, 'post.md').meetups
  expect(
    post?.sessions.map(({ title, slides, unopened }) => [title, slides, unopened?.map(({ url }) => url)]),
  ).toEqual([
    ['배포는 작게', [], ['talks/ship.md', 'talks/ship.mp4']],
    ['로그는 적게', [], ['talks/log.pdf']],
  ])
})

test.each(
  '후기, 소감, 느낀 점, 느낌, 마치며, 마치고, 마무리, 마무리하며, 나가며, 끝으로, 맺음말, 맺는말, 맺으며, 총평, 회고, 결론, 에필로그, 배운 점, 좋았던 점, 한줄평, Wrap-up, Takeaways, Conclusion, Closing thoughts, Impressions, Epilogue, References'.split(
    ', ',
  ),
)('takes a last section for an afterword: %s', (name) => {
  const text = `# 모임\n\n## 배포는 작게\n\n- 하루에 한 번\n\n## 로그는 적게\n\n- 모아서 본다\n\n## ${name}\n\n- 다음에도 가야겠다\n`
  const [post] = parsePost(text, 'post.md').meetups
  expect(post?.sessions.map(({ kind, title }) => [kind, title])).toEqual([
    ['talk', '배포는 작게'],
    ['talk', '로그는 적게'],
    ['afterword', name],
  ])
})
