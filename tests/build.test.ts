import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isFresh } from '../build/fresh.js'

/** A clone that was written at second 1,000 and built at second 2,000. */
function clone(): { readonly root: string; readonly main: string; at(second: number, path: string): void } {
  const root = mkdtempSync(join(tmpdir(), 'meetup-bot-build-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const at = (second: number, path: string) => utimesSync(join(root, path), second, second)
  mkdirSync(join(root, 'src', 'chat'), { recursive: true })
  mkdirSync(join(root, 'dist'))
  for (const file of ['src/main.ts', 'src/chat/chat.ts', 'package-lock.json']) {
    writeFileSync(join(root, file), '')
  }
  writeFileSync(join(root, 'dist', 'main.js'), '')
  for (const path of ['src/main.ts', 'src/chat/chat.ts', 'src/chat', 'src', 'package-lock.json']) {
    at(1000, path)
  }
  at(2000, 'dist/main.js')
  return { root, main: join(root, 'dist', 'main.js'), at }
}

it('is not built again while nothing has changed', () => {
  const { root, main } = clone()
  expect(isFresh(main, root)).toBe(true)
})

it.each(['src/chat/chat.ts', 'src/chat', 'package-lock.json'])(
  'is built again when %s has changed',
  (path) => {
    const { root, main, at } = clone()
    at(3000, path)
    expect(isFresh(main, root)).toBe(false)
  },
)

it('is built when there is no build yet', () => {
  const { root, main } = clone()
  rmSync(main)
  expect(isFresh(main, root)).toBe(false)
})

it('is run as it is where there is no source', () => {
  const { root, main } = clone()
  for (const path of ['src', 'package-lock.json']) rmSync(join(root, path), { recursive: true })
  expect(isFresh(main, root)).toBe(true)
})
