/** A person of a form who is not its subject, and which elements hold what is asked of them. */
export interface Role {
  readonly words: readonly string[]
  readonly keys: Partial<Record<Attribute, string>>
  /** Bare 身份证号, 联系电话 … that directly follow belong to this person. */
  readonly carries: boolean
}

export type Attribute =
  | 'name'
  | 'idType'
  | 'idNumber'
  | 'phone'
  | 'mobile'
  | 'address'
  | 'relation'
  | 'kind'
  | 'unit'
  | 'workplace'

/** What is asked of a person, the longest words first. */
const attributeWords: readonly (readonly [Attribute, RegExp])[] = [
  ['relation', /^(?:与本人|与申请人|与[^关]{1,6})?的?关系$/],
  ['idType', /^(?:身份)?证件(?:类型|种类|类别|名称)$/],
  ['idNumber', /^(?:身份证|身份证号|证件号|身份证件号|身份号|身份证编号)$/],
  ['mobile', /^(?:联系|移动)?手机(?:号|电话|电话号)?$|^移动电话(?:号)?$/],
  [
    'phone',
    /^(?:联系|固定|办公|常用|固话)?(?:电话|固话|方式|号)(?:号)?$|^联系电话(?:或手机|\/手机)?$|^座机$/,
  ],
  ['workplace', /^(?:当前|现)?(?:务工|打工|外出|工作|工作详细)(?:地点|地|地址)$/],
  ['unit', /^(?:所在|工作)?单位(?:名称)?$/],
  ['kind', /^(?:类型|类别|身份)$/],
  ['address', /^(?:现|家庭|联系|居住|居住地|现居住|常住|通讯|通信|详细)?(?:地址|住址|居住地|住所|详址)$/],
  ['name', /^(?:姓名|名称|名字|名)?$/],
]

export const readAttribute = (words: string): Attribute | null =>
  attributeWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null

const keys = (prefix: string, ...attributes: Attribute[]): Role['keys'] =>
  Object.fromEntries(
    attributes.map((attribute) => [
      attribute,
      `${prefix}${attribute[0]!.toUpperCase()}${attribute.slice(1)}`,
    ]),
  )

const family: Role['keys'] = {
  name: 'familyContact.name',
  idNumber: 'familyContact.idNumber',
  relation: 'familyContact.relation',
  phone: 'familyContact.phone',
  mobile: 'familyContact.phone',
  address: 'familyContact.address',
  workplace: 'familyContact.workplace',
}

const lessor: Role['keys'] = keys(
  'rental.lessor',
  'name',
  'kind',
  'idType',
  'idNumber',
  'phone',
  'mobile',
  'address',
)

