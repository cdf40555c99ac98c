import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser, whyNot } from './browser.js'
import { type StartedPreview, startBuiltPreview } from './started.js'

/** A meetup of many talks, so that lists have pages. */
function meetup(title: string, talks: number): string {
  const lines = Array.from({ length: talks }, (_, at) => [
    `## 주제 ${at + 1}: 캐시 ${at + 1}단`,
    '',
    `- 발표자: 김하나`,
    `- 자료: https://slides.example/${at + 1}`,
    `- 캐시는 ${at + 1}번 데운다`,
    '',
  ])
  return ['---', `title: ${title}`, 'date: 2024-05-11', '---', '', ...lines.flat()].join('\n')
}

/** Notes that want to run something, or to reach out. */
const hostile = [
  '---',
  'title: "<img src=x onerror=attack()>"',
  'date: 2024-06-01',
  '---',
  '',
  '## <script>attack()</script> 공격 발표',
  '',
  '- 발표자: "><svg onload=attack()>',
  '- [누르세요](javascript:attack()) 공격',
  '- ![그림](https://evil.example/pixel.png) 공격',
  '- <b onclick="attack()">굵은</b> `</code><script>attack()</script>` 공격',
  '',
].join('\n')

let browser: Browser
beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser()
}, 120_000)
afterAll(() => browser?.close())

