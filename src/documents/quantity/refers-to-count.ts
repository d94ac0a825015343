import { followedByTitle } from './names.ts'
import type { QuantityKind } from './quantity.ts'
import type { NumberToken } from './read-number.ts'

interface Counted {
  token: NumberToken
  unit: string
  kind: QuantityKind
  unitEnd: number
  after: string
}

const letter = /[A-Za-z]/
const openQuote = /[“"「『‘《〈]/
const strongMeasure = new Set(
  '元 美元 亩 吨 吨级 千瓦 千瓦级 兆瓦 公里 平方米 平方公里 公顷 公斤 斤 千瓦时 立方米 标箱 标准箱'.split(
    ' ',
  ),
)
const hedgeBefore = /(?:近|约|超过|超|突破|逾|过|上|达|成|数|几|到|重回|[满破双]|每年|年产|总计|的)$/

/** 一 counts only where it is one of a number: each, at least, only, or held against other counts. */
const oneCounts = (text: string, scan: Counted): boolean => {
  const { token, unit } = scan
  const left = text.slice(Math.max(0, token.start - 10), token.start)
  const right = text.slice(scan.unitEnd, scan.unitEnd + 4)
  if (/(?:提前|延后|推后|延长)$/.test(left)) return true
  if (/[这那同另每某任唯哪第上下头再又前后新]$/.test(left) && unit !== '期') return false
  if (
    /^(?:[来]|次性|以来)/.test(right) ||
    (unit === '年' && !/(?:满|为期|延长|不少于|至少|共|期限为|有效期)$/.test(left))
  )
    return false
  if (unit === '次' && /^(?:性|又|次|的?大考|飞跃|创新)/.test(right)) return false
  if (
    /(?:至少|不少于|不低于|最少|仅有?|只有|只|共有?|共计|各配?|均有?|为期|提前|延后|平均|每个?(?:月|周|季度?|年|天|日|半年|[一-九]?两周|社区|小区|单位|网格|村|支部|党员)(?:至少)?)(?:有|配备|开展|组织|举办|进行|召开|设|出|更换|增设|确定|建立|配|建)?$/.test(
      left,
    )
  )
    return true
  if (/^(?:个?星期|天)$/.test(unit) && /(?:用了?|历时|花了?|长达|为期)$/.test(left)) return true
  if (/^[期周名]$|^(?:小时|分钟|个月|周年|个工作日)$/.test(unit)) return countedSpell(unit, left, right)
  if (unit === '次' || unit === '场' || unit === '遍')
    return (
      /(?:进行|举办|开展|组织|召开|听取|举行|更换|培训|检查|评比|研究|调度|走访|不少于|专门|集中|会商)了?$/.test(
        left,
      ) ||
      (/^[,。;、)\n]/.test(right) && !/[这那]$/.test(left))
    )
  // 理事长一名, 图书室一间: counted after its noun, the clause ends
  if (
    /^(?:[,。;、)\n]|$)/.test(right) &&
    /[\u4e00-\u9fff]$/.test(left) &&
    /^[名位间处座所台部套辆个块条支]$/.test(unit) &&
    !/[是有成为的了到出第]$/.test(left)
  )
    return true
  return false
}

/** 一期, 一名, 一周: of events, posts and spells; not of phases (项目一期) nor of what somebody became (当了一名). */
const countedSpell = (unit: string, left: string, right: string): boolean => {
  if (unit === '期')
    return /(?:办|出|展|印|刊|织|开|少|更换)了?$/.test(left) && !/^(?:工程|项目|建)/.test(right)
  if (unit === '名') return !/(?:[是成为当作做像]了?|[的了])$/.test(left)
  return !/^[为而]/.test(right) && !/[的一第]$/.test(left)
}

