import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkNotes } from '../../src/cli/check.js'
import { SHIPPED_NOTES } from '../../src/knowledge/shipped-notes.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meetup-bot-notes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function check(path: string) {
  const output = new PassThrough()
  const code = await checkNotes(path, output)
  return { code, lines: String(output.read()).trimEnd().split('\n') }
}

describe('check', () => {
  it('is content with the shipped notes', async () => {
    const { code, lines } = await check(SHIPPED_NOTES)
    expect(code).toBe(0)
    expect(lines.at(-1)).toMatch(
      /: 1 meetup\(s\), 9 session\(s\), \d+ tip\(s\), \d+ group\(s\) of equal terms, 0 warning/u,
    )
  })

  it('names every mistake of a folder with file and line, and exits 1', async () => {
    writeFileSync(
      join(folder, '2020.md'),
      '---\nmeetup: [unclosed\n---\n# Harbour Days\n\n## A talk\n\n- a line\n',
    )
    writeFileSync(join(folder, 'glossary.yml'), '- 12\n')
    const { code, lines } = await check(folder)
    expect(code).toBe(1)
    expect(lines.map((line) => line.replace(folder, '').split(': ')[0])).toEqual([
      expect.stringMatching(/2020\.md:\d+$/u),
      expect.stringMatching(/glossary\.yml:1$/u),
    ])
  })

  it('exits 0 with a warning for a talk that has neither notes nor slides', async () => {
    writeFileSync(
      join(folder, '2020.md'),
      '# Harbour Days 2020\n\n## A talk\n\n- a line\n\n## Another talk\n',
    )
    const { code, lines } = await check(folder)
    expect(code).toBe(0)
    expect(lines[0]).toMatch(/2020\.md:7: .*\(warning\)$/u)
  })
})
