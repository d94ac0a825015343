import {
  dwellingKind,
  dwellingUse,
  education,
  employmentStatus,
  ethnicity,
  idDocument,
  kinship,
  maritalStatus,
  populationType,
  residenceStatus,
  sex,
} from '../../core/code/index.ts'
import {
  address,
  code,
  date,
  decimal,
  defineRecord,
  flag,
  idNumber,
  integer,
  phone,
  reference,
  text,
} from '../../core/definition/index.ts'
import { agreement } from './definitions/agreement.ts'
import { facility } from './definitions/facility.ts'
import { organisation } from './definitions/organisation.ts'
import { personRelation } from './definitions/person-relation.ts'

/** 居民: everybody who lives in the area, registered there or not. */
export const person = defineRecord({
  name: 'person',
  title: '居民',
  unit: '人',
  table: 'person',
  basis: { kind: 'duty', rule: '《中华人民共和国城市居民委员会组织法》' },
  fields: {
    name: { type: text({ max: 50 }), title: '姓名', required: true, search: ['name'] },
    idType: { type: code(idDocument), title: '证件种类', listed: false },
    idNumber: {
      type: idNumber,
      title: '公民身份号码',
      sensitive: 'identity',
      search: ['whole', 'tail'],
      synonyms: ['身份证号', '身份证号码', '证件号码', '身份证'],
    },
    sex: { type: code(sex), title: '性别', required: true },
    birthDate: { type: date, title: '出生日期', required: true, synonyms: ['出生年月', '生日'] },
    ethnicity: { type: code(ethnicity), title: '民族', listed: false },
    education: { type: code(education), title: '文化程度', listed: false, synonyms: ['学历'] },
    maritalStatus: { type: code(maritalStatus), title: '婚姻状况', listed: false },
    employmentStatus: { type: code(employmentStatus), title: '就业状况', listed: false },
    mobile: {
      type: phone,
      title: '手机号码',
      sensitive: 'contact',
      search: ['whole', 'tail'],
      synonyms: ['联系电话', '手机', '电话', '联系方式'],
    },
    populationType: { type: code(populationType), title: '实有人口类型' },
    residenceStatus: { type: code(residenceStatus), title: '人户状态', listed: false },
    registeredAddress: {
      type: address,
      title: '户籍详址',
      sensitive: 'contact',
      listed: false,
      synonyms: ['户籍地址'],
    },
    workplace: { type: text({ max: 100 }), title: '工作单位', listed: false },
    household: {
      type: reference('household'),
      title: '所在住户',
      element: 'household.number',
      listed: false,
      kept: true,
    },
    relationToHead: { type: code(kinship), title: '与户主关系', listed: false },
  },
})

/** 住户: people who live together in one dwelling. */
export const household = defineRecord({
  name: 'household',
  title: '住户',
  unit: '户',
  table: 'household',
  basis: { kind: 'duty', rule: '《中华人民共和国城市居民委员会组织法》' },
  fields: {
    number: { type: text({ max: 30 }), title: '户号', required: true, search: ['text'] },
    head: { type: reference('person'), title: '户主', element: 'household.headName', kept: true },
    dwelling: { type: reference('dwelling'), title: '所住房屋', element: 'dwelling.code', kept: true },
    phone: { type: phone, title: '家庭电话', sensitive: 'contact', listed: false },
  },
})

/** 房屋: a place to live in, occupied or empty. */
export const dwelling = defineRecord({
  name: 'dwelling',
  title: '房屋',
  unit: '套',
  table: 'dwelling',
  fields: {
    code: { type: text({ max: 40 }), title: '房屋编号', required: true },
    address: {
      type: text({ max: 120 }),
      title: '房屋地址',
      required: true,
      search: ['text'],
      synonyms: ['现住地址', '家庭住址', '住址'],
    },
    estate: { type: text({ max: 60 }), title: '小区' },
    buildingNumber: { type: text({ max: 20 }), title: '幢号', listed: false },
    unitNumber: { type: text({ max: 20 }), title: '单元号', listed: false },
    roomNumber: { type: text({ max: 20 }), title: '室号', listed: false },
    kind: { type: code(dwellingKind), title: '住房类别', listed: false },
    use: { type: code(dwellingUse), title: '房屋用途' },
    isRented: { type: flag, title: '是否出租房' },
    floorArea: { type: decimal({ decimals: 2, min: 0, max: 100000 }), title: '建筑面积', unit: '平方米' },
    roomCount: { type: integer({ min: 0, max: 100 }), title: '房间数', unit: '间', listed: false },
  },
})

/** What points to another comes before it, so that nothing is erased that something kept still points to. */
export const registryRecords = [
  personRelation,
  person,
  household,
  dwelling,
  agreement,
  facility,
  organisation,
]