/** 第1页 共10页, (10页珍藏版): furniture of the page, not of the report. */
const isPageMark = (text: string, { token, unit, unitEnd }: Counted): boolean => {
  if (unit !== '页') return false
  return (
    /(?:共\s?|[(])$/.test(text.slice(Math.max(0, token.start - 2), token.start)) ||
    /^\s*(?:共|第|珍藏)/.test(text.slice(unitEnd, unitEnd + 4))
  )
}

const levelCounts = (text: string, scan: Counted): boolean => {
  // 市、区二级: counted after the names of what is counted; 一级网格员、二级网格员 name grades.
  const named = text.slice(Math.max(0, scan.token.start - 4), scan.token.start)
  if (scan.token.low === 2 && /[省市县区镇乡街村]、[省市县区镇乡街村](?:街?道)?$/.test(named)) return true
  if (/^[一二]$/.test(text.slice(scan.token.start, scan.token.end))) return false
  if (/[一二]级/.test(text.slice(Math.max(0, scan.token.start - 40), scan.token.start))) return false
  const left = text.slice(Math.max(0, scan.token.start - 2), scan.token.start)
  const right = text.slice(scan.unitEnd, scan.unitEnd + 3)
  if (scan.token.low === 2)
    return /[省市县区街道社镇乡村委部国、]$/.test(left) && !/^(?:医院|公路|建造|甲)/.test(right)
  return (
    (/[省市县区乡镇村街道社组户司部、]$/.test(left) ||
      /^(?:审核|联动|书记|干部|网格|联创|服务网|便民|体系|调解|综治|河长|管理|平台|架构|治理|贯通|党组|组织)/.test(
        right,
      )) &&
    !/^(?:医院|公路|甲等|以上医|残疾|响应)/.test(right)
  )
}

/** “科创板八条”, “四级三类”: a name that ends with its number. */
const isQuotedName = (text: string, { token, unitEnd }: Counted): boolean => {
  if (!/[”"』」]/.test(text[unitEnd] ?? '')) return false
  const left = text.slice(Math.max(0, token.start - 10), token.start)
  const open = Math.max(left.lastIndexOf('“'), left.lastIndexOf('"'), left.lastIndexOf('「'))
  return open >= 0 && !/[”，。,]/.test(left.slice(open))
}

/** Whether the number at hand counts something the text reports (the definition lies in docs/checker.md). */
export const refersToCount = (text: string, scan: Counted): boolean => {
  const { token, unit } = scan
  const previous = text[token.start - 1] ?? ''
  const next = text[scan.unitEnd] ?? ''
  if (isQuotedName(text, scan)) return false
  if (token.form === 'arabic') return arabicCounts(text, scan, previous, next)
  if (unit === '' || token.high === 0) return false
  // 陆, 伍, 拾 alone are words; as numbers they stand with others or before 元.
  if (/^[壹贰叁肆伍陆柒捌玖拾佰仟]$/.test(text.slice(token.start, token.end)) && unit !== '元') return false
  if (
    unit === '次' &&
    /^(?:、[一二三四五六七八九十]{1,2}次)*(?:全会|会议|全体会|党代会|人代会|代表大会|党代表)/.test(
      text.slice(scan.unitEnd, scan.unitEnd + 14),
    )
  )
    return false
  if (
    unit === '期' &&
    !/(?:办|出|展|印|刊|织|开|少|训|共|更换|连续)了?$/.test(
      text.slice(Math.max(0, token.start - 4), token.start),
    )
  )
    return false
  if (token.bareMagnitude) return magnitudeCounts(text, scan)
  if (openQuote.test(previous)) return false
  if (
    /[第初周闻期统专唯之同单万拜三大高星归廿卅]/.test(previous) &&
    token.low < 13 &&
    !/(?:之[二三]$|[大高])/.test(text.slice(scan.unitEnd, scan.unitEnd))
  ) {
    if (/[第初拜唯统专]/.test(previous)) return false
    if (
      /[周期]/.test(previous) &&
      /^[一二三四五六]$/.test(text.slice(token.start, token.end)) &&
      unit === '个'
    )
      return false
  }
  if (unit === '大')
    return token.low >= 2 && token.low <= 15 && !/[党届]$/.test(previous) && !openQuote.test(previous)
  if (unit === '级') return levelCounts(text, scan)
  if (unit === '届')
    return /(?:连续|共|举办了?|历经)$/.test(text.slice(Math.max(0, token.start - 4), token.start))
  if (
    unit === '期' &&
    /^(?:工程|项目|建|改|扩|规划|中|投|试|开|竣|全|、|和|正|基本|完|启|主体)/.test(
      text.slice(scan.unitEnd, scan.unitEnd + 2),
    )
  )
    return false
  if (unit === '年' || unit === '周') {
    if (followedByTitle(text, scan.unitEnd)) return false
    if (
      unit === '年' &&
      /^(?:规划|行动|计划|大庆|义务教育|制)/.test(text.slice(scan.unitEnd, scan.unitEnd + 4))
    )
      return false
  }
  if (unit === '周年' || unit === '岁') return true
  if (token.low === 1 && token.high === 1) return oneCounts(text, scan)
  if (unit === '方面' && /[一]/.test(previous)) return false
  if (/^(?:以来|之一|一体)/.test(text.slice(scan.unitEnd, scan.unitEnd + 2)) && unit !== '年') return false
  return true
}

const magnitudeCounts = (text: string, scan: Counted): boolean => {
  const { token, unit, after } = scan
  const left = text.slice(Math.max(0, token.start - 4), token.start)
  const right = text.slice(scan.unitEnd, scan.unitEnd + 4)
  if (/[每第成若]$/.test(left) && !/数$/.test(left)) return false
  if (/^级/.test(right) || unit === '级') return false
  if (after === '余' || after === '多') return true
  if (/元$/.test(unit)) return /^(?:以上|大关|规模|的|左右|以下)/.test(right) || hedgeBefore.test(left)
  if (strongMeasure.has(unit)) return true
  return (
    (hedgeBefore.test(left) && !/的$/.test(left)) ||
    /(?:举办|开展|建成|新增|培育|组织|惠及|实施|打造|新建|完成|推出)$/.test(left)
  )
}

const arabicCounts = (text: string, scan: Counted, previous: string, next: string): boolean => {
  const { token, unit } = scan
  if (/[.\d_*＊]/.test(previous) || next === '*') return false
  if (
    letter.test(previous) &&
    !/(?:^|[^A-Za-z])[xX]{2,}$/.test(text.slice(Math.max(0, token.start - 8), token.start))
  )
    return false
  if (isPageMark(text, scan)) return false
  if (/[+＋]/.test(previous) || (/[+＋]/.test(next) && unit === '')) return false
  if (previous === '-' && /[A-Za-z\d]/.test(text[token.start - 2] ?? '')) return false
  const left = text.slice(Math.max(0, token.start - 6), token.start)
  if (/[第№]\s?$/.test(left)) return false
  if (openQuote.test(previous)) {
    const rest = text.slice(scan.unitEnd, scan.unitEnd + 14)
    if (unit === '' || /^[^,。;]{0,12}[”"」』’》〉]/.test(rest)) return false
  }
  if (unit === '') {
    if (letter.test(next)) return false
    if (
      /^(?:号|强|佳|优|世纪|位数|[.．)）]|人员|热线|[xX*#])/.test(text.slice(scan.unitEnd, scan.unitEnd + 2))
    )
      return false
    if (token.low >= 1e4 && /[万亿]$/.test(text.slice(token.start, token.end)))
      return /[\u4e00-\u9fff]/.test(next) || (/[,、。;]/.test(next) && /[\u4e00-\u9fff]$/.test(left))
    if (token.decimals > 0) return /[比数值率系为达到至分、约于]\s?$/.test(left) && !/^[.\d]/.test(next)
    return false
  }
  if (/^(?:位数)/.test(text.slice(scan.unitEnd - 1, scan.unitEnd + 1))) return false
  if (unit === '级') return token.decimals > 0 || /[省市县区乡镇村街道社、]$/.test(left)
  if (unit === '大') return token.low >= 2 && token.low <= 15 && /[\u4e00-\u9fff]/.test(next)
  if (unit === '年' && followedByTitle(text, scan.unitEnd)) return false
  if (unit === '年' && token.low >= 1900 && token.low <= 2100) return false
  if ((unit === '个' || unit === '人') && /^(?:工作日)/.test(text.slice(scan.unitEnd))) return true
  return true
}
