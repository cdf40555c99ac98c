/** What must stand before a suffix: `rieul` is no final consonant, or ㄹ. */
export type Before = 'consonant' | 'vowel' | 'rieul' | 'anything'

interface SuffixList {
  readonly what: string
  readonly before: Before
  readonly suffixes: string
}

/**
 * Korean particles (josa) and endings (eomi) that follow a noun, separated by spaces.
 * The condition keeps nouns whole that merely end like a particle: 는 never follows a final consonant.
 */
export const SUFFIX_LISTS: readonly SuffixList[] = [
  {
    what: 'particles after a final consonant: 운영은, 운영을, 운영으로',
    before: 'consonant',
    suffixes: `은 이 을 과 으로 으로서 으로써 으로는 으로도 으로부터 으로의 과의 과는 과도
      이나 이며 이고 이란 이랑 이든 이던 이자 이니 이야 이라 이라는 이라고 이라도
      이었다 이었던 이었고 이었으며 이에요`,
  },
  {
    what: 'particles after a vowel: 배포는, 배포를, 배포와',
    before: 'vowel',
    suffixes: '는 가 를 와 며 란 랑 와의 와는 와도 라는 라고 라도 였다 였던 였고 였으며 예요',
  },
  {
    what: 'particles after a vowel or ㄹ: 도구로, 터미널로 (and not 가을)',
    before: 'rieul',
    suffixes: '로 로서 로써 로는 로도 로부터 로의',
  },
  {
    what: 'particles after anything: 운영의, 배포에서, 김진웅님',
    before: 'anything',
    suffixes: `의 에 에서 에게 에게서 에는 에도 에의 에서는 에서도 에서의 에게는 에게도 도 요
      만 만의 만을 만이 만으로 부터 부터는 부터의 까지 까지는 까지의 까지도 보다 보다는 보다도
      처럼 만큼 마다 조차 마저 밖에 하고 께 께서 께서는 한테 한테서 대로 로라도 라면 이라면
      님 님이 님의 님은 님께서 씨 씨가 씨의
      인 인가 인가요 인지 인데 일까 일까요 이다 입니다 이었나 이었나요 이었는가 였나 였나요 였는가
      들 들은 들이 들을 들의 들에 들에게 들에게는 들과 들도 들로 들만
      적 적인 적으로 적이고 적이며 적이다 적이라는`,
  },
  {
    what: 'endings of noun + 하다: 자동화하는, 배포했나요',
    before: 'anything',
    suffixes: `하다 하는 한 할 하여 해 했다 했던 하였다 하였던 하였고 하였으며 하며 하면 하면서
      하기 하기도 하기로 하기에 하기를 하기는 함 함으로써 함에 하게 하지 하지만 하던 한다 한다는 한다고
      합니다 하자 하자고 하자는 하려 하려고 하려면 하려는 하는데 하는지 하는가 하는것 하나 하나요
      해야 해야할 해서 해도 했고 했으며 했으나 했지만 했는데 했는가 했는지 했나 했나요 했을 했을까
      했다고 했다는 하도록 하라 하라고 해주는 해준 해줘 해주세요 하셨 할까 할까요 할지 한가 한가요
      하니 하니까 하시오 하시나요 했습니다 하여금 하였는가 하였나 하였을`,
  },
  {
    what: 'endings of noun + 되다: 배포되는, 통합됐나요',
    before: 'anything',
    suffixes: `되다 되는 된 될 되어 돼 됐다 됐던 되었다 되었던 되었고 되었으며 되었으나 되었지만
      되었는가 되었나 되었을 되고 되며 되면 되면서 됨 됨에 된다 된다는 된다고 된다면 됩니다 되기 되기도
      되지 되도록 되던 되자 되어서 되어야 되나 되나요 되는가 되는지 되는데 됐고 됐으며 됐는가 됐나 됐나요
      돼야 돼서 되었습니다 됐습니다 될까 될까요`,
  },
  {
    what: 'endings of noun + 시키다, 받다, 당하다: 단축시킨, 교육받은',
    before: 'anything',
    suffixes: `시키다 시킨 시켜 시키는 시킬 시켰다 시켰던 시키고 시키며 시키기 시킨다 시키면
      받은 받는 받아 받았다 받을 당한 당하는 당했다 당해`,
  },
]

/** Ends of loanwords that look like a particle and are none: 파이프라인, 도메인, 디자인, 블록체인, 로그인, 매크로. */
export const WHOLE_ENDINGS = ['라인', '메인', '자인', '체인', '그인', '크로'] as const
