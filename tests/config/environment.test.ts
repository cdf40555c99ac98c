import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.js'
import { environment } from '../../src/config/environment.js'

const example = parse(readFileSync(join(import.meta.dirname, '..', '..', '.env.example')))

describe('.env.example', () => {
  it('names every variable we read, and no other', () => {
    const read = Object.keys(environment.shape).filter((name) => name !== 'NODE_ENV')
    expect(Object.keys(example).toSorted()).toEqual(read.toSorted())
  })

  it('shows the defaults', () => {
    const { slack: _slack, ...shown } = readConfig(example)
    expect(shown).toEqual(readConfig({}))
  })
})
