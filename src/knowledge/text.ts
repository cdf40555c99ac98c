/** Lines that an editor understands and a reader never sees: HackMD's `:::info`, `[TOC]`. */
const EDITOR_MARKS = /^ {0,3}(?::::.*|\[\[?toc\]?\])[ \t]*$/gim

/** Text of any editor to what the parsers read: NFC, line feeds, no byte order mark, no editor's marks. */
export function normalise(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return plain.normalize('NFC').replace(EDITOR_MARKS, '')
}

/** A file's name without folders and extension, `"2019-korea-devops-meetup"`. */
export function stemOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.md$/i, '').normalize('NFC')
}
