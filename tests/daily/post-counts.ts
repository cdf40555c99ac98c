/** How many posts each channel has got. */
export function postCounts(posts: readonly { readonly channel: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { channel } of posts) counts.set(channel, (counts.get(channel) ?? 0) + 1)
  return counts
}
