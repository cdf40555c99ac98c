/** Words of two to five syllables that begin like a Korean name and are none. */
export const NOT_NAMES_KO: ReadonlySet<string> = words(`
  나누기 나누어 나누는 나누고 성장기 도입기 전환기 도전기 이전기 구축기 개발기 구현기 개선기 이관기 이사기 정착기 고군분투 유랑기 연대기 모험기 분투기
  이야기 기초편 심화편 이론편 소개편 실전편 실습편 입문편 고급편 상반기 하반기 전반부 후반부 진행중 작성중 정리중 추가중 공유회
  공지문 발표자 이벤트 오프닝 오전반 오후반 강의실 대강당 소강당 세미나 서비스 시스템 솔루션 마이크 모바일 모니터 모듈화 자동화
  최적화 표준화 고도화 경량화 현대화 정형화 다양화 전문가 개발자 운영자 관리자 기획자 연구원 연구소 대학교 주의점 문제점 장단점
  유의점 차이점 공통점 한계점 방법론 방향성 유연성 안정성 고가용성 신뢰성 가용성 확장성 생산성 지속성 일관성 보안성 성능편 이유는
  구성도 조직도 설계도 지표들 도구들 사례들 노하우 가이드 하이라이트 주니어 시니어 신입용 초보자 인프라 데브옵스 오픈소스 서버리스
  마이그레이션 소프트웨어 엔지니어 여러분 전부다 정리본 최신판 최종본 한국어 영어판 일본어 한글판 국문판 공유용 배포판 배포용 사용법
  이해와 이용법 조사기 조립기 주요점 유형별 연습편 전체편 소개글 안내문 문서화 고민들 고민과 고찰과 공동체 성능과 정답은 우리는 우리의
  이렇게 저렇게 고렇게 이것저것 이번엔 이제는 지금은 지금도 나에게 우리가 이전에 이후에 최초로 모두가 전체를 하지만 하는데 주로는   백엔드 프론트 제안이 이력서 주주사 진화된 인공지 안드로 지원자 주최측 사회자 진행을 모바일 노트북 변천사 성공기 실패기 삽질기 체험기 사용기 적용기 운영기 입문기 회고록 인프런 이미지 도매인 도메인 유사한 반응형 소모임 선물도 나는법 한빛앤 인사말 주간지 하나로 기념품 이용한 공개된 진정한 조그만 유명한 유연한 안전한 강력한 단순한 편리한 견고한 저렴한 동일한 유일한 정확한 신속한 우아한 복잡한 신선한 친절한 완벽한 중요한 간단한 특별한 사소한 이러한 유튜브 유투브 도와준 여전히 성장통
  현상황 현시점 현단계 전략 전체 정리 정의 조직 주의 지식 진행 진단 최신 추천 표준 한계 현황 소개 소감 성능 성장 신규 안내 연구 예정 요약 운영 원칙
  원리 유지 이론 이유 이해 인증 인프라 일정 입문 자료 장애 장점 전환 공유 공개 구조 구축 구현 기능 기본 기술 기초 도구 도입 도전
  마무리 모음 문제 문화 방법 배포 배경 변화 보안 사례 서론 설계 설명 실습 실전 심화 여정 결론 고급 고찰 과제 과정 미정 미래 하기 하는
`)

