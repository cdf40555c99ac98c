import { constants, deflateRawSync, deflateSync } from 'node:zlib'

/** A line of a made page. */
export interface MadeText {
  readonly text: string
  readonly x?: number
  /** From the page's bottom, in points; the page is 540 high. */
  readonly y: number
  readonly size?: number
  /** Courier. */
  readonly code?: boolean
  /** Points between letters. */
  readonly spacing?: number
  /** Its characters have no meaning: a font that lies. */
  readonly lies?: boolean
}

/** How a made file is broken. */
export interface Broken {
  /** An entry in the trailer that asks for a password nobody knows. */
  readonly encrypted?: boolean
  /** Megabytes of spaces before the first page's words, deflated to little: a bomb. */
  readonly paddingMegabytes?: number
}

/**
 * A PDF of slides, 960 by 540 points. Korean stands in it as Keynote and PowerPoint may leave it: in a character
 * collection (Adobe-Korea1) without a map to Unicode, so that only a reader with character maps can read it.
 */
export function makePdf(pages: readonly (readonly MadeText[])[], broken: Broken = {}): Uint8Array {
  const objects: (string | Buffer)[] = []
  const add = (body: string | Buffer) => objects.push(body)
  const kids = pages.map((_, at) => `${8 + 2 * at} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>')
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium /Encoding /UniKS-UCS2-H /DescendantFonts [6 0 R] >>',
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGoThic-Medium /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /DW 1000 /FontDescriptor 7 0 R >>',
  )
  add(
    '<< /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  )
  for (const [at, texts] of pages.entries()) {
    const fonts = '<< /F1 3 0 R /F2 4 0 R /F3 5 0 R >>'
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Resources << /Font ${fonts} >> /Contents ${9 + 2 * at} 0 R >>`,
    )
    const words = Buffer.from(texts.map(operators).join('\n'), 'latin1')
    const padding = at === 0 ? broken.paddingMegabytes : undefined
    const content = padding === undefined ? deflateSync(words) : deflatedBehind(padding, words)
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  return file(objects, broken)
}

/** Without the checksum at its end. The spaces are deflated once: 400 MB of them would take 2 s. */
function deflatedBehind(megabytes: number, words: Buffer): Buffer {
  const spaces = deflateRawSync(Buffer.alloc(1_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const header = Buffer.from([0x78, 0x9c])
  return Buffer.concat([header, ...Array.from({ length: megabytes }, () => spaces), deflateRawSync(words)])
}

function operators({ text, x = 60, y, size = 18, code, spacing = 0, lies }: MadeText): string {
  const korean = /[\u3000-\uFFFF]/u.test(text)
  const font = korean ? 'F3' : code ? 'F2' : 'F1'
  const shown = korean
    ? `<${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`
    : `(${(lies ? text.replace(/./gu, '#') : text).replace(/[\\()]/gu, '\\$&').replaceAll('•', '\\225')})`
  return `BT /${font} ${size} Tf ${spacing} Tc ${x} ${y} Td ${shown} Tj ET`
}

function file(objects: readonly (string | Buffer)[], { encrypted }: Broken): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const push = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const [at, body] of objects.entries()) {
    offsets.push(length)
    push(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]))
  }
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const key = '0'.repeat(64)
  const locked = encrypted
    ? ` /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
    : ''
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`))
  push(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** A slide: a heading and points below it; with its number a footer, too. */
export function slide(title: string, points: readonly string[], page?: number): readonly MadeText[] {
  const own = [
    { text: title, y: 460, size: 36 },
    ...points.map((text, at) => ({ text: `• ${text}`, y: 390 - 40 * at, size: 20 })),
  ]
  if (page === undefined) return own
  const footer = { text: 'Hanbit DevOps Night 2024', y: 20, size: 10 }
  return [...own, footer, { text: String(page), x: 900, y: 20, size: 10 }]
}
