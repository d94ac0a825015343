import {
  assistanceReason,
  disabilityCause,
  disabilityKind,
  disabilityLevel,
  elderCategory,
  elderStatus,
  jobIntention,
  livingArrangement,
  lowIncomeCategory,
  protectionMode,
  selfCareAbility,
  spouseStatus,
  unemployedCategory,
  unemploymentReason,
  volunteerTeamKind,
} from '../../core/code/index.ts'
import {
  code,
  date,
  defineLedger,
  flag,
  integer,
  longText,
  money,
  phone,
  text,
} from '../../core/definition/index.ts'
import { person } from '../registry/index.ts'
import { floatingResident } from './definitions/floating.ts'
import { hazard } from './definitions/hazard.ts'
import { leftBehindChild, leftBehindElder } from './definitions/left-behind.ts'
import { publicityPosition } from './definitions/publicity-position.ts'
import { rental } from './definitions/rental.ts'
import { residentOrganisation } from './definitions/resident-organisation.ts'
import { veteran } from './definitions/veteran.ts'
import { volunteer } from './definitions/volunteer.ts'

/** 残疾人台账; kinds and grades after GB/T 26341-2010. */
export const disability = defineLedger({
  name: 'disability',
  title: '残疾人台账',
  unit: '人',
  of: person,
  description: '辖区内经评定的残疾人，以及享受补贴和托养服务的情况。',
  basis: { kind: 'duty', rule: '《中华人民共和国残疾人保障法》' },
  upkeep: { keeper: '社区社工', everyDays: 180 },
  fields: {
    kind: { type: code(disabilityKind), title: '残疾类别', required: true, synonyms: ['残疾类型'] },
    level: { type: code(disabilityLevel), title: '残疾等级', required: true, synonyms: ['残疾级别'] },
    certificateNumber: {
      type: text({ max: 22 }),
      title: '残疾人证号',
      sensitive: 'identity',
      synonyms: ['残疾证号', '残疾证号码'],
    },
    cause: { type: code(disabilityCause), title: '残疾原因', listed: false },
    onsetDate: { type: date, title: '残疾时间', sensitive: 'health', listed: false },
    hasCareService: { type: flag, title: '是否享受托养服务', listed: false },
    livingSubsidy: { type: flag, title: '享受困难残疾人生活补贴', element: 'disability.subsidies' },
    careSubsidy: { type: flag, title: '享受重度残疾人护理补贴', element: 'disability.subsidies' },
  },
})

/** 老年人台账: residents of 60 and over. */
export const elderCare = defineLedger({
  name: 'elderCare',
  title: '老年人台账',
  unit: '人',
  of: person,
  description: '60 周岁及以上的居民，用于探访和养老服务。',
  basis: { kind: 'duty', rule: '《中华人民共和国老年人权益保障法》' },
  entry: { rule: 'person.age >= 60', message: '未满 60 周岁，不进入老年人台账。' },
  expected: { rule: 'person.age >= 60', reason: '已满 60 周岁。' },
  follows: [
    {
      rule: 'household.size == 1',
      field: 'livingArrangement',
      value: '1',
      reason: '同住的人都已离开，现为独自居住。',
    },
    {
      rule: 'person.maritalStatus == "30"',
      field: 'spouseStatus',
      value: '2',
      reason: '配偶去世。',
    },
    { rule: 'person.maritalStatus == "40"', field: 'spouseStatus', value: '3', reason: '已离婚。' },
  ],
  upkeep: { keeper: '网格员', everyDays: 90 },
  fields: {
    category: { type: code(elderCategory), title: '老年人员类型' },
    currentStatus: {
      type: code(elderStatus),
      title: '老年人当前状况',
      required: true,
      synonyms: ['自理能力', '身体状况'],
    },
    livingArrangement: {
      type: code(livingArrangement),
      title: '居住情况',
      required: true,
      synonyms: ['居住状况'],
    },
    spouseStatus: { type: code(spouseStatus), title: '配偶情况', listed: false },
    childrenCount: { type: integer({ min: 0, max: 20 }), title: '子女人数', unit: '人', listed: false },
    hasChronicDisease: { type: flag, title: '是否有慢性病', sensitive: 'health', listed: false },
    hasMobilityDifficulty: { type: flag, title: '是否行动不便', sensitive: 'health', listed: false },
  },
})

