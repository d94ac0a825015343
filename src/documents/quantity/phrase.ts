/** Verbs and adverbs that a report puts before a figure's noun: 新增, 累计发放, 先后举办. */
const verbs =
  '新增加|新增|新建成|新建|新改扩建|新改建|新开工|新设立|新设|新签约|新入选|新获批|净增|增加|增设|增至|建成|建立|建设|成立|组建|完成|实现|实施|开展|举办|组织|召开|发放|发出|办理|办结|受理|解决|化解|调解|排查|整治|整改|清理|清运|拆除|安装|配备|投入|筹集|筹措|争取|引进|引入|培训|培育|培养|走访|慰问|救助|帮扶|帮助|资助|支助|接待|处理|处置|收集|征集|评选|表彰|创建|打造|荣获|获得|获批|获评|获|入选|入围|开行|开通|开工|修建|修缮|铺设|栽种|种植|设立|设置|推出|出台|制定|签约|签订|引导|带动|吸引|吸纳|安置|提供|推荐|下辖|管辖|辖有|辖|拥有|现有|共有|设有|内设|下设|设(?![备施计])|配有|共有|有(?![机色效关线限])|为(?![民主])|是|统筹|拨付|改造|新改造|更换|购买|购置|发展|覆盖|服务|惠及|支持|兑现|减免|降低|谋划|储备|推送|承担|参与|参加|达成|缔结|联手打造|布局建设|启动建设|诊断|撬动|牵头组建|编制完成|启动|深入|撤销|认定|命名|登记|注册|上报|检查|巡查|巡逻|劝导|宣传|张贴|悬挂|印发|出动|更新|粉刷|硬化|绿化|落实|协调|安排|用于|占(?!地)|共建|聘请|聘任|选派|选聘|招录|招聘|录用|采集|录入|核查|摸排|上门|送去|送上|捐赠|捐助|募集|结对'
const adverbs =
  '目前|现在|截至目前|截止目前|全年|今年|去年|本年|一年来|年内|当年|上半年|下半年|累计|共计|合计|总计|总共|一共|共(?![建同享])|已经|已|先后|陆续|分别|各(?![项类级界族地国区县乡村种])|均|约|大约|仅|还|又|其中|包括|并|且|和|及(?!时)|与|及其|以及|为(?![民主])|将|把|对(?![外口接])|向|在(?![建职岗校册线编读])|从(?![业事])|由|于|全国|全省|同比|比上年|较上年|比去年|较去年|平均|年均|也|都|我们|预计|计划|力争|确保|将要|主动|积极|集中|专门|成功|全面|高质量|扎实|深入|大力|持续|稳步|有序|加快|再按照|按照|根据|先|率先|首次|成果|继续|不断|进一步|着力|切实|认真|同时|此外|另外|通过|涉及|虽然|尽管|面对|针对|随着|围绕'

