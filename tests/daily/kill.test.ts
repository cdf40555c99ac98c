import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtParts } from '../built.js'
import { endure, faultsOf, ordeals, steps } from './kills.js'
import { startMortal } from './mortal.js'

test('two processes that start at once on an empty directory both work', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  const both = [1, 2].map(() => startMortal(builtParts, { directory }, {}))
  const due = Date.parse('2026-12-01T00:00:00Z')
  expect(await Promise.all(both.map((mortal) => mortal.checkAt(due, 0)))).toEqual([true, true])
  await Promise.all(both.map((mortal) => mortal.bury()))
  await rm(directory, { recursive: true })
})

// npm run stress goes through a hundred.
test('kill -9, 20 times, at each step and at random, with the clock set forward and back: no channel-day is lost, none comes twice', async () => {
  const each = steps.map((step) => ({ death: { step, count: 3 }, clockSteps: [0, 0] as const }))
  const endings = await endure(builtParts, [...each, ...ordeals(20 - each.length, 20_261_201)])
  expect(endings.filter((ending) => faultsOf(ending).length > 0)).toEqual([])
  expect(endings).toHaveLength(20)
})
