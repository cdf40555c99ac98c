import type { ComponentChildren, JSX } from 'preact'

/** On a phone a row is a card, and each cell says what it is. */
export function Cell({
  name,
  children,
}: {
  readonly name: string
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <td data-name={name}>
      <div>{children}</div>
    </td>
  )
}
