import type { ComponentChildren, JSX } from 'preact'
import type { Loaded } from './api.js'
import { useWords } from './words.js'

/** Something is on its way. */
export function Loading(): JSX.Element {
  return (
    <p class="state" role="status" aria-busy="true">
      {useWords().loading}
    </p>
  )
}

/** The server does not answer. */
export function Gone(): JSX.Element {
  const words = useWords()
  return (
    <div class="state" role="alert">
      <p>{words.gone}</p>
      <button type="button" class="plain" onClick={() => location.reload()}>
        {words.retry}
      </button>
    </div>
  )
}

/** There is nothing to show, and why. */
export function Empty({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="state">{children}</p>
}

interface WhenThereProps<Data> {
  readonly loaded: Loaded<Data>
  readonly children: (data: Data) => ComponentChildren
}

/** Data once it is there; before, and without a server, what is the matter. */
export function WhenThere<Data>({ loaded, children }: WhenThereProps<Data>): JSX.Element {
  if (loaded.state === 'loading') return <Loading />
  return loaded.state === 'gone' ? <Gone /> : <div>{children(loaded.data)}</div>
}
