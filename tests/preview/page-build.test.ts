import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { buildPage } from '../../src/preview/page-build.js'

describe('the built page', () => {
  it('is kept until its source changes, and has at most 500 kB compressed', async () => {
    const folder = await buildPage()
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/u.test(name),
    )
    const bytes = names.map((name) => gzipSync(readFileSync(join(folder, name))).length)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000)
    expect(await buildPage()).toBe(folder)
  })

  it('has no script, style or event in its markup, which its policy forbids', async () => {
    const markup = readFileSync(join(await buildPage(), 'index.html'), 'utf8')
    expect(markup).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/iu)
  })
})
