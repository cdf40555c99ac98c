const officialApi = 'https://discord.com/api'

/** The base of Discord's REST API as discord.js wants it, without version or final slash: `"http://127.0.0.1:4001/api"`. */
export function apiBase(apiUrl: string | undefined): string {
  if (!apiUrl) return officialApi
  return apiUrl
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/v\d+$/, '')
}
