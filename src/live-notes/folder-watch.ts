import { type FSWatcher, watch } from 'node:fs'
import type { FoundFolder } from '../knowledge/files/find-notes.js'

/**
 * Watches folders for any sign of change. One watch a folder is enough for its files and for the links of Kubernetes'
 * ConfigMaps, and is all that Linux counts, however many files there are.
 */
export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>()
  /** Each is named once: the folders are tried again at each look. */
  readonly #complained = new Set<string>()
  readonly #touched: () => void
  readonly #failed: (error: unknown, folder: string) => void

  constructor(touched: () => void, failed: (error: unknown, folder: string) => void) {
    this.#touched = touched
    this.#failed = failed
  }

  /** Watches these folders and no others; one that was deleted and made again is watched anew. */
  follow(folders: readonly FoundFolder[]): void {
    const wanted = new Map(folders.map(({ path, identity }) => [`${identity} ${path}`, path]))
    for (const [key, watcher] of this.#watchers) if (!wanted.has(key)) this.#drop(key, watcher)
    for (const [key, path] of wanted) if (!this.#watchers.has(key)) this.#add(key, path)
  }

  close(): void {
    for (const [key, watcher] of this.#watchers) this.#drop(key, watcher)
  }

  #add(key: string, path: string): void {
    try {
      const watcher = watch(path, this.#touched)
      watcher.on('error', (error) => {
        this.#drop(key, watcher)
        this.#complain(error, path)
      })
      this.#watchers.set(key, watcher)
    } catch (error) {
      this.#complain(error, path)
    }
  }

  #complain(error: unknown, path: string): void {
    if (!this.#complained.has(path)) this.#failed(error, path)
    this.#complained.add(path)
  }

  #drop(key: string, watcher: FSWatcher): void {
    this.#watchers.delete(key)
    watcher.close()
  }
}
