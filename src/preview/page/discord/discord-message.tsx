import type { JSX } from 'preact'
import type { DiscordPost } from '../../wire.js'
import { Inlines, OutsideLink } from '../inlines.js'
import type { OnPress } from '../slack/slack-message.js'
import { useWords } from '../words.js'
import { type Block, readMarkdown } from './markdown.js'

type Embed = DiscordPost['embeds'][number]
type Component = DiscordPost['components'][number]['components'][number]

/** Numbers of Discord's components and button styles (docs: "Component Reference"). */
const buttonType = 2
const buttonStyles: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
}

/** A message as Discord draws it: text, embeds, rows of buttons, and a note in place of anything else. */
export function DiscordMessage({
  post,
  onPress,
}: {
  readonly post: DiscordPost
  readonly onPress: OnPress
}): JSX.Element {
  const words = useWords()
  return (
    <article class="discord-message">
      <div class="avatar" aria-hidden="true">
        m
      </div>
      <div class="body">
        <p class="name">
          <b>meetup-bot</b> <span class="badge">{words.app}</span>
        </p>
        {post.content && <Markdown text={post.content} />}
        {post.embeds.map((embed, at) => (
          <EmbedCard key={at} embed={embed} />
        ))}
        {post.components.map((row, at) => (
          <div class="row" key={at}>
            {row.components.map((component, place) => (
              <Pressable key={place} component={component} onPress={onPress} />
            ))}
          </div>
        ))}
        {post.isPrivate && <p class="only-you">{words.onlyYouDiscord}</p>}
      </div>
    </article>
  )
}

function EmbedCard({ embed }: { readonly embed: Embed }): JSX.Element {
  const { title, url, description, fields = [], image, thumbnail, footer } = embed
  const isBare = !title && !description && fields.length === 0
  const picture = image?.url ?? thumbnail?.url
  return (
    <div class={isBare ? 'embed bare' : 'embed'}>
      {title && <p class="title">{url ? <OutsideLink url={url}>{title}</OutsideLink> : title}</p>}
      {description && <Markdown text={description} />}
      {fields.map((field) => (
        <div key={field.name}>
          <b>{field.name}</b>
          <Markdown text={field.value} />
        </div>
      ))}
      {picture && <Picture url={picture} />}
      {footer && <p class="small">{footer.text}</p>}
    </div>
  )
}

/** The page loads nothing from elsewhere: a frame with the address stands where Discord shows the picture. */
function Picture({ url }: { readonly url: string }): JSX.Element {
  const words = useWords()
  return (
    <OutsideLink url={url} class="picture">
      {words.picture} {url}
    </OutsideLink>
  )
}

function Markdown({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="markdown">
      {readMarkdown(text).map((block, at) => (
        <MarkdownBlock key={at} block={block} />
      ))}
    </div>
  )
}

function MarkdownBlock({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return (
        <p class={`heading-${block.level}`}>
          <Inlines inlines={block.inlines} />
        </p>
      )
    case 'small':
      return (
        <p class="small">
          <Inlines inlines={block.inlines} />
        </p>
      )
    case 'text':
      return <p>{block.inlines.length > 0 ? <Inlines inlines={block.inlines} /> : <br />}</p>
    case 'quote':
      return (
        <blockquote>
          <Inlines inlines={block.inlines} />
        </blockquote>
      )
    case 'code':
      return <pre>{block.text}</pre>
    case 'list':
      return (
        <ul>
          {block.items.map(({ depth, bullet, inlines }, at) => (
            <li key={at} class={`indent-${depth}`}>
              <span aria-hidden="true">{bullet}</span>
              <span>
                <Inlines inlines={inlines} />
              </span>
            </li>
          ))}
        </ul>
      )
  }
}

function Pressable({
  component,
  onPress,
}: {
  readonly component: Component
  readonly onPress: OnPress
}): JSX.Element {
  const words = useWords()
  if (component.type !== buttonType) return <p class="not-drawn">{words.notDrawn(String(component.type))}</p>
  const label = 'label' in component ? (component.label ?? '') : ''
  const emoji = 'emoji' in component ? (component.emoji?.name ?? '') : ''
  const text = [emoji, label].filter(Boolean).join(' ')
  if ('url' in component) {
    return (
      <OutsideLink url={component.url} class="button secondary link">
        {text}
      </OutsideLink>
    )
  }
  const code = 'custom_id' in component ? component.custom_id : ''
  return (
    <button
      type="button"
      class={`button ${buttonStyles[component.style] ?? 'secondary'}`}
      disabled={component.disabled ?? false}
      onClick={() => onPress(code)}
    >
      {text}
    </button>
  )
}
