import { josa } from 'es-hangul'
import type { PassageSource } from '../../knowledge/session.js'
import { clock } from './clock.js'

/** Everything the bot says in Korean. Values stand where no particle depends on them. */
export const ko = {
  otherSessions: '이런 발표도 있어요',
  open: '열기',
  openTalk: '발표 보기',
  slides: '발표 자료',
  openSlides: '발표 자료 열기',
  openVideo: '영상 보기',
  /** Where a line of a deck or a recording stands. */
  place: (source: PassageSource): string =>
    source.kind === 'page' ? `슬라이드 ${source.page}쪽` : `영상 ${clock(source.seconds)}`,
  openPlace: (source: PassageSource): string =>
    source.kind === 'page' ? `슬라이드 ${source.page}쪽 열기` : `영상 ${clock(source.seconds)}부터 보기`,
  disclaimer: '작성자의 주관이 담긴 요약이에요.',
  kinds: { afterword: '작성자 후기', note: '행사 노트' },
  noNotes: '아직 요약 노트가 없는 발표예요.',
  slidesOnly: '발표 자료만 있는 발표예요.',
  recordingOnly: '영상만 있는 발표예요.',
  slidesAndRecordingOnly: '발표 자료와 영상만 있는 발표예요.',
  noSlides: '공개된 발표 자료가 없어요.',
  share: '채널에 공유',
  helpful: '도움됐어요',
  unhelpful: '아니에요',
  thanksFor: (vote: 'up' | 'down'): string =>
    vote === 'up' ? '의견 고마워요! 👍' : '알려 주셔서 고마워요. 더 나은 답을 준비할게요.',
  sharedBy: (name: string) => `공유한 사람: ${name}`,
  unsure: '딱 맞는 발표는 찾지 못했어요. 혹시 이 중에 있을까요?',
  unsureBut: '확실하지는 않지만, 이 발표가 가장 가까워요.',
  /** A topic that no talk is about, by its name. */
  missing: (topic: string): string => `${josa(topic, '을/를')} 다룬 발표는 없어요.`,
  none: (words: string) => `노트에서 답을 찾지 못했어요: “${words}”`,
  noneHint: '다른 말로 물어보거나 전체 발표를 둘러보세요.',
  noSpeaker: (name: string) => `그런 발표자를 찾지 못했어요: “${name}”`,
  noMeetup: (words: string) => `그런 밋업은 노트에 없어요: “${words}”`,
  nearestMeetup: (title: string) => `혹시 이 밋업인가요? ${title}`,
  noSuchSession: '이 발표는 이제 노트에 없어요.',
  remembered: '질문은 주최자가 볼 수 있게 남겨 둘게요.',
  allSessions: '전체 발표',
  allMeetups: '전체 밋업',
  meetupsNamed: (words: string) => `밋업: ${words}`,
  talksOfMeetup: '이 밋업의 발표 보기',
  talks: (count: number) => `발표 ${count}개`,
  allSlides: '전체 발표 자료',
  nothingYet: '아직 노트가 없어요.',
  page: (page: number, pages: number) => `${page} / ${pages}쪽`,
  previous: '◀ 이전',
  next: '다음 ▶',
  speakerTalks: (name: string) => `발표자: ${name}`,
  apology: '죄송해요, 답을 만들다가 문제가 생겼어요. 잠시 뒤에 다시 물어봐 주세요.',
  /** Why an answer did not come, by the chat's reason. */
  unsent: {
    gone: (code: string) => `그 채널에는 이제 답을 쓸 수 없어요: ${code}`,
    forbidden: (permission: string) => `그 채널에 답을 쓸 수 없어요. 봇에 필요한 권한: ${permission}`,
    later: (_code: string) => '지금은 답을 보낼 수 없어요. 잠시 뒤에 다시 물어봐 주세요.',
    unpostable: (_code: string) => '죄송해요, 이 답은 여기에 보여 드릴 수 없어요. 다른 말로 물어봐 주세요.',
  },
  /** In place of a private reply, for everybody to read. */
  privateElsewhere:
    '이 답은 물어본 분만 볼 수 있어요. 저에게 다이렉트 메시지를 보내거나 슬래시 명령으로 물어봐 주세요.',
  storeAway: '지금은 저장소에 연결할 수 없어요. 잠시 뒤에 다시 시도해 주세요.',
  organisersOnly: '이 명령은 주최자만 쓸 수 있어요.',
  notHere: '여기에서는 쓸 수 없는 명령이에요.',
  /** What to type in a shell instead. */
  inShell: (command: string) => `여기에서는 쓸 수 없는 명령이에요. 셸에서 이렇게 실행해 주세요: ${command}`,
  hello: '안녕하세요! 지난 밋업에서 나온 이야기를 찾아 드려요. 이런 걸 물어볼 수 있어요.',
  thanks: '도움이 됐다니 기뻐요! 또 궁금한 게 있으면 물어보세요.',
  helpHow: '궁금한 걸 그대로 물어보세요. 명령으로 찾을 수도 있어요.',
  helpFilterText: '좁혀 찾기: meetup:2019 speaker:이름 tag:태그 · 모두에게 답하기: public:yes',
  arguments: {
    query: '<찾을 말>',
    meetup: '[밋업]',
    name: '<이름>',
    setting: 'on|off|status',
    days: '[일수]',
  },
  askForm: {
    title: '발표에 물어보기',
    label: '무엇이 궁금하세요?',
    placeholder: '쿠버네티스 모니터링은 뭘로 했어요?',
    submit: '찾기',
  },
  homeHow: '아래 질문을 누르거나, 메시지를 보내거나, 채널에서 저를 불러 주세요.',
  facts: {
    when: (value: string) => `${value}에 열렸어요.`,
    where: (value: string) => `장소: ${value}`,
    time: (value: string) => `시작 시각: ${value}`,
    count: (value: string) => `발표는 모두 ${value}개예요.`,
    speakers: (value: string) => `발표자: ${value}`,
    unknown: '노트에 적혀 있지 않아요.',
  },
  todaysTip: '오늘의 팁',
  noTips: '아직 팁이 없어요.',
  secondLook: '다시 보면 좋은 발표예요.',
  tipsOn: (time: string, zone: string) => `이 채널에 매일 팁을 보낼게요: ${time} (${zone})`,
  tipsNext: (when: string) => `다음 팁: ${when}`,
  tipsOff: '이 채널에는 이제 팁을 보내지 않을게요. 다시 받으려면: tips on',
  tipsAreOff: '이 채널은 매일 팁을 받지 않아요. 받으려면: tips on 09:00 Asia/Seoul',
  tipsPaused: (reason: string) =>
    `이 채널의 팁이 멈춰 있어요. 이유: ${reason}. 고친 뒤에 tips on 으로 다시 시작해 주세요.`,
  tipsWerePaused: (chat: string, channel: string, reason: string) =>
    `매일 보내던 팁을 멈췄어요. 채널: ${chat} ${channel}, 이유: ${reason}. 봇이 그 채널에 있고 글을 쓸 수 있는지 확인한 뒤, 채널에서 tips on 을 입력해 주세요.`,
  /** The form for a channel's daily tip. */
  tipsForm: { title: '매일 팁 보내기', time: '시각 (24시간제)', zone: '시간대 (IANA 이름)' },
  tipsWrongSetting: '이렇게 써 주세요: tips on 09:00 Asia/Seoul, tips off, tips status',
  tipsWrongTime: (word: string) => `시각을 읽지 못했어요: “${word}”. 24시간제로 써 주세요. 예: tips on 09:00`,
  tipsWrongZone: (word: string) =>
    `시간대를 찾지 못했어요: “${word}”. IANA 이름으로 써 주세요. 예: tips on 09:00 Asia/Seoul`,
  tipsNotHere: '여기에는 팁을 보낼 수 없어요. Slack이나 Discord 채널에서 써 주세요.',
  tipsNotAllowed:
    '이 채널의 팁은 채널이나 워크스페이스를 관리하는 사람만 바꿀 수 있어요. 주최자에게 부탁해 주세요.',
  /** Why `tips on` did nothing, by the chat's reason. */
  tipsRefused: {
    gone: (detail: string) =>
      `이 채널에 글을 쓸 수 없어요: ${detail}. 봇을 채널에 초대한 뒤에 다시 tips on 을 입력해 주세요.`,
    forbidden: (detail: string) =>
      `이 채널에 글을 쓸 권한이 없어요: ${detail}. 봇에게 이 권한을 준 뒤에 다시 tips on 을 입력해 주세요.`,
    later: (detail: string) =>
      `지금은 이 채널의 권한을 확인할 수 없어요: ${detail}. 바뀐 것은 없으니, 잠시 뒤에 다시 해 주세요.`,
    unpostable: (detail: string) =>
      `이 채널은 팁을 받지 않아요: ${detail}. 다른 채널에서 tips on 을 입력해 주세요.`,
  },
  gapsTitle: (days: number) => `답을 찾지 못한 질문 · 최근 ${days}일`,
  gapsOff: '질문을 저장하지 않도록 설정되어 있어요 (QUESTIONS=off).',
  noGaps: (days: number, asked: number) =>
    `답을 찾지 못한 질문이 없어요. 최근 ${days}일 동안 받은 질문: ${asked}개`,
  moreGaps: (count: number) => `이 밖에 ${count}개 더 있어요. 전체 보기: npm run --silent gaps`,
  times: (count: number) => `${count}번`,
  nearestTalk: (title: string) => `가장 가까운 발표: ${title}`,
  noNearestTalk: '가까운 발표 없음',
  gapColumns: {
    question: '질문',
    count: '횟수',
    nearestTalk: '가장 가까운 발표',
    votes: '의견',
    lastAsked: '마지막 질문 (UTC)',
  },
}

/** The words a language has to have. */
export type Wording = typeof ko
