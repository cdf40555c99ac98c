/** In memory that two threads share: what the reading thread is at, so that the other sees when it stays there. */
export class Progress {
  /** The place of the task, and the number of steps so far: the same task may be read twice. */
  readonly #cells: Int32Array

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.#cells = new Int32Array(memory)
  }

  /** Begins to read the task at a place, or `searching`. */
  at(place: number): void {
    Atomics.store(this.#cells, 0, place + 1)
    Atomics.add(this.#cells, 1, 1)
  }

  /** Nothing is being read. */
  rest(): void {
    this.at(resting)
  }

  /** The place, and a number that changes with each step. */
  look(): { readonly place: number; readonly step: number } {
    return { step: Atomics.load(this.#cells, 1), place: Atomics.load(this.#cells, 0) - 1 }
  }
}

/** A place before all tasks: the folder is searched. */
export const searching = -2

/** Nothing is being read. */
export const resting = -1
