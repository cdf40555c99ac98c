/** What people are, where no title stands: `Staff Engineer, Acme`. */
export const ROLES =
  /\b(?:engineer|developer|architect|manager|lead|leader|ceo|cto|vp|founder|co-founder|professor|director|scientist|researcher|consultant|student|head of|evangelist|advocate|designer|analyst)\b|개발자$|엔지니어$|대표$|팀장$|교수$|연구원$|매니저$|리더$|리드$|디자이너$|소속/i

/** What Koreans are called by, behind their names. */
export const POSITIONS =
  /^(?:이사|대표|부장|차장|과장|팀장|실장|본부장|그룹장|상무|전무|책임|수석|선임|교수|박사|개발자|엔지니어|아키텍트|연구원|매니저|리더|리드|프로|작가|강사|cto|ceo|cpo|pm|po|lead|manager)$/i