export const roles: Readonly<Record<string, Role>> = {
  head: {
    words: ['户主'],
    keys: {
      name: 'household.headName',
      idNumber: 'household.headIdNumber',
      phone: 'household.headPhone',
      mobile: 'household.headPhone',
    },
    carries: true,
  },
  guardian: {
    words: [
      '家长/监护人',
      '监护人/家长',
      '家长(监护人)',
      '受委托监护人',
      '委托监护人',
      '法定监护人',
      '主要监护人',
      '监护人',
      '家长',
    ],
    keys: {
      name: 'guardian.name',
      idNumber: 'guardian.idNumber',
      relation: 'guardian.relation',
      phone: 'guardian.phone',
      mobile: 'guardian.phone',
      address: 'guardian.address',
    },
    carries: true,
  },
  family: {
    words: [
      '家庭联系人',
      '家庭主要成员',
      '家庭主要人员',
      '主要家庭成员',
      '父亲',
      '母亲',
      '父母',
      '代理人',
      '法定代理人',
      '护理人员',
      '护理人',
      '照料人',
      '照护人',
      '赡养人',
      '家属',
      '亲属',
      '直系亲属',
      '紧急联系人',
      '子女',
      '配偶',
    ],
    keys: family,
    carries: true,
  },
  owner: {
    words: ['房屋产权人', '产权人', '产权所有人', '房屋所有人', '所有权人', '权利人', '房主', '产权登记人'],
    keys: keys('dwelling.owner', 'name', 'kind', 'idType', 'idNumber', 'phone', 'mobile'),
    carries: true,
  },
  lessor: { words: ['出租人(代理人)', '出租人', '出租方', '出租者', '房东'], keys: lessor, carries: true },
  tenant: {
    words: ['承租人', '承租方', '租客', '租户', '租住人员', '租住人', '居住人', '入住人', '暂住人'],
    keys: {
      name: 'person.name',
      idType: 'person.idType',
      idNumber: 'person.idNumber',
      phone: 'person.phone',
      mobile: 'person.mobile',
      workplace: 'person.workplace',
    },
    carries: true,
  },
  proprietor: {
    words: ['业主代表', '业主委员会主任', '代表人/业主委员会主任', '代表人/业主', '业委会主任', '业主'],
    keys: {
      name: 'building.ownerName',
      idNumber: 'building.ownerIdNumber',
      phone: 'building.ownerPhone',
      mobile: 'building.ownerPhone',
    },
    carries: true,
  },
  legal: {
    words: ['法定代表人', '法人代表', '企业法人', '法人'],
    keys: {
      name: 'organisation.legalRepresentative',
      phone: 'organisation.legalRepresentativePhone',
      mobile: 'organisation.legalRepresentativeMobile',
    },
    carries: false,
  },
  manager: {
    words: [
      '主要负责人',
      '单位负责人',
      '企业负责人',
      '负责人',
      '校长',
      '院长',
      '园长',
      '经营者',
      '店长',
      '站长',
      '医院院长',
      '学校校长',
    ],
    keys: {
      name: 'organisation.managerName',
      phone: 'organisation.managerPhone',
      mobile: 'organisation.managerMobile',
    },
    carries: false,
  },
  contact: {
    words: ['联系人', '联络人'],
    keys: { name: 'organisation.contactName', phone: 'organisation.phone', mobile: 'organisation.mobile' },
    carries: false,
  },
  gridStaff: {
    words: ['责任网格员', '网格管理员', '专职网格员', '网格员', '网格长'],
    keys: { name: 'area.gridStaffName', phone: 'area.gridStaffPhone', mobile: 'area.gridStaffPhone' },
    carries: true,
  },
  petitioner: {
    words: ['诉求人', '反映人', '来电人', '投诉人', '举报人', '求助人', '来访人', '信访人', '咨询人'],
    keys: {
      name: 'matter.petitionerName',
      phone: 'matter.petitionerPhone',
      mobile: 'matter.petitionerPhone',
      kind: 'matter.petitionerKind',
    },
    carries: true,
  },
  party: {
    words: ['主要当事人', '当事人', '涉事人'],
    keys: { name: 'matter.partyName', phone: 'matter.partyPhone', mobile: 'matter.partyPhone' },
    carries: true,
  },
  handler: {
    words: ['服务联系人', '承办人', '经办人', '办理人', '处理人', '处置人'],
    keys: {
      name: 'matter.handlerName',
      phone: 'matter.handlerPhone',
      mobile: 'matter.handlerPhone',
      unit: 'matter.handlerUnit',
    },
    carries: true,
  },
  visitor: {
    words: ['走访人员', '走访人', '巡查人', '探访人', '跟踪服务人员'],
    keys: { name: 'visit.visitorName' },
    carries: false,
  },
}

/** People that other forms call differently, by what the form is about. */
const inRentals: Readonly<Record<string, string>> = { 房主: 'lessor', 代理人: 'lessor', 业主: 'lessor' }

const byWord = Object.entries(roles)
  .flatMap(([name, { words }]) => words.map((word) => [word, name] as const))
  .sort(([one], [other]) => other.length - one.length)

export interface RoleHeader {
  readonly role: string
  readonly attribute: Attribute | null
}

/** Reads 监护人联系电话 as the guardian's phone; `attribute` is null where something else is asked of them. */
export const readRole = (words: string, isRental: boolean): RoleHeader | null => {
  const plain = words.replace(/^(?:现|实际|第一|临时|其他)(?=监护人|家长)/, '')
  const found = byWord.find(([word]) => plain.startsWith(word))
  if (!found) return null
  const [word, name] = found
  const role = isRental && word !== '业主' ? (inRentals[word] ?? name) : name
  return { role, attribute: readAttribute(plain.slice(word.length)) }
}
