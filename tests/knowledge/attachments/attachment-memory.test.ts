import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Material } from '../../../src/knowledge/attachments/attachment.js'
import { createDiskMemory } from '../../../src/knowledge/attachments/reading/attachment-memory.js'

const day = 86_400_000
const words: Material = {
  kind: 'deck',
  deck: {
    pages: [{ page: 1, title: '대기열', text: '브로커는 하나', notes: '먼저 묻는다' }],
    pageCount: 1,
    faults: [],
  },
}

describe('words kept on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-bot-kept-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are what was read, with notes', () => {
    createDiskMemory(folder).set('one', words)
    expect(createDiskMemory(folder).get('one')).toEqual(words)
    expect(createDiskMemory(folder).get('other')).toBeUndefined()
  })

  it('go when nobody has asked for them in a month, such as those of deleted decks', () => {
    const now = Date.now()
    const memory = createDiskMemory(folder)
    memory.set('deleted', words)
    memory.set('used', words)
    for (const name of readdirSync(folder)) {
      utimesSync(join(folder, name), new Date(now - 20 * day), new Date(now - 20 * day))
    }
    expect(createDiskMemory(folder, () => now).get('used')).toEqual(words)
    createDiskMemory(folder, () => now + 15 * day)
    expect(readdirSync(folder)).toEqual(['used.json'])
  })

  it('are read anew where nothing can be kept', () => {
    // A file is no folder.
    const memory = createDiskMemory(join(import.meta.filename, 'kept'))
    memory.set('one', words)
    expect(memory.get('one')).toBeUndefined()
  })
})
