import { mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { loadLibrary, NotesError } from '../../src/knowledge/library.js'
import { type LiveNotes, watchNotes } from '../../src/live-notes/live-notes.js'
import { createUnpacking, packLibrary } from '../../src/live-notes/notes-parcels.js'
import { type NotesReader, openThreadReader } from '../../src/live-notes/notes-reader.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { type Built, build } from '../built.js'
import { type LogLine, listen } from '../store/log.js'

const glossary = '- [쿠버네티스, kubernetes]\n'

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'live-notes-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'glossary.yml'), glossary)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

/** A reader in this thread: what the watcher does with it is the same. */
function openReader(): NotesReader {
  return { read: loadLibrary, close: async () => {} }
}

async function follow(folder: string, open: () => NotesReader = openReader) {
  const lines: LogLine[] = []
  const library = await loadLibrary(folder)
  const first = { library, index: await createSearchIndex(library) }
  const live = await watchNotes(first, {
    folder,
    openReader: open,
    build: createSearchIndex,
    log: listen(lines),
    now: () => lines.length,
  })
  onTestFinished(() => live.stop())
  return { live, lines }
}

const titles = (live: LiveNotes) => live.notes().library.sessions.map((session) => session.title)

const post = (...sessions: readonly string[]) =>
  `# Meetup 2019\n\n${sessions.map((title) => `## ${title}\n- 발표자: 김진웅\n- ${title} 이야기\n`).join('\n')}`

const broken = '---\ndate: [\n---\n# Meetup 2019\n\n## Tracing\n- OpenCensus\n'

describe('live notes', () => {
  it('take in a saved file whole: library and index together', async () => {
    const folder = await folderWith({ '2019-meetup.md': post('Monitoring') })
    const { live, lines } = await follow(folder)
    await writeFile(join(folder, '2019-meetup.md'), post('Monitoring', 'Tracing'))
    await expect.poll(() => titles(live), { timeout: 10_000 }).toEqual(['Monitoring', 'Tracing'])
    expect(live.notes().index.search('tracing').matches[0]?.session).toBe(live.notes().library.sessions[1])
    expect(live.state()).toEqual({ sessions: 2, loadedAt: expect.any(Number) })
    expect(lines).toEqual([{ level: 'info', message: 'The notes have changed' }])
  })

  it('take in new and deleted files', async () => {
    const folder = await folderWith({ '2019-meetup.md': post('Monitoring') })
    const { live } = await follow(folder)
    await writeFile(join(folder, '2020-meetup.md'), post('Tracing'))
    await expect.poll(() => titles(live), { timeout: 10_000 }).toHaveLength(2)
    await unlink(join(folder, '2019-meetup.md'))
    await expect.poll(() => titles(live), { timeout: 10_000 }).toEqual(['Tracing'])
  })

  it('keep the good ones when a post has a mistake, name it once, and go on when it is mended', async () => {
    const folder = await folderWith({ '2019-meetup.md': post('Monitoring') })
    const { live, lines } = await follow(folder)
    const before = live.notes()
    const file = join(folder, '2019-meetup.md')
    await writeFile(file, broken)
    await expect.poll(() => live.state().problem, { timeout: 10_000 }).toContain(`${file}:`)
    expect(live.notes()).toBe(before)
    await writeFile(join(folder, 'tips.md'), '- 첫째 팁\n')
    await writeFile(file, post('Tracing'))
    await expect.poll(() => live.state().problem, { timeout: 10_000 }).toBeUndefined()
    expect(titles(live)).toEqual(['Tracing'])
    expect(lines).toEqual([
      { level: 'error', message: 'The notes have mistakes; older ones stay in use' },
      { level: 'info', message: 'The notes have changed' },
    ])
  })

  it("follow a Kubernetes ConfigMap, whose files change by one link's renaming", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'live-notes-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    for (const [version, title] of Object.entries({ '..v1': 'Monitoring', '..v2': 'Tracing' })) {
      await mkdir(join(folder, version))
      await writeFile(join(folder, version, '2019-meetup.md'), post(title))
      await writeFile(join(folder, version, 'glossary.yml'), glossary)
    }
    await symlink('..v1', join(folder, '..data'))
    for (const name of ['2019-meetup.md', 'glossary.yml'])
      await symlink(join('..data', name), join(folder, name))
    const { live } = await follow(folder)
    await symlink('..v2', join(folder, '..data_tmp'))
    await rename(join(folder, '..data_tmp'), join(folder, '..data'))
    await expect.poll(() => titles(live), { timeout: 10_000 }).toEqual(['Tracing'])
  })
})

describe('a library in parcels', () => {
  it('is the same afterwards, its sessions and tips joined as before', async () => {
    const many = Array.from({ length: 300 }, (_, number) => `Session ${number}`)
    const long = post(...many).replaceAll('이야기', '이야기 '.repeat(50))
    const folder = await folderWith({
      '2019-meetup.md': long,
      '2020-other.md': post('Tracing'),
      'tips.md': '- 팁\n',
    })
    const library = await loadLibrary(folder)
    const parcels = [...packLibrary(library)]
    expect(parcels.length).toBeGreaterThan(4)
    expect(Math.max(...parcels.map((parcel) => JSON.stringify(parcel).length))).toBeLessThan(50_000)
    const unpacking = createUnpacking()
    const unpacked = parcels.map((parcel) => {
      if (parcel.kind === 'refused') throw new Error('nothing was refused')
      return unpacking.add(structuredClone(parcel))
    })
    expect(unpacked.at(-1)).toEqual(library)
    const again = unpacked.at(-1)
    expect(again?.sessions.every((session) => again.meetups.includes(session.meetup))).toBe(true)
  })
})

describe('the thread that reads notes', () => {
  let built: Built
  beforeAll(() => {
    built = build()
  })
  afterAll(() => built.remove())
  const open = () => openThreadReader(pathToFileURL(built.path('live-notes/notes-worker.js')))

  it('gives the library that this thread would have read', async () => {
    const folder = await folderWith({ '2019-meetup.md': post('Monitoring', 'Tracing'), 'tips.md': '- 팁\n' })
    const reader = open()
    expect(await reader.read(folder)).toEqual(await loadLibrary(folder))
    await reader.close()
  })

  it('reads again, only what has changed', async () => {
    const folder = await folderWith({
      '2019-meetup.md': post('Monitoring'),
      '2020-meetup.md': post('Tracing'),
    })
    const reader = open()
    await reader.read(folder)
    await writeFile(join(folder, '2019-meetup.md'), post('Logging'))
    expect(await reader.read(folder)).toEqual(await loadLibrary(folder))
    await reader.close()
  })

  it('names every mistake', async () => {
    const folder = await folderWith({ '2019-meetup.md': broken })
    const reader = open()
    const refusal = await reader.read(folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(NotesError)
    expect(refusal).toEqual(await loadLibrary(folder).catch((error: unknown) => error))
    await reader.close()
  })

  it('fails the reading when it cannot start', async () => {
    const reader = openThreadReader(pathToFileURL(built.path('operations/there-is-none.js')))
    await expect(reader.read('anywhere')).rejects.toThrow('there-is-none.js')
  })
})
