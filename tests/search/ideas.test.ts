import { describe, expect, it } from 'vitest'
import type { Session } from '../../src/knowledge/session.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { buildConcept, buildLibrary, buildMeetup, buildSession, buildSpeaker } from './build-library.js'

// Each idea of the search in its smallest archive: switched off, its test fails.

const concepts = [
  buildConcept('topic', ['모니터링', 'monitoring']),
  buildConcept('tool', ['OpenCensus'], { usedFor: ['모니터링'] }),
  buildConcept('topic', ['로그', 'log'], { isA: ['모니터링'] }),
  buildConcept('topic', ['블록체인', 'blockchain']),
  buildConcept('topic', ['이벤트 소싱', 'event sourcing']),
  buildConcept('problem', ['느린 쿼리', 'slow query'], { leadsTo: ['인덱스'] }),
  buildConcept('topic', ['인덱스', 'index']),
]

async function ask(question: string, sessions: readonly Session[]) {
  const index = await createSearchIndex({ ...buildLibrary(sessions), concepts })
  const { outcome, matches, missing } = index.search(question)
  return { outcome, missing, matches, titles: matches.map(({ session }) => session.title) }
}

const others = ['가을 나들이', 'Packing for a trip', '김치 담그기', 'Choosing a bicycle'].map((title) =>
  buildSession(title, ['아무 말이나 적어 둔다']),
)

describe('concepts', () => {
  it('lead to what is below them, after the talk that says the word, and tell the hop', async () => {
    const says = buildSession('모니터링 이야기', ['대시보드를 모니터링에 쓴다'])
    const below = buildSession('OpenCensus in production', ['spans and tags'])
    const found = await ask('모니터링', [below, says, ...others])
    expect(found.titles).toEqual([says.title, below.title])
    expect(found.matches.map(({ via }) => via)).toEqual([
      undefined,
      [{ asked: '모니터링', found: 'OpenCensus' }],
    ])
  })

  it('are sought by the shorter of two equal names where the longer adds a word', async () => {
    const names = buildConcept('topic', ['관제', '모니터링', '인프라 모니터링'])
    const talks = [buildSession('모니터링'), buildSession('인프라 모니터링'), ...others]
    const index = await createSearchIndex({ ...buildLibrary(talks), concepts: [names] })
    const [word] = index.explain('관제').words
    expect(word?.meanings.map(({ source, terms }) => [source, terms.at(-1)])).toEqual([
      ['as written', '관제'],
      ['equal name', '모니터링'],
    ])
  })

  it('lead two steps down and no further', async () => {
    const chain = [
      buildConcept('topic', ['선박']),
      ...['요트', '카타마란', '트라이마란'].map((name, at, names) =>
        buildConcept('topic', [name], { isA: [names[at - 1] ?? '선박'] }),
      ),
    ]
    const talks = ['요트', '카타마란', '트라이마란'].map((name) => buildSession(`${name} 이야기`))
    const index = await createSearchIndex({ ...buildLibrary([...talks, ...others]), concepts: chain })
    expect(index.search('선박').matches.map(({ session }) => session.title)).toEqual([
      '요트 이야기',
      '카타마란 이야기',
    ])
  })

  it('lead from a problem to what it calls for', async () => {
    const found = await ask('slow queries?', [buildSession('인덱스 설계'), ...others])
    expect(found.titles).toEqual(['인덱스 설계'])
  })

  it('are found by what they are described with, as a guess', async () => {
    const labelling = buildConcept('topic', ['라벨링'], { about: ['사진에 사람이 하나하나 정답을 달다'] })
    const index = await createSearchIndex({
      ...buildLibrary([buildSession('라벨링 도구'), ...others]),
      concepts: [...concepts, labelling],
    })
    const { outcome, matches } = index.search('사진마다 정답 다는 거 귀찮아요')
    expect([outcome, matches.map(({ session, via }) => [session.title, via])]).toEqual([
      'unsure',
      [['라벨링 도구', [{ asked: '사진마다 정답 다는', found: '라벨링' }]]],
    ])
  })

  it('are found in words of their own, not in a piece of one', async () => {
    const found = await ask('모니터링', [buildSession('프로그램 만들기'), ...others])
    expect(found.titles).toEqual([])
  })

  it('that are known and in no talk give nothing, whatever else fits', async () => {
    const found = await ask('blockchain bicycle packing', [...others])
    expect([found.outcome, found.missing]).toEqual(['none', 'blockchain'])
  })

  it('that no session says where it would answer give nothing', async () => {
    const apart = buildSession('인재 이야기', ['이벤트를 열어 인재를 소싱하다'])
    const found = await ask('이벤트 소싱', [apart, ...others])
    expect([found.outcome, found.missing]).toEqual(['none', '이벤트 소싱'])
  })

  it('that only others say are not said to be in no talk', async () => {
    const by = (name: string) => ({ speakers: [buildSpeaker(name)] })
    const talks = [
      buildSession('이벤트 소싱', [], by('홍길동')),
      buildSession('인재 이야기', ['이벤트를 열어 인재를 소싱하다'], by('김철수')),
    ]
    const index = await createSearchIndex({ ...buildLibrary([...talks, ...others]), concepts })
    expect(index.search('이벤트 소싱', { speaker: '김철수' })).toEqual({ outcome: 'none', matches: [] })
  })

  it('are in a title that has their words apart, in any language', async () => {
    const cost = ['쿠버네티스 비용', '쿠버네티스, Kubernetes', '비용'].map((names) =>
      buildConcept('topic', names.split(', ')),
    )
    const talk = buildSession('Kubernetes를 적은 비용으로: 절반을 절감하다')
    const index = await createSearchIndex({ ...buildLibrary([talk, ...others]), concepts: cost })
    expect(index.search('쿠버네티스 비용 절감').matches[0]?.session).toBe(talk)
  })

  it('that the first session lacks leave its answer unsure', async () => {
    const talks = [buildSession('Bicycle packing for a trip'), buildSession('블록체인 이야기'), ...others]
    expect((await ask('bicycle packing trip', talks)).outcome).toBe('answered')
    const found = await ask('bicycle packing trip blockchain', talks)
    expect([found.outcome, found.titles[0]]).toEqual(['unsure', 'Bicycle packing for a trip'])
  })

  it('of several words are no answer by one of them', async () => {
    const found = await ask('이벤트 소싱', [buildSession('사내 이벤트 준비'), ...others])
    expect(found.outcome).toBe('none')
  })
})

