import type { JSX } from 'preact'
import type { InlinePiece, TextStyle } from './inline.js'

/** Stretches of text. Everything is text to the browser: no markup of notes or questions gets through. */
export function Inlines({ inlines }: { readonly inlines: readonly InlinePiece[] }): JSX.Element {
  return (
    <>
      {inlines.map((inline, at) => (
        <One key={at} inline={inline} />
      ))}
    </>
  )
}

function One({ inline }: { readonly inline: InlinePiece }): JSX.Element {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>
    case 'break':
      return <br />
    case 'code':
      return <code>{inline.text}</code>
    case 'mention':
      return <span class="mention">{inline.text}</span>
    case 'link':
      return (
        <OutsideLink url={inline.url}>
          <Inlines inlines={inline.inlines} />
        </OutsideLink>
      )
    case 'styled': {
      const Mark = marks[inline.style]
      return (
        <Mark>
          <Inlines inlines={inline.inlines} />
        </Mark>
      )
    }
  }
}

const marks = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  spoiler: 'mark',
} as const satisfies Record<TextStyle, string>

interface OutsideLinkProps {
  readonly url: string
  readonly children: preact.ComponentChildren
  readonly class?: string
}

/** A link to the outside; plain text where the address is none of the web's. */
export function OutsideLink({ url, children, class: name }: OutsideLinkProps): JSX.Element {
  if (!/^https?:\/\//iu.test(url)) return <span class={name}>{children}</span>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" class={name}>
      {children}
    </a>
  )
}
