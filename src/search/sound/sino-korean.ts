// The syllables that Chinese characters are read with in Korean; a loanword of two syllables rarely has two of them.
const SYLLABLES = new Set(
  `가각간갈감갑강개객갱거건걸검겁게격견결겸경계고곡곤골공과곽관괄광괘괴굉교구국군굴궁권궐궤귀규균귤극근금급긍기긴길
  나낙난날남납낭내냉녀년념녕노농뇌뇨누눌능니닉다단달담답당대댁덕도독돈돌동두둔득등
  라락란람랍랑래랭략량려력련렬렴렵령례로록론롱뢰료룡루류륙륜률륭륵름릉리린림립
  마막만말망매맥맹면멸명모목몰몽묘무묵문물미민밀박반발방배백번벌범법벽변별병보복본봉부북분불붕비빈빙
  사삭산살삼삽상새색생서석선설섬섭성세소속손솔송쇄쇠수숙순술숭슬습승시식신실심십쌍씨
  아악안알암압앙애액앵야약양어억언얼엄업여역연열염엽영예오옥온올옹와완왕왜외요욕용우욱운울웅원월위유육윤율융은을음읍응의이익인일임입잉
  자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준중즉즙증지직진질집징
  차착찬찰참창채책처척천철첨첩청체초촉촌총촬최추축춘출충췌취측층치칙친칠침칭쾌
  타탁탄탈탐탑탕태택토통퇴투특파판팔패팽편평폐포폭표품풍피필핍
  하학한할함합항해핵행향허헌험혁현혈혐협형혜호혹혼홀홍화확환활황회획횡효후훈훼휘휴흉흑흔흘흠흡흥희`.replace(
    /\s/g,
    '',
  ),
)

/** Whether a word may be Chinese characters, like 배포 and 의지: then what it sounds like proves little. */
export function isSinoKorean(word: string): boolean {
  return [...word].every((syllable) => SYLLABLES.has(syllable))
}
