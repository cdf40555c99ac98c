// `node build/together.js SCRIPT…`: runs scripts of package.json at once, and prints what each says when it has ended. Fails
// when one of them does.
import { exec } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const programs = join(root, 'node_modules', '.bin')
const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` }

const failed = await Promise.all(process.argv.slice(2).map(run))
process.exitCode = Number(failed.some(Boolean))

/** Whether the script failed. */
function run(name) {
  return new Promise((resolve) => {
    exec(scripts[name], { cwd: root, env }, (error, stdout, stderr) => {
      process.stdout.write(stdout)
      process.stderr.write(stderr)
      resolve(error !== null)
    })
  })
}