const leading = new RegExp(
  `^(?:${verbs}|${adverbs})(?!率|量|额|费|期|面|件|人|户|区|数|资金|业|班|站|点|队|型|类|用地|中心|机构)`,
)
/** Words between a noun and its figure. */
const linking =
  /(?:达到了?|达成|连续|一并|人均数为|了|达|突破了?|超过了?|超|逾|约为|大约|(?<![节签预履解])约|接近|将近|近|为|是|有|至|(?<![报签收受])到|在|共计|合计|总计|累计|共有|共|已|仅有|仅|只有|均为|均|各|不少于|不低于|不超过|不足|不到|低于|高于|至少|稳定|保持|维持|提升|扩大|增至|降至|升至|新增|净增|增|上|占|,|“|"|\s|双|首次|再次|重回|了|一次性|控制)$/

/** Removes what links a noun to its figure: 户籍人口达到 → 户籍人口. Words of change stay. */
export const stripTrailingLinks = (phrase: string): string => {
  let rest = phrase.trim()
  for (let i = 0; i < 6; i++) {
    const next = rest.replace(linking, '')
    if (next === rest) break
    rest = next
  }
  return rest
}

/** 社区有工作人员: what is had, not who has it. */
const possessed =
  /^[^,]{2,10}(?:共有|现有|设有|配有|拥有|辖有|(?<![所国公私没具原占])有(?![机色效关线限力序]))([\u4e00-\u9fff“].+)$/

/** Removes verbs and adverbs before the noun, as long as a noun is left. */
export const stripLeadingVerbs = (phrase: string): string => {
  let rest = phrase.trim().replace(/^(?:以上|以下|左右|以内|之内|力争|[、和及与的“”"'》)—-])+/, '')
  for (let i = 0; i < 6; i++) {
    const match = leading.exec(rest)
    if (!match || match[0].length + 2 > rest.length) break
    rest = rest.slice(match[0].length)
  }
  return possessed.exec(rest)?.[1] ?? rest
}

/** Verbs and adverbs at which a noun phrase after a figure ends. */
const stops =
  /(?:送去|送上|签订|签署|承诺|报名|认领|建立|成立|制定|落实|收到|接到|表示|同意|投票|前往|走进|每|得到|获得|获评|荣获|进入|入选|跻身|参加|参与|完成|有序|加快|全部|基本|已经|开展|举办|组织|实施|开工|建成|投产|投用|投入|启动(?!区|资金|仪式|段)|落地|下线|获批|联合|收集(?![点站系])|征集|拨付|清运|率先|逐[一户个]|挨家|发布|推进|推动|达到|突破|超过|实现|创新高|增长|下降|提高|提升|位居|居全|占全|用于|享受|接受|受益|纳入|通过|签约|分别|均|都|被|将|在(?!职|校|岗|册|建|线|编|读|住|外)|为(?!主|民)|是(?!否)|已|正|并|以及|等(?!级)|办理了|持有|正在|取得|产生|发放|给予|深入|广泛|进行|予以|成功|成为|形成|抽调|出台|拨付|较|比(?!例|重|赛)|从|由|让|使|把|(?<![相绝应])对(?!象|口|接|外|策)|向|到(?!位)|与|同比|环比|超|近|约|逾|同时|按|沿|(?<!公)共(?![建享同产和青]))/g

const ends = /[,。;:!?、\n()“”"》\d]/

/** Where the noun phrase that begins at `from` ends: at punctuation, a digit or a verb. */
export const nounPhraseEnd = (text: string, from: number): number => {
  let end = from
  const limit = Math.min(text.length, from + 24)
  const quoted = text[from] === '“' || text[from] === '《'
  if (quoted) {
    const close = text.slice(from, limit).search(/[”》]/)
    if (close > 0) end = from + close + 1
  }
  while (end < limit && !ends.test(text[end]!)) end++
  // 全国“首创”、“首批”金融政策: quoted words within the phrase.
  while (text[end] === '“' && (end - from <= 4 || text[end - 1] === '、')) {
    const close = text.indexOf('”', end)
    if (close < 0 || close > limit) break
    end = close + 1
    if (text.startsWith('、“', end)) {
      end++
      continue
    }
    while (end < limit && !ends.test(text[end]!)) end++
  }
  // 镇、村干部: one character is half a name.
  if (end - from === 1 && text[end] === '、') {
    end++
    while (end < limit && !ends.test(text[end]!)) end++
  }
  // 县(市、区), 博士、硕士 …: a bracket right inside the phrase belongs to it.
  if (text[end] === '(' && end > from) {
    const close = text.indexOf(')', end)
    if (close > 0 && close - end < 8 && !/\d/.test(text.slice(end, close))) end = close + 1
  }
  const phrase = text.slice(from, end)
  stops.lastIndex = 1
  const stop = stops.exec(phrase)
  return stop ? from + stop.index : end
}

const onlyVerb = new RegExp(`^(?:${verbs}|${adverbs}|有|现|使|让|给|令|组织|动员|带领)+了?$`)

/** Whether a phrase before a figure names nothing: 帮助(23人实现再就业), 为(56人…). */
export const isOnlyVerb = (phrase: string): boolean => onlyVerb.test(phrase)

const clauseStarts =
  /^(?:新建|建成|购买|购置|安装|上门|入户|前来|到场|送去|得到|获得|获评|进入|入选|跻身|参加|参与|完成|有序|加快|全部|基本|已|开展|举办|组织|实施|开工|达到|突破|超过|实现|增长|下降|提高|提升|位居|居(?![民家住委])|占|用于|享受|接受|纳入|通过|分别|均|都|被|将|全覆盖|全贯通|全达标|在(?![职校岗册建线编读住外])|为|是|正|并|和|及|与|以及|等|比|较|从|由|让|使|对|向|到|同比|环比|超|近|约|共|左右|以上|以下|不等|来|多|余|且|也|又|还|其中|内|前|后|起|计|的话|有|了|每|把|将|之|兴建|修建|建|进行|予以|给予|作为|用来|同步)/

/** Whether what follows the figure is no noun but the clause going on. */
export const startsLikeClause = (phrase: string): boolean => clauseStarts.test(phrase)
