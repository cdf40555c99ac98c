import { readFileSync } from 'node:fs'
import { shippedConcepts } from '../files/find-notes.js'
import { parseConcepts } from './concepts.js'
import { hashOfFiles } from './prepared-concepts.js'
import { printPrepared } from './prepared-lines.js'

/** The shipped concepts, as the build keeps them for `preparedConcepts`. Throws where they are wrong. */
export function prepareConcepts(): string {
  const paths = shippedConcepts()
  const files = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const { concepts, findings } = parseConcepts(files)
  const [first] = findings
  if (first) throw new Error(`${first.file}:${first.line}: ${first.message}`)
  return printPrepared({ hash: hashOfFiles(paths) ?? '' }, concepts)
}
