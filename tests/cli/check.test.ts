import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import stringWidth from 'string-width'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkNotes } from '../../src/cli/check.js'
import { fixPost } from '../../src/cli/check-fix.js'
import { loadLibrary } from '../../src/knowledge/load-library.js'
import { SHIPPED_NOTES } from '../../src/knowledge/shipped-notes.js'
import { makePdf, slide } from '../knowledge/decks/make-pdf.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meetup-bot-notes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function check(path: string, how: { json?: boolean; explain?: boolean } = {}) {
  const output = new PassThrough()
  const options = { json: false, explain: false, read: () => loadLibrary(path), ...how }
  const code = await checkNotes(options, output)
  const text = String(output.read()).replaceAll(`${folder}/`, '')
  return { code, text, lines: text.trimEnd().split('\n') }
}

const post = `# Harbour Days 2020

## 로그 수집을 처음부터 다시 만들며 배운 것들과 앞으로 하고 싶은 것들

- 발표자: 홍길동
- a line
- [slides](https://slides.example/logs)

## Another talk
`

describe('check', () => {
  it('is content with the shipped notes', async () => {
    const { code, lines } = await check(SHIPPED_NOTES)
    expect([code, lines.at(-1)]).toEqual([0, '1 meetup(s), 8 talk(s), 0 error(s), 0 warning(s)'])
  })

  it('shows a table a meetup, whose columns stand below each other in Korean, too', async () => {
    writeFileSync(join(folder, '2020.md'), post)
    const { code, lines } = await check(folder)
    expect(code).toBe(0)
    expect(lines.slice(0, 7)).toEqual([
      'Harbour Days 2020 · 2020',
      '2020.md:1',
      '',
      ' line  kind       title                                       speakers                slides  videos',
      '-----  ---------  ------------------------------------------  ----------------------  ------  ------',
      '    3  talk       로그 수집을 처음부터 다시 만들며 배운 것…   홍길동                       1       0',
      '    9  talk       Another talk                                                             0       0',
    ])
    expect(lines.slice(3, 7).map((line) => stringWidth(line))).toEqual([100, 100, 100, 100])
    expect(lines.at(-2)).toMatch(/^2020\.md:9: .*\(warning\)$/u)
  })

  it('has columns for pages and minutes where there are decks or recordings', async () => {
    writeFileSync(join(folder, '2020.md'), post)
    writeFileSync(join(folder, 'another-talk.pdf'), makePdf([slide('Another talk', ['Its words'])]))
    const { lines } = await check(folder)
    expect(lines.slice(3, 7)).toEqual([
      ' line  kind       title                           speakers                slides  videos  pages  min',
      '-----  ---------  ------------------------------  ----------------------  ------  ------  -----  ---',
      '    3  talk       로그 수집을 처음부터 다시 만…   홍길동                       1       0      0    0',
      '    9  talk       Another talk                                                 0       0      1    0',
    ])
  })

  it('says on demand how each was recognised', async () => {
    writeFileSync(join(folder, '2020.md'), post)
    const { lines } = await check(folder, { explain: true })
    expect(lines[6]).toMatch(/^ {7}why: \S/u)
  })

  it('names what cannot be used with file and line, shows the rest, and exits 1', async () => {
    writeFileSync(join(folder, '2020.md'), post)
    writeFileSync(join(folder, 'glossary.yml'), '- 12\n')
    const { code, text, lines } = await check(folder)
    expect(code).toBe(1)
    expect(text).toContain('Another talk')
    expect(lines.slice(-3).map((line) => line.split(': ')[0])).toEqual([
      '2020.md:9',
      'glossary.yml:1',
      '1 meetup(s), 2 talk(s), 1 error(s), 1 warning(s)',
    ])
  })

  it('prints one line of JSON in the form of the README', async () => {
    writeFileSync(join(folder, '2020.md'), post)
    const { code, text } = await check(folder, { json: true })
    expect([code, text.split('\n').length]).toEqual([0, 2])
    const { ok, meetups, findings } = JSON.parse(text)
    expect([ok, meetups.length]).toEqual([true, 1])
    const { sessions, ...meetup } = meetups[0]
    expect(meetup).toEqual({
      id: '2020',
      file: '2020.md',
      line: 1,
      title: 'Harbour Days 2020',
      date: '2020',
      place: '',
    })
    expect(sessions[0]).toEqual({
      id: expect.stringMatching(/^2020\//u),
      line: 3,
      kind: 'talk',
      title: '로그 수집을 처음부터 다시 만들며 배운 것들과 앞으로 하고 싶은 것들',
      speakers: ['홍길동'],
      slides: [{ title: expect.any(String), url: 'https://slides.example/logs' }],
      videos: [],
      tags: [],
      lines: expect.any(Number),
      pages: 0,
      minutes: 0,
      tips: 0,
      why: expect.any(String),
    })
    expect(findings).toEqual([{ file: '2020.md', line: 9, level: 'warning', message: expect.any(String) }])
  })

  it('answers in the same form where there is no such folder', async () => {
    const { code, text } = await check(join(folder, 'nowhere'), { json: true })
    const message = 'there is no such file or folder. Correct the path'
    expect(code).toBe(1)
    expect(JSON.parse(text)).toEqual({
      ok: false,
      meetups: [],
      findings: [{ file: 'nowhere', line: 1, level: 'error', message }],
    })
  })
})

describe('check --fix', () => {
  async function fix(file: string) {
    const output = new PassThrough()
    await fixPost(join(folder, file), {}, output)
    return String(output.read()).replaceAll(`${folder}/`, '')
  }

  it('writes what check proposes, and nothing else', async () => {
    const text = '\uFEFFtitle: 글\r\n---\r\n# 모임 2020\r\n\r\n그날 들은 이야기를 적어 둔다.\r\n마지막 줄'
    writeFileSync(join(folder, '2020.md'), text)
    chmodSync(join(folder, '2020.md'), 0o640)
    expect(await fix('2020.md')).toBe('2020.md: wrote talks: list\n')
    expect(readFileSync(join(folder, '2020.md'), 'utf8')).toBe(
      text.replace('글\r\n', '글\r\ntalks: list\r\n'),
    )
    expect([statSync(join(folder, '2020.md')).mode & 0o777, readdirSync(folder)]).toEqual([
      0o640,
      ['2020.md'],
    ])
    expect(await fix('2020.md')).toBe('2020.md: "talks" is there already, and stays as it is\n')
  })

  it('says so where there is nothing to propose, and does not touch the file', async () => {
    const text =
      '\uFEFF# Harbour Days 2020\r\n\r\n## Logs - Jane Doe\r\n\r\n- a line\r\n\r\n## Traces - Bo Lee'
    writeFileSync(join(folder, '2020.md'), text)
    const before = statSync(join(folder, '2020.md')).mtimeMs
    expect(await fix('2020.md')).toBe('2020.md: there is nothing to propose\n')
    expect(statSync(join(folder, '2020.md')).mtimeMs).toBe(before)
  })

  it('names a file that it cannot read', async () => {
    await expect(fix('none.md')).rejects.toThrow('none.md:1: there is no such file or folder')
    writeFileSync(join(folder, 'euc-kr.md'), Uint8Array.of(0xc7, 0xd1, 0xb1, 0xdb))
    await expect(fix('euc-kr.md')).rejects.toThrow('euc-kr.md:1: is not UTF-8. Save it as UTF-8 first')
    await expect(fix('.')).rejects.toThrow(':1: is no regular file')
  })
})
