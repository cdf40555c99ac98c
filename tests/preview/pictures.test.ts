import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser, whyNot } from './browser.js'
import { type StartedPreview, startBuiltPreview } from './started.js'

// `npm run pictures` writes the pictures of the documentation, and the words of the cards; the tests say where a card has
// come to look or to read different: a letter is too small for a picture that other versions of a browser draw, too.

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'docs', 'pictures')
const isWriting = process.env.PICTURES === 'write'

/** Ours: what a README on a slow line bears. */
const mostBytes = 150_000

/** Measured: one word of small print changes 0.001 of a card, a button's weight 0.004, the same card nothing. */
const leastChange = 0.0008

/** The font that the stored pictures were made with: Debian's fonts-noto-cjk. */
const hasFonts = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')

interface Picture {
  readonly name: string
  readonly settings: Readonly<Record<string, string>>
  /** What is taken: a card, or the page as far as the window goes. */
  readonly part: string
  readonly width: number
  readonly height: number
  readonly scale: number
}

const questions = {
  card: { ko: '모니터링은 뭘로 했어요?', en: 'session monitoring' },
  list: { ko: '목록', en: 'sessions' },
} as const

/** A card of one chat at the width of a phone. */
function card(chat: string, what: 'card' | 'list', locale: 'ko' | 'en', theme: string): Picture {
  return {
    name: `${chat}-${what}-${locale}-${theme}`,
    settings: { question: questions[what][locale], locale, theme },
    part: `.chat.${chat} .thread`,
    width: 422,
    height: 900,
    scale: 1.5,
  }
}

/** The first tip of a channel that has had none: the same every day. */
function tip(chat: string, locale: 'ko' | 'en', theme: string): Picture {
  return {
    name: `${chat}-tip-${locale}-${theme}`,
    settings: { view: 'tips', channel: 'slack:C0123456789', chat, locale, theme },
    part: '.calendar .chat >> nth=0',
    width: 422,
    height: 900,
    scale: 1.5,
  }
}

function view(name: string, settings: Picture['settings'], width: number, height: number): Picture {
  return { name, settings, part: 'body', width, height, scale: 1 }
}

const chats = ['slack', 'discord']

/** Both chats beside each other: one load of the page shows both. */
const cards: readonly Picture[] = [
  ...(
    [
      ['card', 'ko', 'light'],
      ['card', 'ko', 'dark'],
      ['card', 'en', 'light'],
      ['card', 'en', 'dark'],
      ['list', 'ko', 'light'],
      ['list', 'en', 'dark'],
    ] as const
  ).flatMap(([what, locale, theme]) => chats.map((chat) => card(chat, what, locale, theme))),
  ...chats.flatMap((chat) => [tip(chat, 'ko', 'light'), tip(chat, 'en', 'dark')]),
]

const views: readonly Picture[] = [
  view('preview-ask-ko-light', { question: questions.card.ko, locale: 'ko', theme: 'light' }, 1200, 800),
  view('preview-ask-en-dark', { question: questions.card.en, locale: 'en', theme: 'dark' }, 1200, 800),
  view('preview-phone-ko-light', { question: questions.card.ko, locale: 'ko', theme: 'light' }, 390, 844),
  view('preview-notes-ko-light', { view: 'notes', locale: 'ko', theme: 'light' }, 1200, 800),
  view('preview-notes-en-dark', { view: 'notes', locale: 'en', theme: 'dark' }, 1200, 800),
]

/** The replies whose words are kept: those of the pictures, and others that people see often. */
const replies = {
  card: questions.card,
  list: questions.list,
  slides: { ko: '자료', en: 'slides' },
  help: { ko: '도움말', en: 'help' },
  hello: { ko: '안녕', en: 'hello' },
  none: { ko: '김치찌개 레시피', en: 'how do I bake bread?' },
  when: { ko: '밋업 언제 열렸어요?', en: 'when was the meetup?' },
} as const

const texts = (['ko', 'en'] as const).flatMap((locale) =>
  Object.entries(replies).flatMap(([what, question]) =>
    chats.map((chat) => ({ name: `${chat}-${what}-${locale}`, chat, locale, question: question[locale] })),
  ),
)

const wordsFile = join(folder, 'cards.txt')

