/** A stream that keeps the lines written to it. */
export function lineCollector() {
  const lines: string[] = []
  return {
    lines,
    write: (line: string) => lines.push(line),
    /** The lines as the objects that they hold. */
    entries: (): readonly Record<string, unknown>[] => lines.map((line) => JSON.parse(line)),
  }
}
