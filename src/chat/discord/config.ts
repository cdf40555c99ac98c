/** What the Discord chat needs to be told. */
export interface DiscordConfig {
  /** `DISCORD_TOKEN`. */
  readonly token: string
  /** `DISCORD_API_URL`: base of the REST API; Discord's own unless told. */
  readonly apiUrl?: string
  /** `DISCORD_GUILD_ID`: the one server that gets the commands; all servers unless told. */
  readonly guildId?: string
  /** `DISCORD_COMMAND`, without slash: `"devops"`. */
  readonly command: string
  /** `ORGANISERS`: ids of users who may manage tips and read gaps wherever they are. */
  readonly organisers: readonly string[]
}
