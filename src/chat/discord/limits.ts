/**
 * Numbers that Discord sets, with the page of https://docs.discord.com/developers that states them; ours are marked.
 * Discord counts code points (discord-api-docs#1173). We count UTF-16 units, which are never fewer.
 */
export const limits = {
  /** resources/message, "Create Message". */
  content: 2000,
  nonce: 25,
  /** resources/message, "Embed Limits". */
  embeds: 10,
  embedTotal: 6000,
  embedDescription: 4096,
  /** Not on the page: the API refuses longer addresses. */
  embedUrl: 2048,
  /** components/reference. */
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  /** developers/components/reference, button: `url`. */
  buttonUrl: 512,
  customId: 100,
  /** interactions/application-commands. */
  commandOptions: 25,
  commandDescription: 100,
  commandTotal: 8000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** interactions/receiving-and-responding: the first response. */
  responseSeconds: 3,
  /** topics/gateway: IDENTIFYs in 24 hours, past which Discord resets the token. */
  identifiesPerDay: 1000,
} as const

/** Our own budgets. */
export const budgets = {
  /** Of an embed's text: what a phone shows in a few screens, and room for a line above the card. */
  card: 4000,
  /** Of a link's title, so that a card of links keeps every address. */
  linkTitle: 150,
  /** Pictures that a client lays out as one gallery: embeds of the same address are merged up to four. */
  gallery: 4,
  /** Bullets deeper than this are shown at this depth: a phone has no room for more. */
  listDepth: 4,
  /** Of tips a second: Discord takes 50 requests a second from a bot (topics/rate-limits); answers need the rest. */
  postsPerSecond: 20,
  /** A tip's post gives up within 20 s (chat.ts). */
  postSeconds: 18,
  /** How long `stop` waits for answers in flight. */
  stopSeconds: 10,
  /** How long READY may wait for its guilds; questions that come meanwhile would miss Discord's three seconds. */
  guildWaitSeconds: 1,
} as const
