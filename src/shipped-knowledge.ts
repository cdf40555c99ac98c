import { join } from 'node:path'

/** The folder of the notes that ship with the bot. */
export const shippedKnowledge = join(import.meta.dirname, '..', 'knowledge')
