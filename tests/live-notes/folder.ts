import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of notes with a glossary of its own; gone when the test ends. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'live-notes-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  fill(folder, { 'glossary.yml': '- [쿠버네티스, kubernetes]\n', ...files })
  return folder
}

/** Writes files into a folder. */
export function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** A post with talks of these titles. */
export function post(...titles: readonly string[]): string {
  return `# Meetup 2019\n\n${titles.map((title) => `## ${title}\n- 발표자: 김진웅\n- ${title} 이야기\n`).join('\n')}`
}
