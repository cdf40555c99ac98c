import { maxYamlNesting } from './limits.js'

/** What is wrong with YAML that is nested too deep. */
export const NESTED_TOO_DEEP = `nested more than ${maxYamlNesting} deep. Close the brackets, or take out indentation`

/**
 * The first line of a YAML text where too much is nested, from 1; `undefined` where nothing is. The parser calls itself
 * for each level, and V8 ends the process when it has to compile a regular expression on what is left of the stack.
 */
export function findDeepNesting(text: string): number | undefined {
  let brackets = 0
  const line = text.split('\n').findIndex((row) => {
    const [start = ''] = /^(?:[ \t]|[-?:](?=[ \t\r]|$))*/.exec(row) ?? []
    let deepest = brackets
    for (const [bracket] of row.matchAll(/[[\]{}]/g)) {
      brackets = Math.max(0, brackets + (bracket === '[' || bracket === '{' ? 1 : -1))
      deepest = Math.max(deepest, brackets)
    }
    return start.length + deepest > maxYamlNesting
  })
  return line < 0 ? undefined : line + 1
}
