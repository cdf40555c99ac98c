import type { Material } from '../attachments/attachment.js'
import { type FileLink, fileLinks } from '../attachments/file-links.js'
import { type ReadingTools, readAttachment } from '../attachments/read-attachment.js'
import type { Finding } from '../finding.js'
import { type Post, type PostOptions, parsePost } from '../post.js'
import { readTips, type TipsFile } from '../tips.js'
import { parseConcepts } from './concepts.js'
import { type FoundFile, findingAt, type NotesKind, unreadable } from './find-notes.js'
import { type Glossary, parseGlossary } from './glossary.js'
import { readText } from './read-text.js'

/** What is read at once: a file, or all files of concepts, which build on each other. */
export interface Task {
  readonly kind: NotesKind
  /** The file that messages name. */
  readonly path: string
  readonly paths: readonly string[]
  /** Changes whenever one of the files does. */
  readonly stamp: string
}

/** What a task's files say. */
export type Part = (
  | { readonly kind: 'post'; readonly path: string; readonly post: Post; readonly links: readonly FileLink[] }
  | { readonly kind: 'attachment'; readonly path: string; readonly material: Material }
  | { readonly kind: 'tips'; readonly tips: TipsFile }
  | { readonly kind: 'glossary'; readonly glossary: Glossary }
  | { readonly kind: 'concepts'; readonly concepts: ReturnType<typeof parseConcepts> }
  /** Nothing that can be used. */
  | { readonly kind: 'nothing' }
) & {
  /** On the files themselves, beside what is wrong with what they say. */
  readonly findings: readonly Finding[]
}

/** A file's path and what stands in it. */
export interface NotesFile {
  /** As messages name it. */
  readonly path: string
  readonly text: string
}

/** The files as tasks, in their order. */
export function tasksOf(files: readonly FoundFile[]): readonly Task[] {
  const concepts = files.filter(({ kind }) => kind === 'concepts')
  const [last] = concepts.slice(-1)
  const alone = files.filter(({ kind }) => kind !== 'concepts')
  return [
    ...alone.map(({ kind, path, stamp }) => ({ kind, path, paths: [path], stamp })),
    ...(last ? [{ ...last, paths: concepts.map(({ path }) => path), stamp: stampOf(concepts) }] : []),
  ]
}

/** Reads a task's files. Never throws. */
export function readPart({ kind, path, paths }: Task, options: PostOptions = {}): Part {
  const read = paths.map((each) => ({ path: each, ...readText(each) }))
  const files = read.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]))
  const findings = read.flatMap((each) => each.findings)
  try {
    return { ...parsePart(kind, files, options), findings }
  } catch (error) {
    return { kind: 'nothing', findings: [...findings, findingAt(path, incomprehensible(error))] }
  }
}

/** Reads a deck or captions. Never rejects. */
export async function readAttachmentPart({ path }: Task, tools: ReadingTools): Promise<Part> {
  try {
    return { kind: 'attachment', path, material: await readAttachment(path, tools), findings: [] }
  } catch (error) {
    return { kind: 'nothing', findings: [unreadable(path, error)] }
  }
}

/** What files of one kind say. */
export function parsePart(kind: NotesKind, files: readonly NotesFile[], options: PostOptions = {}): Part {
  const [file] = files
  if (!file) return { kind: 'nothing', findings: [] }
  const { text, path } = file
  switch (kind) {
    case 'post':
      return { kind, path, post: parsePost(text, path, options), links: fileLinks(text), findings: [] }
    case 'tips':
      return { kind, tips: readTips(text, path), findings: [] }
    case 'glossary':
      return { kind, glossary: parseGlossary(text, path), findings: [] }
    case 'concepts':
      return { kind, concepts: parseConcepts(files), findings: [] }
    case 'attachment':
      return { kind: 'nothing', findings: [] }
  }
}

/** Recursion ends a parser where quotes or lists lie thousands deep in each other. */
function incomprehensible(error: unknown): string {
  if (error instanceof RangeError) return 'is nested too deep. Take out quotes or indentation'
  return `cannot be understood (${error instanceof Error ? error.message : String(error)}). Please report it`
}

function stampOf(files: readonly FoundFile[]): string {
  return files.map(({ path, stamp }) => `${path} ${stamp}`).join('\n')
}
