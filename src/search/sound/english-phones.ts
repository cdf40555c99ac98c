import { MOST_SOUNDS } from '../tuning.js'

// How Koreans may hear English letters, in the phones of korean-phones.ts: `letters => sounds`, where V is a
// vowel letter and - is silence. For each first letter, the first rule that fits is taken.
const RULES: Record<string, string> = {
  a: `(?<=[aeiouy].+)a(?=ges?$) => i ei
      a(?=[bcdfgklmnpstvz]e[sd]?$) => a ei
      air(?!V) => eE
      ay(?=V) => ei
      (?:ai|ay|ae)(?!V) => e
      (?:au)(?!V) => o`,
  b: `(?<=m)b(?=[dt]|$) => -
      bb? => b`,
  c: `ch(?=[rl]) => k
      ch => c k s
      cch|ck|cq => k
      cc(?![eiy]) => k
      cc => ks
      c(?=[eiy]) => s
      c => k`,
  d: `dg(?=[eiy])|dj => j
      d(?=u) => d j
      ds$ => ds j
      dd? => d`,
  e: `(?<=V.*[^aeiouy])e$ => -
      (?<=.[^sxzcghaeiouy])e(?=s$) => - e
      ea(?!V) => i e
      (?:ee|ey)(?!V) => i
      ei(?!V) => e
      e[uw](?!V) => u`,
  f: 'ff? => p',
  g: `^gh|gg|gu(?=V) => g
      gh => - p
      ^gn|gn$ => n
      g(?=[eiy]) => j g
      g => g`,
  h: `h(?=V) => h
      h => -`,
  i: `igh => ai
      i(?=gn) => ai i
      ie(?=n[ct]) => ie aie
      i(?=[bcdfgklmnpstvz]e[sd]?$) => i ai
      ie(?!V) => i`,
  j: 'j => j',
  k: `^k(?=n) => -
      kk? => k`,
  l: `(?<=[ao])l(?=k) => - l
      ll? => l`,
  m: `mn$ => m
      mm? => m`,
  n: `^ngi => njin
      ng(?![aeiouylr]) => N
      ng(?=[eiy]) => nj N Ng
      ng => Ng N
      nn? => n`,
  o: `ou(?!V) => au u o
      o(?=w) => o au
      oo(?!V) => u
      (?:oa|oe)(?!V) => o
      oy(?!V) => oi`,
  p: `^p(?=s) => -
      ph|pp? => p`,
  q: `qu(?=V) => kw
      q => k`,
  r: `(?<=[bcdfgkpt])r(?=V) => l
      rr?(?!e[sd]?$)(?=V) => l
      rr? => -`,
  s: `sch => sk s
      sh|ss(?!ion) => s
      ssion => sEn
      sion => jEn sEn
      sc(?=[eiy]) => s
      ^s|s(?=[bcdfgklmnpqrt]) => s
      s => s j`,
  t: `tch => c
      th => s d t
      tion => sEn cEn
      t(?=i[aeou]) => s t
      ture => cE
      t(?=u) => t c
      ts$ => ts c t
      tz => c j
      tt? => t`,
  u: `ui(?!V) => i
      uy(?!V) => ai
      ue(?!V) => u`,
  v: 'vv? => b',
  w: `^w(?=r) => -
      wh => w hw
      w(?=V) => w
      w => -`,
  x: `^x => j s
      x => ks gj`,
  y: `^y => i -
      y(?!V|$) => i ai
      y(?!V) => i`,
  z: 'zz? => j',
}

interface Rule {
  /** Sticky: it looks around, but takes only the letters that it reads. */
  readonly letters: RegExp
  readonly sounds: readonly string[]
}

const rules = new Map(
  Object.entries(RULES).map(([letter, lines]) => [letter, lines.split('\n').map(parseRule)]),
)

function parseRule(line: string): Rule {
  const [letters = '', sounds = ''] = line.split('=>').map((side) => side.trim())
  const heard = sounds.split(' ').map((sound) => sound.replace('-', ''))
  return { letters: new RegExp(letters.replaceAll('V', '[aeiouy]'), 'y'), sounds: heard }
}

/** Ways in which Koreans may hear an English word or name of several words, at most `MOST_SOUNDS`: `vault` gives `bolt`. */
export function englishPhones(text: string): string[] {
  const heard = text.split(' ').reduce((before, word) => spoken(word, before), [''])
  return [...new Set(heard.map((phones) => phones.replace(/([gkdtbpsjcnlm])\1+/g, '$1')))]
}

function spoken(word: string, before: readonly string[]): string[] {
  let heard = [...before]
  for (let at = 0; at < word.length; ) {
    const { sounds, end } = read(word, at)
    heard = heard.flatMap((phones) => sounds.map((sound) => phones + sound)).slice(0, MOST_SOUNDS)
    at = end
  }
  return heard
}

function read(word: string, at: number): { sounds: readonly string[]; end: number } {
  for (const { letters, sounds } of rules.get(word.charAt(at)) ?? []) {
    letters.lastIndex = at
    if (letters.test(word)) return { sounds, end: letters.lastIndex }
  }
  const vowels = /^[aeiouy]+/.exec(word.slice(at))?.[0] ?? ''
  return { sounds: [vowels.replaceAll('y', 'i')], end: at + (vowels.length || 1) }
}
