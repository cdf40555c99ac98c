/** Text of any editor to what the parsers read: NFC, line feeds, no byte order mark. */
export function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

/** A file's name without folders and extension, `"2019-korea-devops-meetup"`. */
export function stemOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.md$/i, '').normalize('NFC')
}