/** The kept words, by the name of the card. */
function keptWords(): ReadonlyMap<string, string> {
  const sections = readFileSync(wordsFile, 'utf8').split(/^## /mu).slice(1)
  return new Map(
    sections.map((section) => [section.split('\n')[0] ?? '', section.slice(section.indexOf('\n')).trim()]),
  )
}

/** One browser and one preview for all of them, and a page for each size of a window. */
class Stand {
  readonly #browser: Browser
  readonly #preview: StartedPreview
  readonly #pages = new Map<string, Page>()

  private constructor(browser: Browser, preview: StartedPreview) {
    this.#browser = browser
    this.#preview = preview
  }

  static async open(): Promise<Stand> {
    const [browser, preview] = await Promise.all([
      openBrowser(),
      startBuiltPreview(['--knowledge', 'knowledge']),
    ])
    return new Stand(browser, preview)
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#preview.stop()
  }

  /** The page with these settings, loaded anew unless it shows them already. */
  async show(settings: Picture['settings'], width: number, height: number, scale: number): Promise<Page> {
    const page = await this.#pageOf(width, height, scale)
    const words = String(new URLSearchParams(settings))
    const url = `${this.#preview.url}?${words}#${words}`
    if (page.url() === url) return page
    // The words stand before the #, too: else the page would not be loaded, and old cards be taken for new ones. By way of
    // about:blank Chromium would start a process each time.
    await page.goto(url)
    await page.locator('article, .meetup').first().waitFor()
    return page
  }

  async take({ settings, part, width, height, scale }: Picture): Promise<Buffer> {
    const page = await this.show(settings, width, height, scale)
    return part === 'body' ? await page.screenshot() : await page.locator(part).screenshot()
  }

  /** The share of patches of 4 by 4 pixels (of the page) whose brightness has changed; 1 for another size. */
  async difference(one: Buffer, other: Buffer): Promise<number> {
    const page = await this.#pageOf(1, 1, 1)
    const pictures = JSON.stringify([one.toString('base64'), other.toString('base64')])
    return await page.evaluate<number>(`(${compare})(${pictures})`)
  }

  async #pageOf(width: number, height: number, scale: number): Promise<Page> {
    const key = `${width} ${height} ${scale}`
    const known = this.#pages.get(key)
    if (known) return known
    const page = await this.#browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale })
    this.#pages.set(key, page)
    return page
  }
}

describe.skipIf(!hasBrowser)(`the preview page${whyNot}`, () => {
  let stand: Stand

  beforeAll(async () => {
    stand = await Stand.open()
    if (isWriting) mkdirSync(folder, { recursive: true })
  }, 120_000)

  afterAll(() => stand?.close())

  it.runIf(isWriting)(
    'has its words written',
    async () => {
      const sections: string[] = []
      for (const text of texts) sections.push(`## ${text.name}\n${await wordsOf(text)}\n`)
      writeFileSync(wordsFile, sections.join('\n'))
    },
    120_000,
  )

  it.skipIf(isWriting).each(texts)(
    'still says in $name what is kept; npm run pictures keeps new words',
    async (text) => {
      expect(await wordsOf(text)).toBe(keptWords().get(text.name))
    },
  )

  it.runIf(isWriting && hasFonts).each([...cards, ...views])('has $name written', async (picture) => {
    writeFileSync(join(folder, `${picture.name}.png`), await stand.take(picture))
  })

  describe.skipIf(!hasFonts)(hasFonts ? 'with its fonts' : '(skipped: no fonts-noto-cjk)', () => {
    it.skipIf(isWriting).each(cards)(
      'still shows what $name looks like; npm run pictures makes new ones',
      async (picture) => {
        const stored = readFileSync(join(folder, `${picture.name}.png`))
        expect(await stand.difference(stored, await stand.take(picture))).toBeLessThan(leastChange)
      },
    )
  })

  async function wordsOf({ chat, locale, question }: (typeof texts)[number]): Promise<string> {
    const page = await stand.show({ question, locale }, 422, 900, 1.5)
    const shown = await page.locator(`.chat.${chat} .thread`).innerText()
    return shown.replace(/\n{2,}/gu, '\n').trim()
  }
})

/** Runs in the browser, which can read pictures: browsers of other versions draw the edges of letters otherwise. */
const compare = `async (pictures) => {
  const bitmaps = await Promise.all(pictures.map((text) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]))))
  const [one, other] = bitmaps
  if (Math.abs(one.width - other.width) > 2 || Math.abs(one.height - other.height) > 2) return 1
  const [width, height] = [Math.ceil(one.width / 6), Math.ceil(one.height / 6)]
  const [before, after] = bitmaps.map((bitmap) => {
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, width, height)
    return context.getImageData(0, 0, width, height).data
  })
  let changed = 0
  for (let at = 0; at < before.length; at += 4) {
    const by = [0, 1, 2].reduce((sum, channel) => sum + Math.abs(before[at + channel] - after[at + channel]), 0)
    if (by > 60) changed += 1
  }
  return changed / (width * height)
}`

describe('the stored pictures', () => {
  const names = () => readdirSync(folder)

  it('are all there, and none other', () => {
    const pictures = [...cards, ...views].map(({ name }) => `${name}.png`)
    expect(names().toSorted()).toEqual(['cards.txt', ...pictures].toSorted())
  })

  it('have at most 150 kB each', () => {
    expect(names().filter((name) => statSync(join(folder, name)).size > mostBytes)).toEqual([])
  })
})