describe('evidence', () => {
  it('comes before how often a word is said', async () => {
    const often = buildSession('Jenkins, Jenkins, Jenkins', ['Jenkins Jenkins', 'Jenkins again'])
    const both = buildSession('A long story of many things', [
      'Jenkins in front of a Harbor registry and more',
    ])
    expect((await ask('jenkins harbor', [often, both, ...others])).titles[0]).toBe(both.title)
  })

  it('is one stretch of a session, not words scattered over it', async () => {
    const parts = ['Jenkins', 'Harbor', 'Nomad', 'Sonar'].map((word) => ({
      path: [`About ${word}`],
      text: `${word} it is`,
    }))
    const scattered = buildSession('Everything at once', [], { passages: parts })
    const found = await ask('jenkins harbor nomad sonar', [scattered, ...others])
    expect([found.outcome, found.matches[0]?.score]).toEqual(['none', undefined])
  })

  it('reaches over some lines of notes, and not over a page of them', async () => {
    const apart = (lines: number) =>
      buildSession(`Notes of ${lines}`, [
        'Jenkins first',
        ...Array.from({ length: lines }, () => 'nothing of the kind was said in this line'),
        'Harbor last',
      ])
    const outcomes = [12, 28].map(
      async (lines) => (await ask('jenkins harbor', [apart(lines), ...others])).outcome,
    )
    expect(await Promise.all(outcomes)).toEqual(['answered', 'unsure'])
  })

  it('falls from the first session to the last, and is their order', async () => {
    const talks = ['jenkins harbor nomad', 'jenkins harbor', 'nomad', 'jenkins jenkins'].map((text, i) =>
      buildSession(`Talk ${i}`, [text]),
    )
    const scores = (await ask('jenkins harbor nomad', [...talks, ...others])).matches.map(
      ({ score }) => score,
    )
    expect(scores.length).toBeGreaterThan(1)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('weighs a word that nobody has as much as the rarest one', async () => {
    const talk = buildSession('Jenkins for everyone')
    const { matches } = await ask('jenkins zeppelin', [talk, ...others])
    expect(matches.map(({ score }) => score)).toEqual([0.5])
  })

  it('of a meetup that is named like the question is half of a talk that says so', async () => {
    const named = buildSession('Lunch', [], { meetup: buildMeetup({ id: 'b', title: 'Harbor day' }) })
    const said = buildSession('Harbor basics')
    const { matches } = await ask('harbor', [named, said, ...others])
    expect(matches.map(({ session }) => session.title)).toEqual(
      [said.title, named.title].slice(0, matches.length),
    )
    expect(matches[0]?.score).toBe(1)
  })

  it('of an employer is weak', async () => {
    const talk = buildSession('Lunch', [], { speakers: [buildSpeaker('홍길동 (하버상사)')] })
    expect((await ask('하버상사', [talk, ...others])).outcome).toBe('unsure')
    expect((await ask('홍길동', [talk, ...others])).outcome).toBe('answered')
  })
})

describe('order between equals', () => {
  it('puts a talk with notes before one without', async () => {
    const bare = buildSession('Jenkins', [], { id: '2020/bare' })
    const noted = buildSession('Jenkins', ['한 줄 메모'], { id: '2019/noted' })
    const found = await ask('jenkins', [bare, noted, ...others])
    expect(found.matches.map(({ session }) => session.id)).toEqual(['2019/noted', '2020/bare'])
  })

  it('puts a talk before a note', async () => {
    const note = buildSession('Jenkins', ['한 줄 메모'], { id: '2020/note', kind: 'note' })
    const talk = buildSession('Jenkins', ['한 줄 메모'], { id: '2019/talk' })
    const found = await ask('jenkins', [note, talk, ...others])
    expect(found.matches.map(({ session }) => session.id)).toEqual(['2019/talk', '2020/note'])
  })
})

describe('the frame of a question', () => {
  it.each([
    'Bun 발표한 사람 누구야?',
    'Bun 얘기했던 분이 누구였죠',
    'Bun 다룬 세션 추천해줘',
    'Bun은 어떻게들 쓰고 있나요?',
    'who talked about Bun?',
    'any good talks on Bun worth watching?',
    'Bun 발표 자료 있나요',
    'Bun 도입 사례',
  ])('sinks no sure answer: %s', async (question) => {
    const found = await ask(question, [
      buildSession('Bun in production'),
      buildSession('발표 자료 만들기'),
      ...others,
    ])
    expect([found.outcome, found.titles[0]]).toEqual(['answered', 'Bun in production'])
  })

  it.each([
    'could anybody please tell me about Bun?',
    "we aren't those who haven't Bun, and they wouldn't, or shouldn't?",
    'can you explain to us how it does with Bun?',
    'who did a show on Bun, and at which of our meetups?',
    'does somebody of us have anything on Bun?',
    'why should I let Bun have my share?',
    "don't they've some from when they had Bun in there?",
    "won't you tell, mustn't they, needn't we: what of Bun?",
    "isn't it for someone if we're to give the intro to Bun, as you'll say?",
    "if your session on Bun has no slides, whom doesn't it help, and didn't its video?",
    'would there be something by those who have Bun?',
    'where were these given, and whose was Bun?',
    "what will that do then, is Bun as it was, wasn't it, and hasn't or hadn't this presented it?",
    "I'd say I'm with those who couldn't use Bun: are there any that did not, or am I to tell them so?",
    'has anyone been into Bun, but with an overview better than their session?',
  ])('is made of glue, in English: %s', async (question) => {
    const { words } = (await createSearchIndex(buildLibrary([buildSession('Bun')]))).explain(question)
    expect(words.filter(({ role }) => role === 'topic').map(({ text }) => text)).toEqual(['bun'])
  })

  it.each([
    'Bun 하면 되나요?',
    'Bun 있어요, 없어요?',
    'Bun 보고 들은 분 있나요',
    'Bun 다룬 거 나와요?',
    'Bun 나눈 거 알려주세요',
    'Bun 알릴 만한 거 들려주세요',
    'Bun 보여줘',
    'Bun 가르쳐주세요',
    'Bun 찾아줘요',
    'Bun 해주세요',
    'Bun 주세요',
    'Bun 찾고 알고 싶은데요',
    'Bun 쓰는 분들이 만든 거',
    'Bun 가면 오나요',
    'Bun 볼만한가요',
    'Bun 들을만한 거',
    'Bun 이야기했어요?',
    'Bun 부르면 그래요?',
    'Bun 열리나요',
  ])('is made of verbs, in Korean: %s', async (question) => {
    const { words } = (await createSearchIndex(buildLibrary([buildSession('Bun')]))).explain(question)
    expect(words.filter(({ role }) => role !== 'frame').map(({ text }) => text)).toEqual(['bun'])
  })

  it.each(['house', 'hours', 'happy', 'hard'])(
    'counts a word of everyday speech for little: %s',
    async (word) => {
      const talks = [buildSession('Jenkins'), ...others]
      expect((await ask(`jenkins ${word}`, talks)).outcome).toBe('answered')
      // A word that the glossary has is meant.
      const index = await createSearchIndex(buildLibrary(talks, [[word, '하우스']]))
      expect(index.search(`jenkins ${word}`).outcome).toBe('unsure')
    },
  )

  it('counts predicates for little: nobody writes what goes wrong as it is asked', async () => {
    const found = await ask('Jenkins가 자꾸 멈춰버리는데요', [buildSession('Jenkins 운영'), ...others])
    expect(found.outcome).toBe('answered')
  })
})

describe('words', () => {
  it('are found over a space that somebody left out', async () => {
    const apart = buildSession('모바일 앱 출시', ['열흘이 걸렸다'])
    // Three of its pairs of syllables; 일앱 stands over the space.
    expect((await ask('모바일앱', [apart, ...others])).matches.map(({ score }) => score)).toEqual([0.75])
  })

  it('are found by their sound', async () => {
    expect((await ask('젠킨스', [buildSession('Jenkins'), ...others])).titles).toEqual(['Jenkins'])
  })

  it('are found by the two words that sound likest', async () => {
    const talks = ['The kernel', 'A channel', 'A canal'].map((title) => buildSession(title))
    expect((await ask('커널', [...talks, ...others])).titles).toEqual(['The kernel', 'A canal'])
  })

  it.each([
    ['쿠버 네티스', '쿠버네티스 운영'],
    ['sonar qube', 'SonarQube at work'],
    ['에이더블유에스', 'AWS 비용'],
  ])('are surely those that they are another way to write: %s', async (question, title) => {
    const found = await ask(question, [buildSession(title), ...others])
    expect([found.outcome, found.titles]).toEqual(['answered', [title]])
  })

  it('in Hangul are found in another spelling that sounds the same, and not by what is only like it', async () => {
    expect((await ask('네트웍', [buildSession('네트워크 운영'), ...others])).outcome).toBe('answered')
    expect((await ask('프로젝트', [buildSession('프라이젝트 운영'), ...others])).outcome).toBe('none')
  })

  it('in English are found by their stem', async () => {
    expect((await ask('deploying', [buildSession('Fast deployments'), ...others])).titles).toEqual([
      'Fast deployments',
    ])
  })

  it('that nobody knows are looked up eight times a question', async () => {
    const unknown = ['qwzzx', 'qwzzy', 'qwzzv', 'qwzzk', 'qwzzj', 'qwzzh', 'qwzzg', 'qwzzf']
    const talks = [buildSession('Jenkins'), ...others]
    const index = await createSearchIndex(buildLibrary(talks))
    const corrected = (question: string) =>
      index
        .explain(question)
        .words.some(({ meanings }) => meanings.some(({ source }) => source === 'corrected'))
    expect([corrected(`jenknis ${unknown.join(' ')}`), corrected(`${unknown.join(' ')} jenknis`)]).toEqual([
      true,
      false,
    ])
  })

  it('that are misspelt stand for the five most frequent that they may be', async () => {
    const words = ['jenkina', 'jenkinb', 'jenkinc', 'jenkind', 'jenkine', 'jenkinf']
    const talks = words.flatMap((word, at) => words.slice(at).map((_, i) => buildSession(`${word} ${i}`)))
    const index = await createSearchIndex(buildLibrary(talks))
    const corrected = index
      .explain('jenkinz')
      .words.flatMap(({ meanings }) =>
        meanings.flatMap(({ source, terms }) => (source === 'corrected' ? terms : [])),
      )
    expect(corrected).toEqual(words.slice(0, 5))
  })

  it('in Hangul that are misspelt stand for the three most frequent that they may be', async () => {
    const words = ['장관', '징관', '냉관', '맹관']
    const talks = words.flatMap((word, at) => words.slice(at).map((_, i) => buildSession(`${word} ${i}`)))
    const index = await createSearchIndex(buildLibrary(talks))
    const corrected = index
      .explain('쟁관')
      .words.flatMap(({ meanings }) =>
        meanings.flatMap(({ source, terms }) => (source === 'corrected' ? (terms[0] ?? []) : [])),
      )
    expect(corrected).toEqual(words.slice(0, 3))
  })

  it('of a romanised name find the person', async () => {
    const talk = buildSession('Lunch', [], { speakers: [buildSpeaker('김진웅')] })
    expect((await ask('jinwoong kim', [talk, ...others])).titles).toEqual(['Lunch'])
  })

  it('of two syllables are not taken for another in Hangul that sounds the same', async () => {
    const found = await ask('게시 절차', [buildSession('개시 일정'), ...others])
    expect(found.outcome).toBe('none')
  })

  it('that are known are never taken for another by sound or spelling', async () => {
    expect((await ask('블록체인', [buildSession('Blockchained bicycles'), ...others])).outcome).toBe('none')
  })
})
