/**
 * Numbers that Discord sets, with the page of https://docs.discord.com/developers that states them; the
 * bot's own budgets are below. Discord counts code points (discord-api-docs#1173). We count UTF-16 units, which are never fewer.
 */
export const limits = {
  /** resources/message, "Create Message". */
  content: 2000,
  /** Not on the page: the API refuses longer addresses. */
  embedUrl: 2048,
  /** components/reference. */
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  /** components/reference, button: `url`. */
  buttonUrl: 512,
  customId: 100,
  /** interactions/application-commands. */
  commandName: 32,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** interactions/receiving-and-responding, "Modal": title; components/reference, "Label" and "Text Input". */
  formTitle: 45,
  formLabel: 45,
  formPlaceholder: 100,
  /** interactions/receiving-and-responding: the first response. */
  responseSeconds: 3,
  /** topics/gateway: IDENTIFYs in 24 hours, past which Discord resets the token. */
  identifiesPerDay: 1000,
} as const

/** What the bot allows itself. */
export const budgets = {
  /** Of what stands beside the card, and in a notification: the answer's line and the talk's title. */
  lead: 1000,
  /** Of small print that stands there as well, where there is nothing else for a card to hold. */
  smallPrint: 400,
  /** Of an embed's text: what a phone shows in a few screens, and room for a line above the card. */
  card: 4000,
  /** Of a link's title, so that a card of links keeps every address. */
  linkTitle: 150,
  /** Pictures that a client lays out as one gallery: embeds of the same address are merged up to four. */
  gallery: 4,
  /** Bullets deeper than this are shown at this depth: a phone has no room for more. */
  listDepth: 4,
  /** Pages of a channel's history, looked through for a tip: a server may have no end of them. */
  historyPages: 20,
  /** Of tips a second: Discord takes 50 requests a second from a bot (topics/rate-limits); answers need the rest. */
  postsPerSecond: 20,
  /** A tip's post gives up within 20 s (chat.ts). */
  postSeconds: 18,
  /** How long `stop` waits for answers in flight. */
  stopSeconds: 10,
  /** A request without an answer is given up after this: those to the same channel wait for it. */
  requestSeconds: 4,
  /** Of an answer of Discord's: its largest, a hundred messages of a channel's history, stay below two million. */
  responseBytes: 8_000_000,
  /** Of a frame of the gateway, in UTF-16 units: a large server's GUILD_CREATE has some millions. */
  frameLength: 16_000_000,
  /** Between heartbeats, whatever the gateway asks for; Discord asks for 41.25 s (topics/gateway). */
  heartbeatMilliseconds: { least: 100, usual: 41_250, most: 60_000 },
  /** Heartbeats that the gateway asks for between its own: one in so long is answered. */
  askedHeartbeatMilliseconds: 1000,
  /** After so many failed tries to resume a session a new one is begun. */
  resumptions: 3,
  /** An answer that could not go out by then is dropped: nobody waits for it any more. */
  answerSeconds: 30,
  /** The first pause before a message is sent again, doubled each time. */
  resendSeconds: 1,
  /** How often discord.js forgets the routes of interactions that are over. */
  sweepSeconds: 300,
  /** Between tries to reach Discord at the start: the first pause, doubled each time, and the longest. */
  retrySeconds: 2,
  retryCapSeconds: 300,
  /** Between connections to a gateway that closes at once: the first pause, doubled each time, and the longest. */
  reconnectSeconds: 1,
  reconnectCapSeconds: 60,
  /** A connection that lasted so long was a good one: the next is made without a pause. */
  calmSeconds: 60,
  /** How long the gateway may take to answer a goodbye. */
  goodbyeSeconds: 1,
  /** How long RESUMED may take. */
  resumeSeconds: 30,
  /** Answers under way at once. A callback takes 5 to 50 ms: 64 keep two cores busy. */
  concurrency: 64,
  /** Events that wait. */
  capacity: 1000,
  /** An interaction is begun within this time of its making, so that the answer has a second of its three to go out. */
  beginSeconds: limits.responseSeconds - 1,
} as const
