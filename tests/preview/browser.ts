import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's Chromium (`apt-get install chromium fonts-noto-cjk`), or another's place; `CHROMIUM` names any. */
const program = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome']
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path))

/** Whether tests in a browser are to run. With `REQUIRE_BROWSER=1` they do, and fail where there is none. */
export const hasBrowser = program !== undefined || process.env.REQUIRE_BROWSER === '1'

/** For names of tests: says why they do not run. */
export const whyNot = hasBrowser
  ? ''
  : ' (skipped: there is no Chromium; REQUIRE_BROWSER=1 makes that an error)'

/** A browser without a profile, which opens no connection of its own. */
export async function openBrowser(): Promise<Browser> {
  if (!program) throw new Error('There is no Chromium: install it, or name it in CHROMIUM')
  return chromium.launch({
    executablePath: program,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  })
}
