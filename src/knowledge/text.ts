/** Lines that an editor understands and a reader never sees: HackMD's `:::info`, `[TOC]`, `[name=…]`. */
const EDITOR_MARKS = /^ {0,3}(?::::.*|\[\[?toc\]?\])[ \t]*$|\[(?:name|time|color)=[^\]\n]*\]/gim

/** `:house: 장소: …`, GitHub's way to write an emoji, before a line. */
const LEADING_SHORTCODE = /^([ \t]*(?:(?:[-*+]|#{1,6}) )?):[a-z][a-z0-9_+-]+:[ \t]+/gm

/** `##title`, which older editors took for a heading; a single `#` without a space may be a tag. */
const TIGHT_HEADING = /^(#{2,6})(?=[^\s#!])/gm

/** Text of any editor to what the parsers read: NFC, line feeds, no byte order mark, no editor's marks. */
export function normalise(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return plain
    .normalize('NFC')
    .replace(EDITOR_MARKS, '')
    .replace(LEADING_SHORTCODE, '$1')
    .replace(TIGHT_HEADING, '$1 ')
}

/** A file's name without folders and extension, `"2019-korea-devops-meetup"`. */
export function stemOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.md$/i, '').normalize('NFC')
}
