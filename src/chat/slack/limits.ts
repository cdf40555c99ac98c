/**
 * Numbers that Slack sets, with their source; ours are marked. "Block Kit" is docs.slack.dev/reference/block-kit.
 * Slack counts characters; we count UTF-16 units, which are never fewer.
 */
export const limits = {
  /** Block Kit, "Blocks". */
  blocks: 50,
  /** Block Kit, "Blocks": modals and Home tabs. */
  viewBlocks: 100,
  /** Block Kit, header block. */
  header: 150,
  /** Block Kit, text object. */
  text: 3000,
  /** Block Kit, context block. */
  contextElements: 10,
  /** Block Kit, actions block. */
  actionElements: 25,
  /** Block Kit, button element. */
  buttonText: 75,
  buttonValue: 2000,
  /** Block Kit, select menu element. */
  placeholder: 150,
  options: 100,
  /** Block Kit, option object. */
  optionText: 75,
  optionDescription: 75,
  optionValue: 150,
  /** Block Kit, rich text list: deeper bullets are refused. */
  listIndent: 8,
  /** interactivity/implementing-shortcuts. */
  shortcutName: 24,
  /** surfaces/modals. */
  modalTitle: 24,
  /** Block Kit, input block. */
  inputLabel: 2000,
  /** Ours, of 3,000 that Slack allows: nobody asks longer. */
  inputText: 300,
  /** chat.postMessage: longer text is cut. */
  messageText: 40_000,
  /** interactivity/handling-user-interaction: a `response_url` takes this many answers in half an hour. */
  responses: 5,
  /** interactivity/handling-user-interaction. */
  acknowledgeSeconds: 3,
  /** authentication/verifying-requests-from-slack. */
  requestAgeSeconds: 300,
} as const

/** Our own budgets. */
export const budgets = {
  /** Of all blocks of a message together, as JSON: about 13,200 gives `msg_blocks_too_long` (bolt-js#2509, #2867). */
  blocks: 12_000,
  /** Of one block of bullets. */
  piece: 4000,
  /** Of one paragraph. */
  paragraph: 2900,
  linkTitle: 200,
  /** Of each of the two lines of a row: what a phone shows in two. */
  rowLine: 300,
  /** Buttons beside each other, before a phone breaks the row. */
  buttonsPerRow: 5,
  /** Of a row of buttons on a phone of 390 pixels, in half-width characters of 7.5 pixels; and of a button's frame. */
  rowWidth: 44,
  buttonFrame: 4,
  /** Of a question inside a button, so that the button's value stays below its limit whatever has to be escaped. */
  origin: 1500,
  /** When to acknowledge a question whose answer is not there yet. */
  acknowledgeSeconds: 2.5,
  /** An event is begun within this time of its arrival, so that the answer has a second of its three to go out. */
  beginSeconds: 2,
  /** Events under way at once. Most of them wait for Slack to take a message: what is bounded is memory. */
  concurrency: 256,
  /** Events that wait. */
  capacity: 1000,
  /** An answer that could not go out by then is dropped: nobody waits for it any more. */
  answerSeconds: 30,
  /** How long `stop` waits for answers in flight. */
  stopSeconds: 10,
  /** Ids of events remembered, to answer each once: Slack repeats within about five minutes. */
  seen: 10_000,
  /** Of Slack's answer to a call, and of a frame of Socket Mode in UTF-16 units: a page of history stays below one million. */
  responseBytes: 8_000_000,
  frameLength: 8_000_000,
  /** Connections that end soon are followed at once so often in a row, and then ever later. */
  freeReconnections: 3,
  /** Of a call of the Web API or a `response_url`. */
  callSeconds: 10,
  /** A tip's post gives up within 20 s (chat.ts). */
  postSeconds: 18,
  /** Pages of a channel's history, looked through for a tip: a server may have no end of them. */
  historyPages: 20,
  /** Of tips a second: chat.postMessage takes one a second in a channel and several hundred a minute in a workspace. */
  postsPerSecond: 3,
  /** Of a request in HTTP mode: Slack's own are far below. */
  requestBytes: 1_000_000,
  /** For such a request to come in whole: Slack itself gives up after so long. */
  requestSeconds: 3,
} as const
