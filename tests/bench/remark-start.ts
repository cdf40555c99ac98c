import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { startedAt } from './start-figures.js'

/** What nobody can go below who parses Markdown in JavaScript at each start: `remark-start.js FOLDER` prints JSON. */
const folder = process.argv[2] ?? ''
const markdown = unified().use(remarkParse).use(remarkGfm).freeze()
for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
  markdown.parse(readFileSync(join(folder, name), 'utf8'))
}
process.stdout.write(JSON.stringify(startedAt(performance.now())))
