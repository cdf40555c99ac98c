import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { NotesError } from '../../src/knowledge/finding.js'
import type { Library } from '../../src/knowledge/library.js'
import { loadLibrary } from '../../src/knowledge/load-library.js'
import { builtThread } from '../built.js'
import { fill, folderWith, post } from './folder.js'
import { openReader, prepared, unprepared } from './reader.js'

const titles = ({ sessions }: Library) => sessions.map(({ title }) => title)

const messages = (folder: string, findings: Library['findings']) =>
  findings.map(({ file, message }) => `${file.slice(folder.length + 1)} ${message}`)

/** What takes some 200 MB to read. */
const heavy = Array.from({ length: 50_000 }, (_, number) => `- [a${number}, b${number}]`).join('\n')

/** What takes minutes to read: a reader of YAML compares each key with each other. */
const endless = Array.from({ length: 90_000 }, (_, number) => `k${number}:`).join('\n')

describe('a reader in a thread of its own', () => {
  it('gives the library that this thread would have read', async () => {
    const many = Array.from({ length: 100 }, (_, number) => `Session ${number}`)
    const folder = folderWith({
      '2019-meetup.md': post(...many).replaceAll('이야기', '이야기 '.repeat(50)),
      '2020/other.md': post('Tracing'),
      'tips.md': '- 팁\n\n## Tracing\n\n- 또 하나의 팁\n',
    })
    const { library, unusable } = await openReader(folder, { prepared: unprepared }).read()
    expect(library).toEqual(await loadLibrary(folder))
    expect(library.sessions.every((session) => library.meetups.includes(session.meetup))).toBe(true)
    expect(unusable).toEqual([])
  })

  it('takes the shipped concepts from the build, and reads those of a folder that has more', async () => {
    const folder = folderWith({ '2019-meetup.md': post('Monitoring') })
    const reader = openReader(folder)
    const first = await reader.read()
    expect(first.library.concepts).toBe(prepared().concepts)
    fill(folder, { 'concepts.yml': '- names: [새로운 것, new thing]\n  kind: topic\n' })
    const { library } = await reader.read()
    expect(library.concepts.length).toBe(prepared().concepts.length + 1)
    expect(library.concepts.at(-1)?.names).toEqual(['새로운 것', 'new thing'])
  })

  it('gives the same library until something changes, and what stayed the same is not read again', async () => {
    const folder = folderWith({ '2019-meetup.md': post('Monitoring'), '2020-meetup.md': post('Tracing') })
    const reader = openReader(folder, { prepared: unprepared })
    const first = await reader.read()
    expect((await reader.read()).library).toBe(first.library)
    fill(folder, { '2019-meetup.md': post('Logging') })
    const second = await reader.read()
    expect(second.library).toEqual(await loadLibrary(folder))
    const tracing = ({ library }: typeof first) => library.sessions.find(({ title }) => title === 'Tracing')
    expect(tracing(second)).toBe(tracing(first))
    // What is made of them stays, too.
    expect(second.library.concepts).toBe(first.library.concepts)
    rmSync(join(folder, '2019-meetup.md'))
    expect(titles((await reader.read()).library)).toEqual(['Tracing'])
  })

  it('gives the same identity for the same notes, another for others, and none where nothing is kept', async () => {
    const folder = folderWith({ '2019-meetup.md': post('Monitoring'), '2020-meetup.md': post('Tracing') })
    const parsed = { folder: folderWith({}), write: true }
    const reader = openReader(folder, { parsed })
    const first = (await reader.read()).identity
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect((await openReader(folder, { parsed }).read()).identity).toBe(first)
    expect((await openReader(folder, { parsed, links: 'https://notes.example/' }).read()).identity).not.toBe(
      first,
    )
    expect((await openReader(folder).read()).identity).toBeUndefined()
    fill(folder, { '2019-meetup.md': post('Logging') })
    const second = (await reader.read()).identity
    expect(second).not.toBe(first)
    fill(folder, { 'glossary.yml': '- [로그, logging]\n' })
    expect([first, second]).not.toContain((await reader.read()).identity)
    rmSync(join(folder, '2020-meetup.md'))
    expect([first, second]).not.toContain((await reader.read()).identity)
  })

  it('refuses a folder that is missing or has no post, and reads it when it is there', async () => {
    const folder = folderWith({})
    const reader = openReader(folder)
    const refusal = await reader.read().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(NotesError)
    expect(refusal).toEqual(await loadLibrary(folder).catch((error: unknown) => error))
    fill(folder, { '2019-meetup.md': post('Monitoring') })
    expect(titles((await reader.read()).library)).toEqual(['Monitoring'])
  })

  it('fails the reading when it cannot start', async () => {
    const reader = openReader('anywhere', { worker: pathToFileURL(builtThread('there-is-none.js')) })
    await expect(reader.read()).rejects.toThrow('there-is-none.js')
  })
})