/** 低保台账: those who draw the minimum living allowance. */
export const assistance = defineLedger({
  name: 'assistance',
  title: '低保台账',
  unit: '人',
  of: person,
  description: '享受最低生活保障、特困供养和低保边缘救助的人员。',
  basis: { kind: 'duty', rule: '《社会救助暂行办法》' },
  upkeep: { keeper: '社区社工', everyDays: 180 },
  fields: {
    familyCategory: {
      type: code(lowIncomeCategory),
      title: '家庭类别',
      required: true,
      synonyms: ['救助类别', '低保类别'],
    },
    certificateNumber: {
      type: text({ max: 30 }),
      title: '救助证号',
      sensitive: 'identity',
      synonyms: ['低保证号'],
    },
    reason: { type: code(assistanceReason), title: '救助原因', synonyms: ['致困原因'] },
    protectionMode: { type: code(protectionMode), title: '保障方式', listed: false },
    amount: {
      type: money,
      title: '领取金额',
      unit: '元/月',
      sensitive: 'finance',
      synonyms: ['月保障金额', '低保金', '保障金额'],
    },
    startedOn: { type: date, title: '享受起始时间', required: true, synonyms: ['批准时间'] },
    selfCareAbility: { type: code(selfCareAbility), title: '自理能力', listed: false },
  },
})

/** 失业人员台账. */
export const unemployment = defineLedger({
  name: 'unemployment',
  title: '失业人员台账',
  unit: '人',
  of: person,
  description: '登记失业的人员、就业困难情况和求职、培训意向。',
  basis: { kind: 'duty', rule: '《中华人民共和国就业促进法》' },
  entry: { rule: 'person.age >= 16', message: '未满 16 周岁，不进入失业人员台账。' },
  // 就业状况 70 is 无业人员 (GB/T 2261.4). Retirement ages after the State Council's 2024 reform differ by birth and post;
  // 60 is where nobody counts as unemployed any more in practice (check).
  expected: {
    rule: 'person.employmentStatus == "70" && person.age >= 16 && person.age < 60',
    reason: '劳动年龄内，就业状况登记为无业。',
  },
  exits: [
    {
      rule: 'has(person.employmentStatus) && person.employmentStatus != "70"',
      reason: '就业状况已不是无业。',
      cause: 'reclassified',
    },
    { rule: 'person.age >= 60', reason: '已满 60 周岁，超出劳动年龄。', cause: 'expired' },
  ],
  upkeep: { keeper: '社区社工', everyDays: 90 },
  fields: {
    certificateNumber: {
      type: text({ max: 30 }),
      title: '就业失业登记证号',
      sensitive: 'identity',
      listed: false,
    },
    since: { type: date, title: '失业时间', required: true, synonyms: ['登记失业时间'] },
    reason: { type: code(unemploymentReason), title: '失业原因' },
    category: { type: code(unemployedCategory), title: '失业人员类型' },
    isHardToEmploy: { type: flag, title: '是否就业困难人员', required: true },
    jobIntention: { type: code(jobIntention), title: '拟就业意向', synonyms: ['就业意向'] },
    formerEmployer: { type: text({ max: 100 }), title: '原工作单位', listed: false },
  },
})

/** 志愿服务队伍: teams, not people; each stands for itself. */
export const volunteerTeam = defineLedger({
  name: 'volunteerTeam',
  title: '志愿服务队伍台账',
  unit: '支',
  description: '社区志愿服务队伍、人数和服务情况。',
  upkeep: { keeper: '社区社工', everyDays: 180 },
  fields: {
    name: {
      type: text({ max: 60 }),
      title: '队伍名称',
      element: 'organisation.name',
      required: true,
      synonyms: ['志愿服务队名称', '名称'],
    },
    kind: {
      type: code(volunteerTeamKind),
      title: '队伍类型',
      element: 'organisation.kind',
      required: true,
      synonyms: ['队伍类别'],
    },
    managerName: {
      type: text({ max: 50 }),
      title: '负责人',
      element: 'organisation.managerName',
      required: true,
    },
    managerPhone: {
      type: phone,
      title: '负责人电话',
      element: 'organisation.managerPhone',
      sensitive: 'contact',
      synonyms: ['联系电话'],
    },
    memberCount: {
      type: integer({ min: 0, max: 100000 }),
      title: '队员人数',
      element: 'organisation.employeeCount',
      unit: '人',
      required: true,
      synonyms: ['人数', '志愿者人数'],
    },
    foundedOn: {
      type: date,
      title: '成立时间',
      element: 'organisation.registeredOn',
      synonyms: ['成立日期'],
    },
    services: { type: longText(), title: '服务内容', element: 'volunteer.activityContent', listed: false },
  },
})

/** The ledgers that come with the house. */
export const builtInLedgers = [
  disability,
  elderCare,
  assistance,
  unemployment,
  leftBehindChild,
  leftBehindElder,
  veteran,
  floatingResident,
  rental,
  hazard,
  volunteerTeam,
  volunteer,
  publicityPosition,
  residentOrganisation,
]
