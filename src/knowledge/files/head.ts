/** The head of a post, found but not read. */
export interface Head {
  /** `lines` has no line of dashes above it, only below. */
  readonly format: 'yaml' | 'toml' | 'lines' | 'none'
  readonly source: string
  /** The line of the file that `source` begins at. */
  readonly firstLine: number
  /** The rest of the text; the head's lines are empty there, so that all others keep their numbers. */
  readonly body: string
  /** The line of a key, or that of the head where it is not found. */
  readonly lineOf: (key: string) => number
}

/** Our own limit: a longer head is none. */
const MAX_LINES = 400

/** Finds YAML between lines of three dashes, TOML between lines of three plus signs, and YAML whose opening line is missing. */
export function readHead(text: string): Head {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const mark = lines[first]?.trimEnd() ?? ''
  if (mark === '---' || mark === '+++') {
    const end = lines.findIndex(
      (line, index) =>
        index > first &&
        index <= first + MAX_LINES &&
        (line.trimEnd() === mark || (mark === '---' && line.trimEnd() === '...')),
    )
    const source = lines.slice(first + 1, end)
    const isEmpty = source.every((line) => line.trim() === '')
    if (end > 0 && (isEmpty || source.some((line) => /^\s*["']?[\w-]+["']?\s*[:=]/.test(line))))
      return head(mark === '---' ? 'yaml' : 'toml', lines, first + 1, end)
  }
  const end = endOfLines(lines, first)
  return end > 0
    ? head('lines', lines, first, end)
    : { format: 'none', source: '', firstLine: 1, body: text, lineOf: () => 1 }
}

/** The line of dashes below lines of `key: value` that nothing opens; 0 when there is none. */
function endOfLines(lines: readonly string[], first: number): number {
  if (
    first < 0 ||
    !/^(?:title|layout|date|tags|categor(?:y|ies)|author|meetup|slug|description)\s*:/i.test(
      lines[first] ?? '',
    )
  )
    return 0
  for (let index = first; index < Math.min(lines.length, first + 40); index += 1) {
    const line = lines[index]?.trimEnd() ?? ''
    if (line === '---') return index
    if (line !== '' && !/^[\w-]+\s*:|^\s+\S|^-\s/.test(line)) return 0
  }
  return 0
}

function head(format: Head['format'], lines: readonly string[], from: number, end: number): Head {
  const source = lines.slice(from, end)
  return {
    format,
    source: source.join('\n'),
    firstLine: from + 1,
    body: [...Array.from({ length: end + 1 }, () => ''), ...lines.slice(end + 1)].join('\n'),
    lineOf: (key) => {
      const place = source.findIndex((line) => line.toLowerCase().startsWith(key))
      return place < 0 ? from + 1 : from + place + 1
    },
  }
}
