import { join } from 'node:path'

/** The folder of the notes that come with the bot, seen from `src` and from `dist`. */
export const SHIPPED_NOTES = join(import.meta.dirname, '..', '..', 'knowledge')
