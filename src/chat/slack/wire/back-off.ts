import { backOffSeconds as backOff } from '../../../time/back-off.js'

const firstSeconds = 0.5
const capSeconds = 30

/** Seconds to wait after a number of failures in a row: doubled each time up to 30, none after none. */
export function backOffSeconds(failures: number): number {
  return backOff(failures, firstSeconds, capSeconds)
}
