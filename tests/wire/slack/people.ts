import { type Block, refusedView } from './blocks.js'
import type { Shown, View } from './board.js'
import type { FakeSlack } from './fake-slack.js'
import type { Said } from './response-urls.js'
import type { Kind } from './socket.js'

/** Brings a payload to the bot, and gives what it was acknowledged with. */
export type Deliver = (kind: Kind, payload: object) => Promise<unknown>

/** What people do in Slack, as the payloads that Slack makes of it. */
export class People {
  readonly #slack: FakeSlack
  readonly #deliver: Deliver
  #events = 0

  constructor(slack: FakeSlack, deliver: Deliver) {
    this.#slack = slack
    this.#deliver = deliver
  }

  /** Types a slash command; resolves when it is acknowledged. */
  async command(text: string, { channel = 'C1', user = 'U1', command = '/devops' } = {}): Promise<void> {
    const context = { channel, user }
    const payload = {
      token: 'old',
      team_id: 'T1',
      team_domain: 'devops',
      channel_id: channel,
      channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
      user_id: user,
      user_name: nameOf(user),
      command,
      text,
      api_app_id: 'A1',
      is_enterprise_install: 'false',
      response_url: this.#responseUrl(context),
      trigger_id: this.#trigger(user),
    }
    const said = await this.#deliver('slash_commands', payload)
    if (typeof said === 'object' && said !== null) this.#slack.responseUrls.say(said as Said, context)
  }

  /** Mentions the bot; resolves when the event is acknowledged. */
  async mention(text: string, facts: object = {}): Promise<string> {
    const ts = this.#slack.board.nextTs()
    const event = {
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      text: `<@UBOT> ${text}`,
      ts,
      event_ts: ts,
    }
    await this.event({ ...event, ...facts })
    return ts
  }

  /** Writes to the bot directly; resolves when the event is acknowledged. */
  async message(text: string, facts: object = {}): Promise<void> {
    const ts = this.#slack.board.nextTs()
    const event = { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', text, ts, event_ts: ts }
    await this.event({ ...event, ...facts })
  }

  /** Opens the bot's Home tab. */
  async openHome(user = 'U1'): Promise<void> {
    await this.event({ type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1.0' })
  }

  /** Any event, in the envelope that all have. */
  async event(event: object, id = this.#nextEvent()): Promise<void> {
    await this.#deliver('events_api', {
      token: 'old',
      team_id: 'T1',
      api_app_id: 'A1',
      event,
      type: 'event_callback',
      event_id: id,
      event_time: 1_800_000_000,
      authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
    })
  }

  /** Chooses the global shortcut. */
  async openForm(user = 'U1'): Promise<void> {
    await this.#deliver('interactive', {
      type: 'shortcut',
      callback_id: 'ask_talks',
      team: { id: 'T1' },
      user: { id: user, username: nameOf(user) },
      trigger_id: this.#trigger(user),
      action_ts: '1.0',
    })
  }

  /** Sends a form off; Slack shows the view that the acknowledgement brings. */
  async submit(view: View, values: object): Promise<void> {
    const answer = await this.#deliver('interactive', {
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: view.user, username: nameOf(view.user) },
      view: { id: view.id, type: view.type, callback_id: view.callback_id, state: { values } },
      trigger_id: this.#trigger(view.user),
    })
    const shown = answer as { response_action: string; view: { type: string; blocks: Block[] } }
    const refused = shown.response_action === 'update' ? refusedView(shown.view) : { why: 'no update' }
    if (refused) this.#slack.board.fault(refused.why)
    else this.#slack.board.showView({ ...shown.view, id: view.id, user: view.user })
  }

  /** Chooses "Find talks" in a message's menu. */
  async findTalks(text: string, facts: object = {}): Promise<void> {
    await this.#deliver('interactive', {
      type: 'message_action',
      callback_id: 'find_talks',
      team: { id: 'T1' },
      user: { id: 'U1', name: nameOf('U1') },
      channel: { id: 'C1', name: 'general' },
      message: { type: 'message', user: 'U2', ts: '1.5', text, ...facts },
      message_ts: '1.5',
      trigger_id: this.#trigger('U1'),
      response_url: this.#responseUrl({ channel: 'C1', user: 'U1' }),
    })
  }

  /** Presses a message's button, or chooses a menu's option, by its label. */
  async press(message: Shown, label: string, user = 'U1'): Promise<void> {
    const { channel, ts, thread_ts, to } = message
    await this.#deliver('interactive', {
      ...this.#pressed(message.blocks, label, user),
      channel: { id: channel, name: 'general' },
      // Slack sends no message with a press under a private one.
      ...(to
        ? {}
        : { message: { type: 'message', user: 'UBOT', ts, text: message.text, blocks: message.blocks } }),
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: to !== undefined,
        ...(thread_ts ? { thread_ts } : {}),
      },
      response_url: this.#responseUrl({ channel, user, original: ts }),
    })
  }

  /** Presses a button in a modal or a Home tab: there is no `response_url`. */
  async pressIn(view: Pick<View, 'id' | 'type' | 'user' | 'blocks'>, label: string): Promise<void> {
    await this.#deliver('interactive', {
      ...this.#pressed(view.blocks, label, view.user),
      container: { type: 'view', view_id: view.id },
      view: { id: view.id, type: view.type, blocks: view.blocks },
    })
  }

  #nextEvent(): string {
    this.#events += 1
    return `Ev${this.#events}`
  }

  #pressed(blocks: readonly Block[], label: string, user: string): object {
    return {
      type: 'block_actions',
      team: { id: 'T1' },
      api_app_id: 'A1',
      user: { id: user, username: nameOf(user), name: nameOf(user), team_id: 'T1' },
      trigger_id: this.#trigger(user),
      actions: [actionNamed(blocks, label)],
    }
  }

  #responseUrl(context: { channel: string; user: string; original?: string }): string {
    return new URL(this.#slack.responseUrls.open(context), this.#slack.apiUrl).href
  }

  #trigger(user: string): string {
    const trigger = `${user} ${this.#slack.board.nextTs()}`
    this.#slack.workspace.triggers.add(trigger)
    return trigger
  }
}

/** People are called by their id: `"u1"`. */
function nameOf(user: string): string {
  return user.toLowerCase()
}

interface Choice {
  readonly text: { readonly text: string }
  readonly value: string
}

interface Element extends Choice {
  readonly type: string
  readonly action_id: string
}

/** The button that says so, or the one of the row that says so. */
function actionNamed(blocks: readonly Block[], label: string): object {
  for (const block of blocks) {
    const buttons = block.type === 'actions' ? (block.elements as readonly Element[]) : []
    const named = buttons.find(({ text }) => text.text === label)
    const row = block.type === 'section' && JSON.stringify(block.text).includes(label)
    const pressed = named ?? (row ? (block.accessory as Element) : undefined)
    if (pressed) return { ...pressed, block_id: 'b', action_ts: '1.0' }
  }
  throw new Error(`There is no "${label}" to press`)
}
