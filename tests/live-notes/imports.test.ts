import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', 'src')

/** Libraries that a file loads, itself or through others, when it is imported; types cost nothing. */
function librariesOf(start: string): ReadonlySet<string> {
  const libraries = new Set<string>()
  const files = new Set([join(root, start)])
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    for (const [, names = '', from = ''] of text.matchAll(/^(?:import|export) ([^'"]*?)from '([^']+)'/gmu)) {
      const isType =
        names.startsWith('type ') || /^\{(?:\s*type [\w$]+(?: as [\w$]+)?,?)+\s*\}\s*$/u.test(names)
      if (isType) continue
      if (from.startsWith('.')) files.add(join(dirname(file), from.replace(/\.js$/u, '.ts')))
      else libraries.add(from)
    }
  }
  return libraries
}

it.each([
  'app/start.ts',
  'live-notes/notes-reader.ts',
  'live-notes/notes-worker.ts',
  'live-notes/read-once.ts',
])('%s loads no parser before there is something to parse', (file) => {
  const parsers = [...librariesOf(file)].filter((name) =>
    /^(?:unified|yaml|re(?:mark|hype)-|mdast|hast)/u.test(name),
  )
  expect(parsers).toEqual([])
})

it('would notice one', () => {
  expect([...librariesOf('knowledge/files/read-part.ts')]).toContain('unified')
})