describe.skipIf(!hasBrowser)(`the preview page${whyNot}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-bot-notes-'))
  let preview: StartedPreview
  let page: Page
  let loads = 0
  /** What the page said on its console, and what it asked of anybody else. */
  let complaints: string[] = []

  beforeAll(async () => {
    writeFileSync(join(folder, '2024-05-cache.md'), meetup('캐시 밋업', 40))
    preview = await startBuiltPreview(['--knowledge', folder])
    page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'ko-KR' })
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    page.on('request', (request) => request.url().startsWith(preview.url) || complaints.push(request.url()))
    await page.exposeFunction('attack', () => complaints.push('The notes ran a script'))
  }, 120_000)

  afterAll(async () => {
    await page?.close()
    await preview?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(() => {
    complaints = []
  })

  afterEach(() => expect(complaints).toEqual([]))

  /** Loads the page anew in the same window: a window of its own for each test takes Chromium four times as long. */
  const open = (settings: Readonly<Record<string, string>> = {}) => {
    loads += 1
    return page.goto(`${preview.url}?load=${loads}#${new URLSearchParams(settings)}`)
  }
  const chat = (name: 'Slack' | 'Discord') => page.getByRole('region', { name })

  it('shows a card in both chats within 1.5 seconds', async () => {
    const seconds: number[] = []
    // The best of three by the page's own clock: other tests may hold the machine.
    for (let turn = 0; turn < 3; turn++) {
      await open({ question: '캐시 7단' })
      await chat('Slack').getByText('캐시는 7번 데운다').waitFor()
      await chat('Discord').getByText('캐시는 7번 데운다').waitFor()
      seconds.push((await page.evaluate<number>('performance.now()')) / 1000)
    }
    expect(Math.min(...seconds)).toBeLessThan(1.5)
  })

  it('asks what is typed and completed, by keys alone', async () => {
    await open()
    const field = page.getByRole('combobox', { name: '질문' })
    await field.fill('주제 12')
    await page.getByRole('option').first().waitFor()
    await field.press('ArrowDown')
    await field.press('Enter')
    await chat('Slack').getByText('캐시는 12번 데운다').waitFor()
    expect(await field.inputValue()).toBe('주제 12: 캐시 12단')
  })

  it('turns the page of a list in place, in the chat where it was pressed', async () => {
    await open({ question: 'sessions' })
    for (const name of ['Slack', 'Discord'] as const) {
      const list = chat(name)
      await list.getByText('주제 1: 캐시 1단').first().waitFor()
      const count = await list.getByRole('article').count()
      await list.getByRole('button', { name: '다음' }).click()
      await list.getByRole('button', { name: '이전' }).waitFor()
      expect([
        await list.getByText('주제 1: 캐시 1단').count(),
        await list.getByRole('article').count(),
      ]).toEqual([0, count])
    }
  })

  it('opens a talk as a new message', async () => {
    await open({ question: 'sessions' })
    await chat('Discord').getByRole('button', { name: '2', exact: true }).click()
    await chat('Discord').getByText('캐시는 2번 데운다').waitFor()
    expect(await chat('Discord').getByRole('article').count()).toBe(2)
    expect(await chat('Slack').getByRole('article').count()).toBe(1)
  })

  it.each(['Slack', 'Discord'] as const)('shares and votes as %s does', async (name) => {
    await open({ question: '캐시 7단' })
    const { locator, vote, share } = { locator: chat(name), vote: /도움/u, share: /공유/u }
    await locator.getByRole('button', { name: vote }).first().click()
    await locator.getByText(/고마|감사/u).waitFor()
    expect(await locator.getByRole('button', { name: vote }).count()).toBe(0)
    await page.reload()
    await locator.getByRole('button', { name: share }).click()
    await locator.getByText(/민지/u).waitFor()
    expect(await locator.getByText(/나만 볼 수/u).count()).toBe(0)
  })

  it('asks with the form of a command', async () => {
    await open()
    await page.getByText('명령 양식').click()
    await page.getByLabel('명령', { exact: true }).selectOption('slides')
    await page.getByLabel('찾을 말: 비우면 모든 자료').fill('캐시 9단')
    await page.getByRole('button', { name: '이 명령으로 묻기' }).click()
    await chat('Slack').getByText('slides 캐시 9단').waitFor()
    expect(await chat('Slack').getByRole('link').first().getAttribute('href')).toBe(
      'https://slides.example/9',
    )
  })

  it('shows a saved file at once', async () => {
    await open({ view: 'notes' })
    await page.getByRole('heading', { name: '캐시 밋업' }).waitFor()
    const before = performance.now()
    writeFileSync(join(folder, '2025-01-queue.md'), meetup('큐 밋업', 2))
    await page.getByRole('heading', { name: '큐 밋업' }).waitFor()
    // Measured: 0.4 to 1.0 s on two cores with a load of 22. Three, since other tests may hold the machine.
    expect(performance.now() - before).toBeLessThan(3000)
    rmSync(join(folder, '2025-01-queue.md'))
    await page.getByRole('heading', { name: '큐 밋업' }).waitFor({ state: 'detached' })
  })

  it('shows hostile notes and questions as the letters they are', async () => {
    writeFileSync(join(folder, '2024-06-hostile.md'), hostile)
    await open({ view: 'notes' })
    await page.getByRole('heading', { name: '<img src=x onerror=attack()>' }).waitFor()
    await open({ question: '공격' })
    await chat('Slack').getByText('공격').nth(1).waitFor()
    await open({ question: '"><img src=x onerror=attack()> <script>attack()</script>' })
    await chat('Slack').getByText('<script>attack()</script>').first().waitFor()
    const addresses = await page
      .locator('a[href], img[src], script[src]')
      .evaluateAll((all) =>
        all.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
      )
    expect(addresses.filter((address) => /^(?:javascript|data):/iu.test(address))).toEqual([])
    rmSync(join(folder, '2024-06-hostile.md'))
  })

  it('says in each view what is the matter when there is nothing', async () => {
    await open({ view: 'gaps' })
    await page.getByText('아직 데이터베이스가 없어요.').waitFor()
    await open({ view: 'tips', channel: 'nowhere' })
    await page.getByText('채널은 slack:C0123456789').waitFor()
  })

  it.each([
    [{ view: 'ask', question: '캐시 7단', theme: 'light' }],
    [{ view: 'ask', question: 'help', theme: 'dark', locale: 'en' }],
    [{ view: 'notes', theme: 'dark' }],
    [{ view: 'tips', channel: 'slack:C0123456789', chat: 'discord', theme: 'light' }],
    [{ view: 'gaps', theme: 'dark' }],
  ])('has nothing serious against people with disabilities: %j', async (settings) => {
    await open(settings)
    await page.locator('main > :not([aria-busy])').first().waitFor()
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<AxeResults>('axe.run()')
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

describe.skipIf(!hasBrowser)(`a preview of notes that cannot be used${whyNot}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-bot-empty-'))

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('shows what is wrong, and the notes once they are mended', async () => {
    mkdirSync(join(folder, 'posts'))
    const preview = await startBuiltPreview(['--knowledge', folder])
    const page = await browser.newPage()
    try {
      await page.goto(`${preview.url}#view=notes`)
      await page.getByText('no meetup post (*.md) in this folder').waitFor()
      writeFileSync(join(folder, '2024-05-cache.md'), meetup('캐시 밋업', 2))
      await page.getByRole('heading', { name: '캐시 밋업' }).waitFor()
    } finally {
      await page.close()
      await preview.stop()
    }
  }, 60_000)
})
