// Copied beside the built files: loads them with the code that V8 compiled at the build, which halves the time of a start.

import { readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { join } from 'node:path'
import vm from 'node:vm'
import { crc32 } from 'node:zlib'

const folder = import.meta.dirname
const nodeRequire = nodeModule.createRequire(import.meta.url)
const loaded = new Map()

/** The scripts that were loaded, by the files in which their compiled code is kept. */
export const scripts = new Map()

/**
 * Runs a built file, once, and gives what it exports. Node 22 keeps compiled code itself; for Node 20 we do, which has no
 * other way than `vm.Script` (https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptcreatecacheddata).
 */
export function load(name) {
  return nodeModule.enableCompileCache ? nodeRequire(join(folder, name)) : loadScript(name)
}

nodeModule.enableCompileCache?.(join(folder, 'compiled'))

function loadScript(name) {
  const known = loaded.get(name)
  if (known) return known.exports
  const module = { exports: {} }
  loaded.set(name, module)
  const filename = join(folder, name)
  const source = readFileSync(filename)
  // V8 compares the length of the source alone.
  const kept = `${filename}.${crc32(source).toString(16)}.cache`
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename,
    cachedData: read(kept),
  })
  scripts.set(kept, script)
  script.runInThisContext()(module.exports, requireBeside, module, filename, folder)
  return module.exports
}

const requireBeside = (id) => {
  return id.startsWith('./') && id !== './import.cjs' ? loadScript(id.slice(2)) : nodeRequire(id)
}
requireBeside.resolve = nodeRequire.resolve

/** Nothing where it was not kept, or for other code: V8 then compiles it, as it does for another version of Node. */
function read(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
