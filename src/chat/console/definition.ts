import type { ChatDefinition } from '../definition.js'
import { createConsoleChat } from './console.js'

/** The console, to the rest of the program. It has neither settings nor ids. */
export const consoleDefinition: ChatDefinition<true> = {
  name: 'console',
  title: 'Console',
  secretShapes: [],
  create: async (_settings, _context, { stdin, stdout }, ended) =>
    createConsoleChat({ input: stdin, output: stdout, ended }),
}
