import { expect, it } from 'vitest'
import { shippedNotes } from '../shipped-notes.js'
import { fuzz } from './fuzz.js'

it('answers the strangest questions in both chats without failing or pinging anybody', async () => {
  const { questions, faults } = fuzz(await shippedNotes(), 500)
  expect([questions, faults]).toEqual([500, []])
})
