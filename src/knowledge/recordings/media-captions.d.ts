/** What we use of it: its own declarations lack file extensions, which Node's modules need. */
declare module 'media-captions' {
  export interface ParsedCue {
    readonly startTime: number
    readonly endTime: number
    readonly text: string
  }
  export function parseText(
    text: string,
    options: { readonly type: 'vtt' | 'srt'; readonly strict: boolean },
  ): Promise<{ readonly cues: readonly ParsedCue[] }>
}
