import { expect, it } from 'vitest'
import { shippedNotes } from '../shipped-notes.js'
import { fuzz } from './fuzz.js'

// npm run stress asks 20,000.
it('answers the strangest questions in both chats without failing or pinging anybody', async () => {
  const { questions, faults } = fuzz(await shippedNotes(), 250)
  expect([questions, faults]).toEqual([250, []])
})
