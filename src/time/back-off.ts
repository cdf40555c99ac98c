/** Seconds to wait after a number of failures in a row: doubled each time, never over the cap. None gives 0. */
export function backOffSeconds(failures: number, firstSeconds: number, capSeconds: number): number {
  return failures < 1 ? 0 : Math.min(firstSeconds * 2 ** (failures - 1), capSeconds)
}
