import type { Block } from './blocks.js'

/** A message as people see it. */
export interface Shown {
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly thread_ts?: string
  /** The one person who sees it. */
  readonly to?: string
  readonly metadata?: unknown
}

/** A modal or a Home tab as its person sees it. */
export interface View {
  readonly id: string
  readonly type: string
  readonly user: string
  readonly title?: { readonly text: string }
  readonly callback_id?: string
  readonly blocks: readonly Block[]
}

/** What people see of the bot; waits for what is on its way. */
export class Board {
  messages: readonly Shown[] = []
  views: readonly View[] = []
  /** Every message that ever was, as it then read. */
  readonly history: Shown[] = []
  /** Everything that Slack would have refused or complained of. */
  readonly faults: string[] = []
  readonly #waiting = new Set<() => void>()
  #clock = 0

  /** A message's id: seconds, dot, six digits. */
  nextTs(): string {
    this.#clock += 1
    return `${Math.floor(Date.now() / 1000)}.${String(this.#clock).padStart(6, '0')}`
  }

  show(message: Omit<Shown, 'ts'>): Shown {
    const shown = { ...message, ts: this.nextTs() }
    this.messages = [...this.messages, shown]
    this.history.push(shown)
    this.changed()
    return shown
  }

  replace(ts: string, message: Pick<Shown, 'text' | 'blocks'>): void {
    this.messages = this.messages.map((each) => (each.ts === ts ? { ...each, ...message } : each))
    this.history.push(...this.messages.filter((each) => each.ts === ts))
    this.changed()
  }

  remove(ts: string): void {
    this.messages = this.messages.filter((each) => each.ts !== ts)
    this.changed()
  }

  showView(view: View): void {
    this.views = [...this.views.filter((each) => each.id !== view.id), view]
    this.changed()
  }

  fault(what: string): void {
    this.faults.push(what)
    this.changed()
  }

  changed(): void {
    for (const look of this.#waiting) look()
  }

  /** What `read` finds, as soon as it finds something. */
  async until<T>(read: () => T | undefined | false): Promise<T> {
    return await new Promise((resolve) => {
      const look = () => {
        const found = read()
        if (found === undefined || found === false) return
        this.#waiting.delete(look)
        resolve(found)
      }
      this.#waiting.add(look)
      look()
    })
  }
}

/** A message's or view's words as a person reads them, buttons in brackets. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(read).join('\n')
}

function read(block: unknown): string {
  if (typeof block !== 'object' || block === null) return ''
  if ('type' in block && block.type === 'button' && 'text' in block)
    return `[${read(block.text)}]${'url' in block ? ` ${block.url}` : ''}`
  if ('type' in block && block.type === 'link' && 'url' in block) {
    return 'text' in block ? `${block.text} (${block.url})` : String(block.url)
  }
  const inner = ['label', 'text', 'placeholder', 'elements', 'options', 'accessory'] as const
  return inner
    .map((key) => {
      const value: unknown = Reflect.get(block, key)
      if (typeof value === 'string') return value
      if (Array.isArray(value)) return value.map(read).join(separatorIn(block))
      return read(value)
    })
    .filter(Boolean)
    .join(' ')
}

function separatorIn(block: object): string {
  const type: unknown = Reflect.get(block, 'type')
  if (type === 'rich_text_section') return ''
  return type === 'actions' ? ' ' : '\n'
}
