/** However long a server says: after ten minutes it is asked again, since it may have been mistaken. */
const mostSeconds = 600

/** The seconds that a server asks to wait, at most ten minutes; `undefined` where what it says is no time. */
export function retryAfterSeconds(told: unknown): number | undefined {
  const seconds = typeof told === 'string' && told.trim() !== '' ? Number(told) : told
  return typeof seconds === 'number' && seconds >= 0 ? Math.min(seconds, mostSeconds) : undefined
}
