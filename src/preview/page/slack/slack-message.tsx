import type { JSX } from 'preact'
import type { SlackPost } from '../../wire.js'
import type { InlinePiece } from '../inline.js'
import { Inlines, OutsideLink } from '../inlines.js'
import { useWords } from '../words.js'
import { readMrkdwn } from './mrkdwn.js'

type SlackBlock = SlackPost['blocks'][number]
type Of<Type extends string> = Extract<SlackBlock, { type: Type }>
type RichElement = Of<'rich_text'>['elements'][number]
type RichPiece = Extract<RichElement, { type: 'rich_text_section' }>['elements'][number]

/** What a press of a button does. `code` is what the button carries. */
export type OnPress = (code: string) => void

/** A message as Slack draws it: the blocks that the bot sends, and a note in place of any other. */
export function SlackMessage({
  post,
  onPress,
}: {
  readonly post: SlackPost
  readonly onPress: OnPress
}): JSX.Element {
  const words = useWords()
  return (
    <article class="slack-message">
      <div class="avatar" aria-hidden="true">
        m
      </div>
      <div class="body">
        {post.isPrivate && <p class="only-you">{words.onlyYouSlack}</p>}
        <p class="name">
          <b>meetup-bot</b> <span class="badge">{words.app}</span>
        </p>
        {post.blocks.map((block, at) => (
          <Block key={at} block={block} onPress={onPress} />
        ))}
      </div>
    </article>
  )
}

function Block({ block, onPress }: { readonly block: SlackBlock; readonly onPress: OnPress }): JSX.Element {
  switch (block.type) {
    case 'header':
      return <h4 class="header">{block.text.text}</h4>
    case 'divider':
      return <hr />
    case 'section':
      return <Section block={block} onPress={onPress} />
    case 'context':
      return (
        <p class="context">
          {block.elements.map((element, at) =>
            'text' in element ? (
              <span key={at}>
                <Text text={element} />
              </span>
            ) : (
              <NotDrawn key={element.type} type={element.type} />
            ),
          )}
        </p>
      )
    case 'rich_text':
      return (
        <div class="rich-text">
          {block.elements.map((element, at) => (
            <Rich key={at} element={element} />
          ))}
        </div>
      )
    case 'actions':
      return (
        <div class="actions">
          {block.elements.map((element, at) =>
            element.type === 'button' ? (
              <Button key={at} button={element} onPress={onPress} />
            ) : (
              <NotDrawn key={element.type} type={element.type} />
            ),
          )}
        </div>
      )
    case 'image':
      return (
        <p class="picture">
          {block.alt_text} {'image_url' in block ? block.image_url : ''}
        </p>
      )
    default:
      return <NotDrawn type={block.type} />
  }
}

function Section({
  block,
  onPress,
}: {
  readonly block: Of<'section'>
  readonly onPress: OnPress
}): JSX.Element {
  const { text, fields, accessory } = block
  return (
    <div class="section">
      <div class="text">
        {text && <Text text={text} />}
        {fields?.map((field) => (
          <p key={field.text}>
            <Text text={field} />
          </p>
        ))}
      </div>
      {accessory &&
        (accessory.type === 'button' ? (
          <Button button={accessory} onPress={onPress} />
        ) : (
          <NotDrawn type={accessory.type} />
        ))}
    </div>
  )
}

interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn'
  readonly text: string
}

function Text({ text }: { readonly text: TextObject }): JSX.Element {
  const inlines: readonly InlinePiece[] =
    text.type === 'mrkdwn' ? readMrkdwn(text.text) : [{ kind: 'text', text: text.text }]
  return <Inlines inlines={inlines} />
}

interface ButtonElement {
  readonly text: { readonly text: string }
  readonly url?: string
  readonly value?: string
  readonly style?: string
}

function Button({
  button,
  onPress,
}: {
  readonly button: ButtonElement
  readonly onPress: OnPress
}): JSX.Element {
  const { text, url, value = '', style = 'plain' } = button
  if (url) {
    return (
      <OutsideLink url={url} class={`button ${style}`}>
        {text.text}
      </OutsideLink>
    )
  }
  return (
    <button type="button" class={`button ${style}`} onClick={() => onPress(value)}>
      {text.text}
    </button>
  )
}

function Rich({ element }: { readonly element: RichElement }): JSX.Element {
  switch (element.type) {
    case 'rich_text_section':
      return (
        <div>
          <Pieces pieces={element.elements} />
        </div>
      )
    case 'rich_text_list':
      return (
        <ul class={`indent-${element.indent ?? 0}`}>
          {element.elements.map((item, at) => (
            <li key={at}>
              <Rich element={item} />
            </li>
          ))}
        </ul>
      )
    case 'rich_text_quote':
      return (
        <blockquote>
          <Pieces pieces={element.elements} />
        </blockquote>
      )
    case 'rich_text_preformatted':
      return (
        <pre>
          <Pieces pieces={element.elements} />
        </pre>
      )
  }
}

function Pieces({ pieces }: { readonly pieces: readonly RichPiece[] }): JSX.Element {
  return <Inlines inlines={pieces.flatMap(inlinesOf)} />
}

function inlinesOf(piece: RichPiece): readonly InlinePiece[] {
  const style = 'style' in piece && piece.style ? piece.style : {}
  switch (piece.type) {
    case 'text':
      if ('code' in style && style.code) return [{ kind: 'code', text: piece.text }]
      return styledBy(style, lines(piece.text))
    case 'link':
      return styledBy(style, [{ kind: 'link', url: piece.url, inlines: lines(piece.text ?? piece.url) }])
    case 'emoji':
      return [{ kind: 'text', text: `:${piece.name}:` }]
    default:
      return [{ kind: 'mention', text: piece.type }]
  }
}

function lines(text: string): readonly InlinePiece[] {
  return text
    .split('\n')
    .flatMap((line, at): readonly InlinePiece[] => [
      ...(at > 0 ? [{ kind: 'break' as const }] : []),
      { kind: 'text', text: line },
    ])
}

interface StyleFlags {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
}

function styledBy(style: StyleFlags, inlines: readonly InlinePiece[]): readonly InlinePiece[] {
  const marks = (['bold', 'italic', 'strike'] as const).filter((mark) => style[mark])
  return marks.reduce<readonly InlinePiece[]>(
    (inner, mark) => [{ kind: 'styled', style: mark, inlines: inner }],
    inlines,
  )
}

/** Rather a gap that is seen than a message that looks whole and is not. */
function NotDrawn({ type }: { readonly type: string }): JSX.Element {
  const words = useWords()
  return <p class="not-drawn">{words.notDrawn(type)}</p>
}
