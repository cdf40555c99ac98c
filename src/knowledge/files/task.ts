import type { Material } from '../attachments/attachment.js'
import type { FileLink } from '../attachments/file-links.js'
import type { parseConcepts } from '../concepts/concepts.js'
import type { Finding } from '../finding.js'
import type { TipsFile } from '../join-tips.js'
import type { Post } from '../post.js'
import type { FoundFile, NotesKind } from './find-notes.js'
import type { Glossary } from './glossary.js'
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
export type NotesPart = (
  | { readonly kind: 'post'; readonly path: string; readonly post: Post; readonly links: readonly FileLink[] }
  | { readonly kind: 'attachment'; readonly path: string; readonly material: Material }
  | { readonly kind: 'tips'; readonly tips: TipsFile }
  | { readonly kind: 'glossary'; readonly glossary: Glossary }
  | { readonly kind: 'concepts'; readonly concepts: Readonly<ReturnType<typeof parseConcepts>> }
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

/** The texts of a task's files. */
export interface Texts {
  readonly files: readonly NotesFile[]
  /** On files that have none. */
  readonly findings: readonly Finding[]
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
export function readTexts({ paths }: Task): Texts {
  const read = paths.map((path) => ({ path, ...readText(path) }))
  return {
    files: read.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }])),
    findings: read.flatMap(({ findings }) => findings),
  }
}

function stampOf(files: readonly FoundFile[]): string {
  return files.map(({ path, stamp }) => `${path} ${stamp}`).join('\n')
}
