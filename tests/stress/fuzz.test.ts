import { expect, it } from 'vitest'
import { openNotes } from '../../src/cli/open-notes.js'
import { fuzz } from './fuzz.js'

it('answers the strangest questions in both chats without failing or pinging anybody', async () => {
  const { questions, faults } = fuzz(await openNotes(), 500)
  expect([questions, faults]).toEqual([500, []])
})