/** Syllables of borrowed words and of endings, which no given name has: 유니티, 추가될, 도시락. */
export const NOT_IN_NAMES =
  /[놀듈뮬셀셉섹센셋셸쇼숍숏샷슈슐슨갈같갔갖겠곳괜깅깐깝깨껏께끔끝났냐넘넣느늦닐닷닿댓던데델됐되될됨된든들듣드디따딩때떠떤떨떻또똑락랍랙랜램랩랫랭러럭런럴럼럽렉렌렐렛렸롤롬롯뢰른를릅릇릎릭릴릿링많맞맨맵먼멀멋메멘멤며몇못및밋밖받밥밧버번벌베벤벨변볼봇봤뷰브블빅빠빨뻐뽑쁘싱싶써쏘쓰쓴씀씩씨씬앉않앞액앱앵얍얘없었엇엉에엑엔엘엠엣였옆왔왜웃워웍웜웹윈읍있잇잖잡쟁젝젠젯져졌족좋즈즐즘즙짓짜짝째쪽찜찮찾챗처척첫춰칙칭칸칼캐캔캠커컨컬컴컵컷케켓켜켰코콘콜콤콥쿠쿨쿼퀄퀴큐크큰클큼키킨킬킷킹타탈탐탑탕터턱턴털텀텁테텍텐텔템텝토톡톤톨톱퇴투툴튜튬트특튼틀틈티틱틴틸팀팁팅파팜팝팟패팩팬팰팸팽퍼페펙펜펠펫펴펼폐폭폰폴폼푸푼풀퓨퓰프픈플피픽핀핏핑했헤헬혔홈획횟훅훨흐흔흘힌힐힙]/