describe('a file that cannot be used', () => {
  it('is named, and keeps its last good version until it can be used again', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring'), 'b.md': post('Tracing') })
    const reader = openReader(folder)
    await reader.read()
    const file = join(folder, 'a.md')
    rmSync(file)
    execFileSync('mkfifo', [file])
    const piped = await reader.read()
    expect(titles(piped.library)).toEqual(['Monitoring', 'Tracing'])
    expect([piped.outdated, messages(folder, piped.unusable)]).toEqual([
      true,
      ['a.md is no regular file. Take it out of the folder of notes'],
    ])
    expect((await reader.read()).library).toBe(piped.library)
    rmSync(file)
    fill(folder, { 'a.md': '', 'b.md': post('Tracing') })
    truncateSync(file, 300_000_000)
    const huge = await reader.read()
    expect(titles(huge.library)).toEqual(['Monitoring', 'Tracing'])
    expect(messages(folder, huge.unusable)).toEqual([
      'a.md has more than 1000 kB. Split it into several files',
    ])
    fill(folder, { 'a.md': post('Logging') })
    const mended = await reader.read()
    expect([titles(mended.library), mended.outdated, mended.unusable]).toEqual([
      ['Logging', 'Tracing'],
      false,
      [],
    ])
  })

  it('is left out at the start, where there is no good version, and stops no other', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring') })
    symlinkSync('/dev/zero', join(folder, 'zero.md'))
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    writeFileSync(join(folder, 'picture.md'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0))
    const { library, unusable, outdated } = await openReader(folder).read()
    expect(titles(library)).toEqual(['Monitoring'])
    expect([outdated, messages(folder, unusable)]).toEqual([
      false,
      [
        'pipe.md is no regular file. Take it out of the folder of notes',
        'zero.md is a link out of the folder of notes. Put the file itself there',
        'picture.md is no text. Save it as UTF-8, or take it out of the folder of notes',
      ],
    ])
  })

  it('ends its thread when it takes too long, and alone is left out', async () => {
    const folder = folderWith({
      'a.md': post('Monitoring'),
      'glossary.yml': endless,
      'z.md': post('Tracing'),
    })
    const reader = openReader(folder, { deadlineMilliseconds: 1_000 })
    const slow = await reader.read()
    expect(titles(slow.library)).toEqual(['Monitoring', 'Tracing'])
    expect(messages(folder, slow.unusable)).toEqual([
      'glossary.yml takes more than 1 s to read. Split it, or take out what is nested',
    ])
    // It is not tried again before it changes.
    expect((await reader.read()).library).toBe(slow.library)
    fill(folder, { 'glossary.yml': '- [배포, deploy]\n' })
    expect((await reader.read()).library.glossary).toEqual([['배포', 'deploy']])
  })

  it('ends its thread when it takes too much memory, and alone is left out', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring'), 'glossary.yml': heavy, 'z.md': post('Tracing') })
    const { library, unusable } = await openReader(folder, { threadMegabytes: 64 }).read()
    expect(titles(library)).toEqual(['Monitoring', 'Tracing'])
    expect(messages(folder, unusable)).toEqual([
      'glossary.yml takes more than 64 MB of memory to read. Split it into several files',
    ])
  })

  it('may be a whole folder, whose posts stay as they were; a deleted one is let go', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring'), '2020/b.md': post('Tracing') })
    const reader = openReader(folder)
    await reader.read()
    rmSync(join(folder, '2020'), { recursive: true })
    symlinkSync('/usr', join(folder, '2020'))
    const linked = await reader.read()
    expect([titles(linked.library), messages(folder, linked.unusable)]).toEqual([
      ['Monitoring', 'Tracing'],
      ['2020 is a link out of the folder of notes. Put the file itself there'],
    ])
    rmSync(join(folder, '2020'))
    expect(titles((await reader.read()).library)).toEqual(['Monitoring'])
  })
})

describe('what was parsed', () => {
  it('is kept on disk, and read from there by the next process', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring'), 'b.md': post('Tracing') })
    const parsed = { folder: join(folder, '.parsed'), write: true }
    const cold = await openReader(folder, { parsed }).read()
    expect([cold.unkept, (await openReader(folder, { parsed }).read()).library]).toEqual([
      undefined,
      cold.library,
    ])
    // To see where it comes from, we put other words there, with their checksum.
    const [name = ''] = readdirSync(parsed.folder)
    const lines = readFileSync(join(parsed.folder, name), 'utf8').split('\n')
    const forged = lines.map((line) => {
      const json = line.slice(107).replaceAll('Tracing', 'Forgery')
      return line === '' ? '' : `${line.slice(0, 98)}${crc32(json).toString(16).padStart(8, '0')} ${json}`
    })
    writeFileSync(join(parsed.folder, name), forged.join('\n'))
    expect(titles((await openReader(folder, { parsed }).read()).library)).toEqual(['Monitoring', 'Forgery'])
    fill(folder, { 'b.md': post('Logging') })
    expect(titles((await openReader(folder, { parsed }).read()).library)).toEqual(['Monitoring', 'Logging'])
  })

  it('is parsed again where it cannot be kept, and the reading says why', async () => {
    const folder = folderWith({ 'a.md': post('Monitoring') })
    const parsed = { folder: join(folder, 'a.md'), write: true }
    const { library, unkept } = await openReader(folder, { parsed }).read()
    expect([titles(library), unkept]).toEqual([['Monitoring'], expect.stringMatching(/^E[A-Z]+: /u)])
  })
})
