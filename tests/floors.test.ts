import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', 'src')

/** From the ground up: a file imports from its own floor and from those before it. See docs/architecture.md. */
const floors = [
  'operator-error.ts',
  'text',
  'time',
  'knowledge',
  'search',
  'answer',
  'store',
  'chat',
  'daily',
  'questions',
  'live-notes',
  'operations',
  'config',
  'bot.ts',
  'app',
  'preview',
  'cli',
  'main.ts',
]

/** Where a library may be named. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  '@slack/': ['chat/slack/'],
  'discord.js': ['chat/discord/'],
  '@discordjs/': ['chat/discord/'],
  minisearch: ['search/'],
  stemmer: ['search/'],
  kysely: ['store/'],
  libsql: ['store/'],
  pg: ['store/'],
  unified: ['knowledge/tree/'],
  'remark-': ['knowledge/tree/'],
  'rehype-': ['knowledge/tree/'],
  'mdast-': ['knowledge/tree/'],
  'pdfjs-dist/': ['knowledge/decks/'],
  '@xmldom/': ['knowledge/decks/'],
  fflate: ['knowledge/decks/'],
  'media-captions': ['knowledge/recordings/'],
  'prom-client': ['operations/'],
  croner: ['daily/', 'operations/'],
  vite: ['preview/'],
  preact: ['preview/page/'],
  dotenv: ['main.ts'],
}

interface Import {
  readonly file: string
  readonly from: string
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file))

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((found) => ({
    file,
    from: found[1] ?? '',
  }))
})

function floorOf(file: string): number {
  const [room = ''] = file.split('/')
  return floors.indexOf(room)
}

function target({ file, from }: Import): string | undefined {
  return from.startsWith('.') ? relative(root, join(root, file, '..', from)) : undefined
}

/** What each file imports, by path. */
function graph(): ReadonlyMap<string, readonly string[]> {
  const known = new Set(files)
  const edges = new Map(files.map((file): [string, string[]] => [file, []]))
  for (const each of imports) {
    const to = target(each)?.replace(/\.js$/u, '.ts')
    if (to && known.has(to)) edges.get(each.file)?.push(to)
  }
  return edges
}

/** Chains of imports that come back to where they began. */
function circles(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    const from = path.indexOf(file)
    if (from >= 0) found.push([...path.slice(from), file].join(' -> '))
    if (from >= 0 || done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  return found
}

const named = ({ file, from }: Import) => `${file} imports ${from}`

describe('the floors', () => {
  it('are imported downwards only', () => {
    const upward = imports.filter((each) => {
      const to = target(each)
      return to !== undefined && floorOf(to) > floorOf(each.file)
    })
    expect(upward.map(named)).toEqual([])
  })

  it('give every file of the source a floor', () => {
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([])
  })

  it('keep the store from the chats', () => {
    const users = imports.filter(
      (each) => target(each)?.startsWith('store/') && each.file.startsWith('chat/'),
    )
    expect(users.map(named)).toEqual([])
  })

  it('are without circles, types included', () => {
    expect(circles(graph())).toEqual([])
  })

  it('keep one chat from importing another', () => {
    const chatOf = (path: string) => /^chat\/(\w+)\//u.exec(path)?.[1]
    const crossing = imports.filter((each) => {
      const here = chatOf(each.file)
      const there = chatOf(target(each) ?? '')
      return here && there && here !== there
    })
    expect(crossing.map(named)).toEqual([])
  })

  it('name each library in its own room', () => {
    const astray = imports.filter((each) => {
      const library = Object.keys(rooms).find(
        (name) => each.from === name || (/[/-]$/u.test(name) && each.from.startsWith(name)),
      )
      return library && !rooms[library]?.some((room) => each.file.startsWith(room))
    })
    expect(astray.map(named)).toEqual([])
  })

  it('give no two exported types the same name', () => {
    const named = files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return [...text.matchAll(/^export (?:abstract )?(?:interface|type|class) (\w+)/gmu)].map(
        (found) => found[1],
      )
    })
    expect(named.filter((name, at) => named.indexOf(name) < at)).toEqual([])
  })

  it('read process.env in main.ts alone', () => {
    const readers = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'))
    const code = readers.filter((file) => file !== 'main.ts' && !file.startsWith('config/'))
    expect(code).toEqual([])
  })
})
