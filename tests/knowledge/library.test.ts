import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Finding, NotesError } from '../../src/knowledge/library.js'
import { loadLibrary } from '../../src/knowledge/load-library.js'
import { libraryOfTexts } from './library-of-texts.js'

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'notes-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

async function mistakesOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason: unknown) => reason)
  if (!(error instanceof NotesError)) throw new Error('expected a NotesError', { cause: error })
  return error.message
}

function linesOf(findings: readonly Finding[], folder: string): readonly string[] {
  return findings.map(({ file, line, message }) => `${file.replace(`${folder}/`, '')}:${line}: ${message}`)
}

describe('loadLibrary', () => {
  test('reads the posts of a folder, newest meetup first, and neither README nor hidden files', async () => {
    const folder = await folderWith({
      'a-2018.md': '# A 2018\n\n## one\n\n- x\n',
      'b-2020.md': '# B 2020\n\n## two\n\n- x\n\n## three\n\n- x\n',
      'README.md': '# not a post\n',
      '.draft.md': '# not a post\n',
    })
    const library = await loadLibrary(folder)
    expect(library.meetups.map(({ id, date }) => [id, date])).toEqual([
      ['b-2020', '2020'],
      ['a-2018', '2018'],
    ])
    expect(library.sessions.map((session) => session.id)).toEqual([
      'b-2020/two',
      'b-2020/three',
      'a-2018/one',
    ])
  })

  test('uses the shipped glossary where a folder has none, and its own where it has one', async () => {
    const post = { 'a.md': '## one\n\n- x\n' }
    const shipped = await loadLibrary(await folderWith(post))
    const own = await loadLibrary(await folderWith({ ...post, 'glossary.yml': '- [배포, deploy]\n' }))
    expect(shipped.glossary.length).toBeGreaterThanOrEqual(150)
    expect(own.glossary).toEqual([['배포', 'deploy']])
  })

  test('reads what is right, and names every mistake of every file', async () => {
    const folder = await folderWith({
      'a.md': '## one\n\n- x\n',
      'glossary.yml': '- [배포, deploy]\n- [release]\n- [Deploy, 릴리즈, ship]\n',
      'tips.md': '## nobody knows\n\n- a tip\n',
    })
    const { sessions, tips, glossary, findings } = await loadLibrary(folder)
    expect([sessions.map(({ id }) => id), tips.map(({ text }) => text), glossary]).toEqual([
      ['a/one'],
      ['a tip'],
      [
        ['배포', 'deploy'],
        ['릴리즈', 'ship'],
      ],
    ])
    expect(linesOf(findings, folder)).toEqual([
      'tips.md:1: no session is called "nobody knows", so its tips belong to none. Use a session\'s title as the heading',
      'glossary.yml:2: a group needs two terms or more',
      'glossary.yml:3: "Deploy" stands in line 1 already. Join the two groups, or take one out',
    ])
  })

  test('says what to do about a folder that is missing, none, empty or without a post', async () => {
    const empty = await folderWith({ 'tips.md': '- x\n' })
    expect(await mistakesOf(loadLibrary(join(empty, 'nowhere')))).toBe(
      `${join(empty, 'nowhere')}:1: there is no such file or folder. Correct the path`,
    )
    expect(await mistakesOf(loadLibrary(join(empty, 'tips.md')))).toBe(
      `${join(empty, 'tips.md')}:1: is no folder. Name the folder that holds the posts`,
    )
    expect(await mistakesOf(loadLibrary(empty))).toBe(
      `${empty}:1: no meetup post (*.md) in this folder. Add one, or name another folder`,
    )
  })

  test('tells files of one name apart, and says so where their talks have the same title', () => {
    const post = (path: string, ...titles: string[]) => {
      return { path, text: `# Meetup\n\n${titles.map((title) => `## ${title}\n\n- x\n`).join('\n')}` }
    }
    const { meetups, sessions, findings } = libraryOfTexts([
      post('2022/index.md', 'keynote', 'tracing'),
      post('2023/index.md', 'keynote', 'logging'),
      post('2024/index.md', 'profiling'),
    ])
    expect(new Set(meetups.map(({ id }) => id)).size).toBe(3)
    expect(sessions.map(({ id }) => id).toSorted()).toEqual([
      'index/keynote',
      expect.stringMatching(/^index\/keynote-[0-9a-f]{12}$/u),
      'index/logging',
      'index/profiling',
      'index/tracing',
    ])
    expect(sessions.every((session) => meetups.includes(session.meetup))).toBe(true)
    expect(findings).toEqual([
      {
        file: '2023/index.md',
        line: 1,
        level: 'warning',
        message:
          'has the name of "2022/index.md" and talks with the same titles, so their ids got a mark. Rename one of the files',
      },
    ])
  })
})

describe('a library of texts', () => {
  const post = (path: string, text: string) => ({ path, text })

  test('keeps ids when sessions change places, and tells equal titles apart by what they hold', () => {
    const [one, two, three] = ['## 소개 영상\n\n- 하나\n', '## 소개 영상\n\n- 둘\n', '## 배포\n\n- 셋\n']
    const idsOf = (...parts: (string | undefined)[]) =>
      libraryOfTexts([post('a.md', parts.join('\n'))]).sessions.map(({ id, passages }) => [
        passages[0]?.text,
        id,
      ])
    const ids = idsOf(one, two, three)
    expect(idsOf(three, two, one)).toEqual(ids.toReversed())
    expect(new Set(ids.map(([, id]) => id)).size).toBe(3)
    expect(ids[2]).toEqual(['셋', 'a/배포'])
  })

  test('cuts long ids to 60 characters, and keeps them apart', () => {
    const long =
      '아주 긴 제목을 가진 세션은 주소도 길어지기 마련이라서 끝을 잘라야만 합니다 그렇지요 정말로 그렇지요'
    const { sessions } = libraryOfTexts([
      post('a-file-with-a-name-that-is-much-too-long.md', `## ${long} 하나\n\nx\n\n## ${long} 둘\n\nx\n`),
    ])
    expect(sessions.map((session) => session.id.length <= 60)).toEqual([true, true])
    expect(sessions[0]?.id).not.toBe(sessions[1]?.id)
  })

  test('warns about a talk with neither notes nor slides, and slides that joined nothing', () => {
    const text =
      '# M 2019\n\n## 빈 세션\n\n## 배포 이야기\n\n- x\n\n## 세션 자료\n\n- 전혀 다른 것/홍길동\n    [자료](https://a.kr/1)\n'
    expect(libraryOfTexts([post('notes/a.md', text)]).findings).toEqual([
      {
        file: 'notes/a.md',
        line: 3,
        level: 'warning',
        message: '"빈 세션" has neither notes nor slides. Write a line about it, or link its slides',
      },
      {
        file: 'notes/a.md',
        line: 11,
        level: 'warning',
        message:
          'the slides of "전혀 다른 것" match no session, so they are listed as one. If it has notes, give both the same title',
      },
    ])
  })

  test('joins the tips of tips.md to sessions whose titles are alike, and says which are not', () => {
    const { tips, findings } = libraryOfTexts([
      post('a.md', '## 자동화, 어디까지?\n\n- 꿀팁\n    - 다섯 번이면 자동화\n'),
      post(
        'tips.md',
        '- 아무 데도 속하지 않는 팁\n\n## 자동화 어디까지\n\n- 작게 시작하기\n- 다섯 번이면  자동화\n\n## 없는 세션\n\n- 그래도 팁\n',
      ),
    ])
    expect(tips.map((tip) => [tip.text, tip.session?.title])).toEqual([
      ['다섯 번이면 자동화', '자동화, 어디까지?'],
      ['아무 데도 속하지 않는 팁', undefined],
      ['작게 시작하기', '자동화, 어디까지?'],
      ['그래도 팁', undefined],
    ])
    expect(findings).toEqual([
      {
        file: 'tips.md',
        line: 8,
        level: 'warning',
        message:
          'no session is called "없는 세션", so its tips belong to none. Use a session\'s title as the heading',
      },
    ])
  })

  test('gives a tip the same id wherever it stands', () => {
    const idOf = (...files: string[]) =>
      libraryOfTexts(files.map((text, index) => post(`${index}.md`, text))).tips.find(
        (tip) => tip.text === '작게',
      )?.id
    const plain = idOf('## a\n\n- 팁\n    - 작게\n')
    expect(plain).toMatch(/^[0-9a-f]{12}$/)
    expect(idOf('## b\n\n- x\n', '## c\n\n- 팁\n    - 크게\n    - 작게\n')).toBe(plain)
  })

  test('is plain data that a worker can send back', () => {
    const library = libraryOfTexts([
      post('a.md', '## a\n\n- 팁\n    - x\n'),
      post('glossary.yml', '- [a, b]\n'),
    ])
    expect(structuredClone(library)).toEqual(library)
  })
})
