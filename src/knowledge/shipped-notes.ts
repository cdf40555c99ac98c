import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the notes that come with the bot. */
export const SHIPPED_NOTES = join(packageAbove(import.meta.dirname), 'knowledge')

/** The folder of `package.json`, above `src` and above `dist`. */
function packageAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
  return packageAbove(dirname(folder))
}