/** Words, lower-cased, that no person is called by: technology, companies, roles, and the words of titles. */
export const NOT_NAMES_LATIN: ReadonlySet<string> = words(`
 airlines bank capital college consulting digital financial foundation games gmbh holdings indonesia insurance institute interactive international llc media mobile pacific partners press railroad school studios telecom ventures
 a about academy ground truth apple arm cisco dell facebook gitpod ibm intel jetbrains kakao line linkedin meta mozilla naver nvidia openai paypal redhat samsung sap shopify spotify stripe twitter uber vmware
 a about academy youtube playlist podcast filter bubble matrix london gophers user users advanced agile ai airflow alibaba amazon an analysis analytics and ansible apache api apis app apps
  architect architecture argo argocd as at automation aws azure backend backstage bash basics bazel best beyond big bitbucket
  build building canary cassandra case cd centos ceo certificate challenges chaos chart checklist chef ci circleci cilium
  clickhouse closing cloud cloudflare cluster cncf code cognito community company computing config configuration
  consul container containerd containers continuous controller core corp corporation cost cto culture dashboard data
  database datadog day deck deep delivery demo deploy deployment design developer developers development devops devsecops
  director dive dns docker documentation draft druid dynamodb ebpf ecosystem edge edition elastic elasticsearch engine
  engineer engineering english enterprise envoy era etcd event experience express fargate fast faq feature first flink
  flow fluentd flux for foundation framework free from frontend function future gateway gcp getting git github gitlab gitops
  global go golang google grafana graphql group guide hands hashicorp head helm hero hour how http iac in inc incident
  infra infrastructure ingress insight inside integration intelligence intro introduction io istio it jaeger java
  javascript jenkins journey kafka keynote kibana kong korean kotlin kubeflow kubernetes kustomize lab labs lambda landscape
  language lead learned learning lessons level lightning lightsail linkerd linux live load logging logs loki ltd
  machine maintainer manager managed management mesh metrics microservice microservices microsoft migration ml mlops model modern
  mongodb monitoring multi mysql native nats netflix network networking new nexus nginx no node nodejs nomad note notes observability
  of on one online open openapi opencensus openshift openstack opentelemetry operating operations operator operators ops
  oracle overview packer panel part pattern patterns performance perspective pinot pipeline pipelines platform playbook policy
  postgres postgresql postmortem power practice practices president principles processing product production programming
  project prometheus protocol pulsar pulumi puppet python qna queue quick rabbitmq rancher react redis registry release reliability
  report research review rust saas sandbox scala scale scaling schema science search secret secrets security sentry series
  server serverless service services session site slack slides small snowflake software solution solutions sonarqube spark
  spinnaker splunk spring sre stack started startup state step storage story strategy stream streaming studio summary summit support
  system systems talk tbd team tech technologies technology tekton tempo terraform test testing thanos the things time tips to
  tool tools traces tracing track traefik training tutorial typescript ui university update updates usage use user using vault
  version video vp vs web what why windows with without work workflow workshop yaml zero zipkin
  abordando abstraction accelerate accessibility account acessibilidade across actors actually adopting adventure
  adventures advice after again agent agents algebra algebraic algorithms all alternative always amplify anatomy
  android angular another answers anti any anything anyway apollo application applications applied approach
  architectures are around assembler assistant assisted async asynchronous attendees auth authentication
  authorization auto automatic autoscaling auxiliares availability available aware awesome axum back backwards bad
  balance balancing based bases basic batch beautiful beauty become becoming bedrock before beginners behavior
  behind being benchmarks better between bigger binary birds birth blockchain boot both boundaries brain breaking
  brief bring bringing brings broken browser budget bug bugs busy but butterfly bytecode cache calculus
  callback calling caml can canvas capacity care career careers cases category centric cgo chain challenge change
  changing channels chat chatbot cheap check chemical choosing civilization clang class classes classifier clean
  clear clever client clojure closures cloudnative clustered coder coding collaboration collaborative collapse
  collections color columnar com combinators command common communicating communities como comparing comparison
  compatible compile compiler compilers compiling complete complex complexity components composable composing
  composition computation computations compute computer con concepts concurrent conf conference connected connecting
  conquer considered consistency constraint content context contract contracts contributing contributor controlling
  conversar conversational cool corner coroutines correct could course cracking craft crafting crash create creating
  creative crisis critical crossing crypto css curious custom customer daily dangerous dark databases datafun
  datalog datomic dead dealing death debugging decentralized decisions declarative deconstructing decorators
  decoupling deeper defense define deixar deliver delivering demystified demystifying dependency dependent deploying
  deployments desenvolvimento designing desktop detection deterministic dev diary dictionary did didn die diesel
  difference different digital disaster disc discover discovering discussion dispatch dissecting distributed diverse
  diving django docs document does doesn doing dojo domain dominar don done door double down dream drive driven
  driver drop dummies durante dynamic easier easy economy editor effect effective effectiveness effects efficiency
  efficient effortless effortlessly elegant elements elixir elm email embedded embrace embracing emerging empowering
  enable enabling encryption end engagement engines enhance enough entertaining entregando environment environments
  erlang error essence essentials ethics ever every everyone everything evil evolution evolving exam exceptions
  exchange execution experiment expert explaining explanation explanations exploration explore exploring extended
  extending extensions extreme faa factor facts fail failing failure fair fairness fallacies faster fatigue fault
  fear feat features feedback feeling ferramentas few fight file final find finding fine fire firebase fireside fit
  five fixed fixing flask flexible flight float fluid flutter focus follow food forecasting forget form format forms
  forward four frame frameworks freedom fresh friendly front frontends frontier full fully fun funcional functional
  functions fundamental futures fuzzing game games gap garbage gateways generating generation generative generators
  generic generics get gives goals goes going gone good gopher goroutines got gov grand graph graphics great grid
  grow growing growth habits hack hacker hacking had hadoop halting handling handson happen happy hard harder
  hardware has hash haskell hating have hell hello help here hey hidden hierarchy high highly his history hive
  holistic home hood hooks horror hosted hosting hosts hub huge human humans hybrid hype idea ideas identity
  ideology idiomatic idris image images imperative implement implementation implementing important impossible
  improve improving incidents increasing index industry inference injection inner innovation insights install
  instant instead instruction instrumentados integrated integrating intent interactive interface interfaces
  intermediate internal internals internet interpreter into introducing inventing investigating invisible issue
  issues iterators its japan jepsen jobs join journeys juggling just keeping kernel key keyboard keys kids kill knew
  know knowing knowledge knowledgeable korea lake land languages large largest last late latency launch layer layers
  leaders leadership leading leak learn leave lecture legacy less let leveraging libraries library life lifecycle
  light lightweight like limits linear lines lisp list listen living local logic login look looking loop loops loose
  low lyft machines macro macros made magic magical mais make maker makes making managing manipulation many mapping
  market mastering matching material mathematics matters mean meaning meanings measure measuring mechanism media
  meet meetup memory mental mentoring merge mesos mess message messaging metal metaobject metaprogramming method
  methodology methods meus micro middleware migrando migrating millions mind mindset mini mining minutes miri
  mistake mistakes mixing mobile mode modeling modelling models modernizing modular modules monad monads monoliths
  month monthly months more most move moving multiplatform mundo music must mutable mvc mvvm mystery myth myths
  naming nanopass navigating navigation need needs negativity nested net neural never news next nobody non not
  notebooks nothing now null number numbers numerical object objects offline old only ontology optimization
  optimizing options orchestration order organizations orientada oriented origins orm other our out outlier
  outreachy over overcome oversight own owners ownership package packages pages pair pairing pandas paper papers
  para parallel parallelism parsing partial particle parts party passwordless past patching path pay pays peek
  people perception perfect performing persistent person personal personalization phone photos picture pip pipes
  pitfalls pits plan planning play playing plugin plugins point polyglot polymorphism popular por portable porting
  possible post pouco pour powered powerful practical pragmatic predict prediction predictions prepare preparing
  presents preventing primer principle privacy probabilistic probably problem problems procedural process processes
  processo productive productivity productization profiling profit program programa programmer programmers programs
  progress progressive projects promises proof property proposal propositions protocolos protocols prototype
  prototyping prove proxy pry psychological public publishing pure purely push putting pythonista qualidade quality
  quantum que queries query quest question questions queues qui quo racket rails raising random range rapid rate
  reactive read readable ready real reality really reasoning reasons recap recipes recommender record recording
  recursion reduce reducing redux refactor refactoring reference references regression regular reinforcement
  relational reliable remote render rendering replication reproducible request requests requirements rescue resource
  responsible responsive rest result results rethinking retrieval reusable revolution right rise risk road roadmap
  robot robots rocket role room root round routing ruby rule rules run running runtime runtimes safe safer safety
  sample saving say scalability scalable scanning scenarios schedule scheduler scheduling schemes scientific scope
  scraping scratch screen script scripting scripts sdk sec second secure securing see seeing seguros selection self
  semantic senior sense sensor separating sequence sequential serialization serious serving sessions setting seven
  shape shared sharing ship shipping should show sicherheit side sides signal signals simple simplicity simplify
  single six skeptics skills slightly slow smalltalk smart smarter smooth snapshot sobre social society socket soft
  softly solid solving some something sorcery source sourcery space spaces spaghetti speak speakers spec special
  specific specification speed spot spreadsheet sql stable stacks standard standards start stateful stateless states
  static stay steps stewardship stop store stored stories storytelling strategic strategies streams strings strong
  struct structure structured structures students stuff style styles suas success suggesting super supply symposium
  sync syntax synthesis synthetic table tables tacit take taking tales talking talks taming tangible target tasks
  taste teach teaching teams technical techniques telemetry telling template templates ten tensor terminal terrible
  testability tested testes tests than that them theme then theorem theories theory there these they thing think
  thinking third this thoughts thousands thread threads threat three through throughput tidy together token tokens
  tomorrow too toolchain tooling top topic total touch tour toward towards trade tradeoffs traditional traffic train
  trained trait traits transactions transducers transfer transformation transformer transforming transition
  transparency travel treading trees trend trends tricks trouble troubleshooting true trust try tune tuning turn
  twelve twenty two type typed types typing ubuntu ugly uncertainty unconventional und undefined under underscore
  understand understanding unicode unison unit universal universe unlock unlocking unreasonable unsafe until
  upgrading usar useful uses utility utilizando validation value values vamos variables vector veis ver vercel very
  view vim virtual vision visual visualization visualizing votre vulnerability wait walk wanna war was wasted
  watch watching water way ways weak weapon wearable weather webassembly webservices website websites week weekly
  welcome well when where who whole wie wild wish wonderful wonders word workflows working workloads works workspace
  world worlds worrying worse worst write writers writing written wrong year years yesterday yet you your yourself
  zen zone
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
