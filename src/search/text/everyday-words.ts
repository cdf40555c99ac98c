const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

/**
 * Words of everyday speech that talks of any kind may use: beside a word of the trade they prove little. Written by hand
 * after lists of basic vocabulary; words that are a topic of talks by themselves (team, time, money) are left to the concepts.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  words(`
  able above across act add afraid after again against age ago ahead allow almost alone along already also always among amount another answer appear apply
  area around arrive ask away back bad base bear beat beautiful become before begin behind believe below beside best between beyond big bit body
  book both bottom bought box boy break bring broken brought brother busy buy call calm care careful carry catch cause center certain chance
  check child choose city clean clear close come comes coming common complete consider contain continue corner correct couple course cover create cross
  current cut daily danger dark date day days dead dear decide deep depend describe different difficult direct dirty distance divide done door doubt
  down draw dream drive drop during each early easier easily easy eat effect effort eight either else empty end enjoy enough enter entire equal even
  evening ever every everyone everything exactly except exist expect experienced extra eye face fact fail fair fall familiar family far fast father
  favorite fear feel feeling felt few field fight fill final finally fine finish fire first fit five fix floor fly follow food foot force forget forward
  four free fresh friend front full fun funny further future gather general gentle girl given glad goes going gone got great ground group grow
  guess half hand happen happened happy hard hardly head hear heard heart heavy held hello high history hit hold home hope hot hour hours house huge
  hundred hurry hurt idea imagine important improve include increase indeed inside instead interest job join joy jump just keep keeping kept kind kinds
  knew known lack lady land large last late later laugh lay lead least leave led left less letter level lie life lift light likely line little
  live living local long longer lose lost loud love low luck main manage matter maybe mean means meet member mention middle might million mind
  minute miss mistake moment money month months mood morning most mother mouth move moving must name near nearly necessary neither never new news next
  nice night nine nobody noise none nor normal nothing notice now number obvious off offer office often old once one ones only open opinion
  opposite order other others out outside over own page paid pain pair parent parts past pay peace perfect perhaps period person pick picture piece place plain
  plan play pleasant plenty point poor popular possible power prefer prepare pretty price probably produce promise proper prove pull pure purpose push put
  quick quickly quiet quite rain raise rather reach ready real reality realize reason receive recent red regular remain remember remove repeat replace reply
  report rest result return rich ride right rise road room round rule run running sad safe same save school sea seat second secret see
  seem seen self sell send sense serious serve set seven several shape shop short side sight sign silent similar simple simply since single sister
  sit six size skill sleep slow slowly small smart smile soft solve somehow sometimes soon sorry sort sound space special spend split splitting spread square stand
  start started state stay step still stop strange street strong study succeed such sudden suggest summer sun support suppose sure surprise sweet
  swim system systems take taken taking task taste teach team teams ten term test thank themselves thick thin think third thought thousand three through throw
  thus till time times tiny tired together told tomorrow tonight too took top total touch toward town train travel tree tried trip trouble true trust truth try
  trying turn turned twelve twice two type under understand until up upon upset usual usually value various view visit voice wait walk wall want warm
  wash watch water weak wear weather week weeks well went west wet white whole wide wild win wind window winter wise wish within without woman
  wonder wood word words work worked working works world worry worse worst worth write wrong yard year years yellow yes yesterday yet young`).concat(
    words(`
  가게 가격 가능 가운데 가족 각자 감사 감정 값 거리 거의 걱정 건물 걸음 겨울 결과 경우 계단 계절 고향 곳 공간 공부 과거 관계 관심 구멍 국가 그때 그림
  근처 글 글자 금액 기간 기대 기본 기분 기억 기준 기회 길 길이 까닭 꿈 나라 나머지 나이 날 날짜 남 남자 낮 내일 냄새 노력 노래 눈 느낌 능력 다음 단계
  단어 달 답 대부분 대신 대화 덕분 도움 동네 동안 동생 동시 뒤 때 땅 뜻 마음 마지막 마찬가지 만큼 말 맛 매일 머리 먹 모두 모습 모양 모임 목적 목표
  몸 무게 문 문제 물 물건 밑 바깥 바닥 바람 반 반복 발 밖 밤 방 방향 배 번 번째 벌 벽 변화 별 보통 본인 봄 부분 부족 분위기 불 비슷 빛 사고 사랑
  사실 사이 사정 산 상태 상황 새벽 색 생각 생활 선물 성격 세상 세월 소리 소식 속 손 수고 순간 순서 숫자 쉬운 습관 시간 시작 시절 식사 실수 실제 아래
  아이 아침 안 안쪽 앞 양 어른 어제 얼굴 여기저기 여러 여름 여행 역할 연습 열 영향 옆 예전 오늘 오래 오전 오후 올해 옷 완전 왼쪽 요구 용기 우선 운 위
  위치 음식 의견 의미 이름 이번 이상 이야기 이외 이전 이제 인생 일 일부 일일이 일주일 입장 자기 자리 자식 자신 자체 작년 작업 잔뜩 잠 잠깐 장소 재미 저녁 적당
  전부 전체 절반 점 정답 정도 정리 제도 조건 조금 종류 주말 주변 주인 준비 중간 중요 지금 지난 진짜 집 짓 차례 차이 참 처음 첫 최고 최선 추억 친구 칭찬 크기
  태도 통 특별 편 평소 표정 하늘 하루 한번 한쪽 해결 행동 행복 현실 형태 호기심 혼자 회 효과 휴식 흐름 흔적 힘`),
  ),
)
