import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type LiveNotes, type LiveNotesOptions, watchNotes } from '../../src/live-notes/live-notes.js'
import type { ReaderOptions } from '../../src/live-notes/notes-reader.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { type LogLine, listen } from '../store/log.js'
import { fill, folderWith, post } from './folder.js'
import { openReader } from './reader.js'

/** Looks only when told to, unless a test says otherwise. */
async function follow(
  folder: string,
  {
    lookMilliseconds = 1_000_000,
    kept,
    parsed,
  }: Partial<Pick<LiveNotesOptions, 'lookMilliseconds' | 'kept'> & Pick<ReaderOptions, 'parsed'>> = {},
) {
  const lines: LogLine[] = []
  const reader = openReader(folder, parsed ? { parsed } : {})
  const live = await watchNotes(await reader.read(), {
    folder,
    reader,
    build: createSearchIndex,
    log: listen(lines),
    now: () => lines.length,
    lookMilliseconds,
    ...(kept ? { kept } : {}),
  })
  onTestFinished(() => live.stop())
  return { live, lines }
}

const patience = { timeout: 10_000 }
const titles = (live: LiveNotes) => live.notes().library.sessions.map((session) => session.title)

describe('live notes', () => {
  it('take in a saved file whole: library and index together', async () => {
    const folder = folderWith({ '2019-meetup.md': post('Monitoring') })
    const { live, lines } = await follow(folder)
    fill(folder, { '2019-meetup.md': post('Monitoring', 'Tracing') })
    await expect.poll(() => titles(live), patience).toEqual(['Monitoring', 'Tracing'])
    expect(live.notes().index.search('tracing').matches[0]?.session).toBe(live.notes().library.sessions[1])
    await expect.poll(() => live.state().behindSeconds, patience).toBe(0)
    expect(live.state()).toEqual({
      sessions: 2,
      loadedAt: expect.any(Number),
      behindSeconds: 0,
      unusable: [],
    })
    expect(lines).toEqual([{ level: 'info', message: 'The notes have changed' }])
  })

  it('ask for the index that was kept of what they have read', async () => {
    const folder = folderWith({ '2019-meetup.md': post('Monitoring') })
    const asked: string[] = []
    const { live } = await follow(folder, {
      parsed: { folder: folderWith({}), write: true },
      kept: (identity) => {
        asked.push(identity)
        return { load: () => undefined, save: async () => {}, refuse: () => {} }
      },
    })
    fill(folder, { '2019-meetup.md': post('Monitoring', 'Tracing') })
    await expect.poll(() => titles(live), patience).toEqual(['Monitoring', 'Tracing'])
    expect(new Set(asked).size).toBe(2)
  })

  it('take in new and deleted files, in new folders, too', async () => {
    const folder = folderWith({ '2019-meetup.md': post('Monitoring') })
    const { live } = await follow(folder)
    mkdirSync(join(folder, '2020'))
    fill(folder, { '2020/meetup.md': post('Tracing') })
    await expect.poll(() => titles(live), patience).toHaveLength(2)
    unlinkSync(join(folder, '2019-meetup.md'))
    await expect.poll(() => titles(live), patience).toEqual(['Tracing'])
    fill(folder, { '2020/meetup.md': post('Logging') })
    await expect.poll(() => titles(live), patience).toEqual(['Logging'])
  })

  it('keep the good version of a file that cannot be used, name it once, and go on when it is mended', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring'), 'b.md': post('Tracing') })
    const { live, lines } = await follow(folder)
    const file = join(folder, 'a.md')
    unlinkSync(file)
    symlinkSync('/dev/zero', file)
    await expect.poll(() => live.state().unusable.map((finding) => finding.file), patience).toEqual([file])
    fill(folder, { 'b.md': post('Logging') })
    await expect.poll(() => titles(live), patience).toEqual(['Monitoring', 'Logging'])
    expect(live.state().behindSeconds).toBeGreaterThan(0)
    unlinkSync(file)
    fill(folder, { 'a.md': post('Profiling') })
    await expect.poll(() => titles(live), patience).toEqual(['Profiling', 'Logging'])
    await expect.poll(() => live.state(), patience).toMatchObject({ behindSeconds: 0, unusable: [] })
    const errors = lines.filter(({ level }) => level === 'error')
    expect(errors).toEqual([{ level: 'error', message: 'Some notes cannot be used; the others are' }])
  })

  it('name what could not be used at the start', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring') })
    symlinkSync('/dev/zero', join(folder, 'zero.md'))
    const { live, lines } = await follow(folder)
    expect(titles(live)).toEqual(['Monitoring'])
    expect(lines).toEqual([{ level: 'error', message: 'Some notes cannot be used; the others are' }])
    expect(live.state().behindSeconds).toBe(0)
  })

  it('follow a folder that is deleted and made again, and say for how long they did not', async () => {
    const folder = folderWith({ '2019-meetup.md': post('Monitoring') })
    const { live, lines } = await follow(folder, { lookMilliseconds: 50 })
    rmSync(folder, { recursive: true })
    await expect.poll(() => live.state().problem, patience).toContain('there is no such file or folder')
    expect([titles(live), live.state().behindSeconds > 0]).toEqual([['Monitoring'], true])
    mkdirSync(folder)
    fill(folder, { '2019-meetup.md': post('Tracing') })
    await expect.poll(() => titles(live), patience).toEqual(['Tracing'])
    await expect.poll(() => live.state(), patience).toMatchObject({ behindSeconds: 0 })
    expect(live.state().problem).toBeUndefined()
    fill(folder, { '2019-meetup.md': post('Logging') })
    await expect.poll(() => titles(live), patience).toEqual(['Logging'])
    expect(lines[0]).toEqual({ level: 'error', message: 'The notes cannot be read; older ones stay in use' })
  })

  it("follow a Kubernetes ConfigMap, whose files change by one link's renaming", async () => {
    const folder = folderWith({
      '..v1/2019-meetup.md': post('Monitoring'),
      '..v2/2019-meetup.md': post('Tracing'),
    })
    symlinkSync('..v1', join(folder, '..data'))
    symlinkSync(join('..data', '2019-meetup.md'), join(folder, '2019-meetup.md'))
    const { live } = await follow(folder)
    expect(titles(live)).toEqual(['Monitoring'])
    symlinkSync('..v2', join(folder, '..data_tmp'))
    renameSync(join(folder, '..data_tmp'), join(folder, '..data'))
    await expect.poll(() => titles(live), patience).toEqual(['Tracing'])
  })
})
