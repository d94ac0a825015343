import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeIdNumber } from '../../core/identity/index.ts'
import { writeTable } from '../../documents/xlsx/index.ts'
import { type Right, type Role, roleHas, roles } from '../../platform/contract/right.ts'
import { buildApp } from '../../platform/server/http/build-app.ts'
import { issueTicket } from '../../platform/server/http/form-ticket.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { catalogue } from '../catalogue.ts'
import { modules } from './modules.ts'

/**
 * Every route and action × every role × inside and outside of one's area. The rows come from the modules
 * themselves: a new route or action fails here until it says how it is asked about somebody's data.
 */
let house: TestOffice
let app: FastifyInstance
const cookies = new Map<string, string>()

/** Things that lie in 城北社区, made by its clerk. */
const things = {
  person: '',
  household: '',
  home: '',
  resident: '',
  change: '',
  followUp: '',
  entry: '',
  file: '',
  job: '',
  import: '',
  report: '',
  template: '',
  staff: '',
  post: '',
  form: '',
  blank: '',
  matter: '',
  dismissed: '',
  disclosure: '',
  correction: '',
  organisation: '',
  dispute: '',
  service: '',
}

const roleNames = Object.keys(roles) as Role[]

const signIn = async (role: Role, area: 'north' | 'south') => {
  const username = `${role.toLowerCase()}-${area}`
  await house.hire(role, at(area), username)
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password: 'test-password-1' },
  })
  expect(answer.statusCode).toBe(200)
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .map((set) => String(set).split(';')[0])
    .join('; ')
  cookies.set(`${role} ${area}`, cookie)
}

const ask = (role: Role, area: 'north' | 'south', url: string) =>
  app.inject({ method: 'GET', url, headers: { cookie: cookies.get(`${role} ${area}`)! } })

const act = (role: Role, area: 'north' | 'south', name: string, payload: unknown) =>
  app.inject({
    method: 'POST',
    url: `/api/actions/${name}`,
    payload: payload as object,
    headers: { cookie: cookies.get(`${role} ${area}`)!, 'idempotency-key': randomUUID() },
  })

/** How each action is tried on what lies in 城北社区. */
const attempts: Record<string, () => object> = {
  revealField: () => ({ definition: 'person', id: things.person, field: 'idNumber', purpose: '核对身份' }),
  exportRecords: () => ({ definition: 'disability', area: at('north'), purpose: '测试' }),
  undoStep: () => ({ definition: 'disability', id: things.entry, version: 1 }),
  verifyAudit: () => ({}),
  editRegistryRecord: () => ({
    definition: 'person',
    id: things.person,
    version: 1,
    mode: 'change',
    on: '2025-03-01',
    values: { workplace: '某单位' },
  }),
  registerPerson: () => ({
    area: at('northFirst'),
    on: '2025-01-01',
    values: { name: '李四', sex: '2', birthDate: '1980-01-01' },
  }),
  registerRecord: () => ({
    definition: 'agreement',
    of: things.organisation,
    on: '2025-03-01',
    values: { name: '某协议', kind: '1', signedOn: '2025-03-01' },
  }),
  endRegistryRecord: () => ({
    definition: 'organisation',
    id: things.organisation,
    version: 1,
    on: '2025-03-01',
    cause: 'closed',
  }),
  moveIn: () => ({
    on: '2025-01-01',
    area: at('northFirst'),
    values: { name: '李四', sex: '2', birthDate: '1980-01-01' },
  }),
  moveOut: () => ({ on: '2025-03-01', persons: [things.person] }),
  moveHousehold: () => ({ on: '2025-03-01', household: things.home, area: at('northSecond') }),
  joinHousehold: () => ({ on: '2025-03-01', persons: [things.person], household: things.home }),
  splitHousehold: () => ({
    on: '2025-03-01',
    household: things.home,
    persons: [things.resident],
    head: things.resident,
  }),
  mergeHouseholds: () => ({ on: '2025-03-01', household: things.home, into: randomUUID() }),
  changeHead: () => ({ on: '2025-03-01', household: things.home, head: things.resident }),
  registerBirth: () => ({ on: '2025-03-01', mother: things.resident, values: { name: '婴', sex: '1' } }),
  registerDeath: () => ({ on: '2025-03-01', person: things.person }),
  registerMarriage: () => ({ on: '2025-03-01', person: things.person }),
  registerDivorce: () => ({ on: '2025-03-01', person: things.person }),
  changeIdNumber: () => ({
    on: '2025-03-01',
    person: things.person,
    mode: 'change',
    idNumber: makeIdNumber('990101', '1950-03-01', 3),
  }),
  mergePersons: () => ({ on: '2025-03-01', keep: things.person, drop: things.resident }),
  undoChange: () => ({ change: things.change }),
  settleFollowUp: () => ({ id: things.followUp }),
  findDuplicates: () => ({}),
  keepApart: () => ({ a: things.person, b: things.resident }),
  addEntry: () => ({
    ledger: 'volunteerTeam',
    area: at('north'),
    on: '2025-01-01',
    values: { name: '某队', kind: '01', managerName: '王五', memberCount: 10 },
  }),
  editEntry: () => ({
    ledger: 'disability',
    id: things.entry,
    version: 1,
    mode: 'change',
    on: '2025-03-01',
    values: { level: '1' },
  }),
  endEntry: () => ({ ledger: 'disability', id: things.entry, version: 1, on: '2025-03-01', cause: 'moved' }),
  defineOwnLedger: () => ({
    definition: {
      name: 'hazard',
      title: '隐患台账',
      unit: '处',
      fields: [{ key: 'kind', title: '类型', type: { type: 'text', max: 20 } }],
    },
  }),
  acceptEntering: () => ({
    ledger: 'elderCare',
    subjects: [things.person],
    on: '2025-03-01',
    values: { currentStatus: '1', livingArrangement: '3' },
  }),
  acceptLeaving: () => ({ ledger: 'disability', entries: [{ id: things.entry, version: 1 }] }),
  declineProposals: () => ({
    ledger: 'elderCare',
    kind: 'enter',
    records: [things.person],
    reason: '已去外地',
  }),
  confirmEntries: () => ({
    ledger: 'disability',
    on: '2025-03-01',
    entries: [{ id: things.entry, version: 1 }],
  }),
  retireOwnLedger: () => ({ ledger: 'matrixOwn', retire: true, reason: '不再使用' }),
  compareReturnedFile: () => ({ ledger: 'disability', file: things.file }),
  importAddedRows: () => ({ ledger: 'disability', file: things.file }),
  acceptReturnedFile: () => ({ ledger: 'disability', file: things.file, on: '2025-03-01' }),
  startImport: () => ({ file: things.file, ledger: 'disability', area: at('north') }),
  remapImport: () => ({ id: things.import }),
  confirmImport: () => ({ id: things.import, on: '2025-03-01' }),
  cancelImport: () => ({ id: things.import }),
  createReport: () => ({ template: 'community-monthly', area: at('north'), period: '2025-03' }),
  publishReport: () => ({ id: things.report }),
  reviseReport: () => ({ id: things.report, reason: '更正' }),
  addTemplate: () => ({ file: things.file, title: '某模板' }),
  openFormRequest: () => ({ file: things.blank, area: at('north') }),
  editFormRequest: () => ({
    id: things.form,
    version: 1,
    title: '某表',
    askedBy: '某局',
    deadline: null,
    purpose: '',
  }),
  confirmForm: () => ({ id: things.form, version: 1, sheets: [] }),
  fillFormRequest: () => ({ id: things.form, version: 1, purpose: '测试' }),
  closeFormRequest: () => ({ id: things.form, version: 1 }),
  completeGap: () => ({
    request: things.form,
    definition: 'disability',
    id: things.entry,
    version: 1,
    values: { certificateNumber: '12345' },
  }),
  readFormReturn: () => ({ request: things.form, file: things.blank }),
  decideReturn: () => ({ id: things.file, on: '2025-03-01' }),
  setTypingTime: () => ({ seconds: 10 }),
  mergeAreas: () => ({
    areas: [at('northFirst'), at('northSecond')],
    into: at('northFirst'),
    on: '2025-03-01',
  }),
  splitArea: () => ({
    area: at('northFirst'),
    parts: [{ name: '新网格', buildings: [{ estate: '', number: '1' }] }],
    on: '2025-03-01',
  }),
  undoAreaChange: () => ({ change: randomUUID() }),
  renameArea: () => ({ area: at('northFirst'), name: '改过的名', on: '2025-03-01' }),
  addArea: () => ({ parent: at('north'), name: '新网格', on: '2025-03-01' }),
  importBoundaries: () => ({ file: randomUUID(), on: '2025-03-01' }),
  placeBuilding: () => ({ area: at('northFirst'), estate: '', number: '1', longitude: 116, latitude: 39 }),
  hireStaff: () => ({
    name: '新同事',
    username: `new${randomUUID().slice(0, 6)}`,
    role: 'gridWorker',
    area: at('northFirst'),
    on: '2025-03-01',
  }),
  resetPassword: () => ({ staff: things.staff }),
  givePost: () => ({ staff: things.staff, role: 'gridWorker', area: at('northFirst'), from: '2025-03-01' }),
  endPost: () => ({ post: things.post, on: '2025-03-01' }),
  handOverPost: () => ({ post: things.post, to: things.staff, on: '2025-03-01' }),
  setDutyRule: () => ({
    area: at('north'),
    least: 2,
    shifts: [{ key: 'day', title: '白班', from: '08:00', to: '18:00', least: 2, on: 'every' }],
  }),
  planDuty: () => ({ area: at('north'), add: [] }),
  fillDuty: () => ({ area: at('north'), from: '2025-03-01', days: 7 }),
  swapDuty: () => ({ area: at('north'), one: randomUUID(), other: randomUUID() }),
  verifyFigures: () => ({ report: things.report, texts: {} }),
  compareWithLedgers: () => ({ area: at('north'), asOf: '2025-03-01', passages: [] }),
  learnSynonym: () => ({ area: at('north'), phrase: '某种说法', metric: 'disability.total' }),
  forgetSynonym: () => ({ id: things.report }),
  issueDisclosure: () => ({ person: things.person, verified: 'idCard', wish: '想知道登记了什么' }),
  voidDisclosure: () => ({ id: things.disclosure }),
  setRetentionRule: () => ({ definition: 'disability', years: 5, reason: '档案保管期限' }),
  eraseExpired: () => ({ definition: 'disability', records: 1 }),
  settleCorrection: () => ({ id: things.correction, corrected: true, answer: '已更正' }),
}

/** A place in 城北社区 and what came from there. */
const hotSpot = () => ({
  area: at('north'),
  category: 'lift',
  spot: '3号楼',
  matters: [things.matter, randomUUID()],
})

/** Every step of a matter names it; the rest is what the step needs. */
const matterStep =
  (more: object = {}) =>
  () => ({ id: things.matter, seen: 1, ...more })
Object.assign(attempts, {
  recordMatter: () => ({
    area: at('northFirst'),
    content: '楼道灯不亮',
    category: 'light',
    channel: 'window',
  }),
  joinMatter: matterStep(),
  acceptMatter: matterStep(),
  dispatchMatter: matterStep({ to: `area:${at('southFirst')}`, text: '请办理' }),
  returnMatter: matterStep({ text: '不归我们' }),
  decideMatter: matterStep({ to: `area:${at('southFirst')}`, text: '请办理' }),
  escalateMatter: matterStep({ text: '办不了' }),
  noteProgress: matterStep({ text: '在办' }),
  reclassifyMatter: matterStep({ category: 'lift', class: 'general', text: '看错了' }),
  askPause: matterStep({ text: '等配件', until: '2099-01-01' }),
  askExtension: matterStep({ text: '工期长', days: 3 }),
  decideRequest: matterStep({ granted: true }),
  resumeMatter: matterStep(),
  summonBodies: matterStep({
    parts: [{ body: `area:${at('southFirst')}`, task: '到现场', due: '2099-01-01' }],
  }),
  answerPart: matterStep({ part: randomUUID(), text: '办好了' }),
  splitMatter: matterStep({
    parts: [1, 2].map((n) => ({ title: `第${n}件事`, content: '内容若干', category: 'light' })),
  }),
  mergeMatter: matterStep({ into: randomUUID() }),
  answerMatter: matterStep({ text: '办好了' }),
  recordCallback: matterStep({ reached: false }),
  closeMatter: matterStep({ reason: 'explained', text: '已解释' }),
  withdrawMatter: matterStep({ text: '不用了' }),
  reopenMatter: matterStep({ text: '又坏了' }),
  revealReporter: () => ({ id: things.matter, purpose: '联系本人' }),
  defineUnit: () => ({ title: '某科', area: at('north'), members: [] }),
  endUnit: () => ({ id: randomUUID() }),
  setDispatchRule: () => ({ category: 'light', area: at('north'), body: null }),
  giveCode: () => ({ id: things.matter }),
  openLasting: () => ({ ...hotSpot(), title: '反复停运', text: '请专业机构评估', dueOn: '2099-01-01' }),
  dismissHotSpot: () => ({ ...hotSpot(), reason: '已列入计划' }),
  proposeAgain: () => ({ id: things.dismissed }),
  setPublicPage: () => ({ open: false }),
  setWeights: () => ({ response: 20, solved: 40, satisfied: 40 }),
  saveReplyTemplate: () => ({
    area: at('north'),
    use: 'answer',
    category: '',
    title: '某模板',
    text: '办好了',
  }),
  removeReplyTemplate: () => ({ id: randomUUID() }),
  releaseMatter: () => ({ id: things.matter, text: '修好了' }),
  importOrders: () => ({ file: things.blank, area: at('north') }),
})

const notice = { kind: 'announcement', title: '某公告', body: '某事', from: '2099-01-01', to: '2099-01-02' }
const service = {
  kind: 'window',
  title: '密语证',
  about: '办证',
  who: '居民',
  bring: '身份证',
  place: '大厅',
  hours: '工作日',
}
Object.assign(attempts, {
  publishNotice: () => ({ area: at('north'), ...notice }),
  withdrawNotice: () => ({ id: randomUUID(), reason: '写错了' }),
  defineService: () => ({ id: things.service, area: at('north'), ...service }),
  openSlots: () => ({
    service: things.service,
    from: '2099-01-01',
    to: '2099-01-09',
    times: [{ from: '09:00', to: '10:00', capacity: 1 }],
  }),
  setCapacity: () => ({ slot: randomUUID(), capacity: 1 }),
  markBooking: () => ({ id: randomUUID(), state: 'done' }),
  revealBooking: () => ({ id: randomUUID(), purpose: '联系' }),
})

const disputeStep =
  (more: object = {}) =>
  () => ({ id: things.dispute, seen: 1, ...more })
Object.assign(attempts, {
  openDispute: () => ({
    area: at('northFirst'),
    kind: 'neighbour',
    title: '漏水纠纷',
    content: '楼上漏水',
    parties: [{ name: '甲' }, { name: '乙' }],
  }),
  assignMediators: disputeStep({ mediators: [randomUUID()] }),
  recordSession: disputeStep({ on: '2025-03-01', place: '社区', present: ['甲'], text: '谈了一次' }),
  recordAgreement: disputeStep({
    on: '2025-03-01',
    dispute: '楼上漏水',
    items: [{ party: '各方', text: '修好', due: '2025-04-01' }],
  }),
  recordFulfilment: disputeStep({ item: 0, kept: true }),
  revisitDispute: disputeStep({ result: 'waiting', text: '还在修' }),
  closeDispute: disputeStep({ outcome: 'settled', text: '自己和解了' }),
  reopenDispute: disputeStep({ text: '又漏了' }),
  makeOpen311Key: () => ({ title: '某平台', areas: [at('north')], listed: true }),
  revokeOpen311Key: () => ({ id: randomUUID() }),
  readMessages: () => ({ ids: [randomUUID()] }),
  setMessageChoice: () => ({ email: '', hidden: [], unmailed: [] }),
  setMailServer: () => ({
    host: '',
    port: 465,
    security: 'tls',
    user: '',
    from: '',
    address: '',
    password: null,
  }),
  setQuietHours: () => ({ from: '21:00', to: '07:00' }),
  makeHook: () => ({
    title: '某群',
    kind: 'wecom',
    area: at('north'),
    url: 'https://qyapi.example.cn/send?key=1',
    events: ['matter.overdue'],
  }),
  turnHook: () => ({ id: randomUUID(), on: false }),
  removeHook: () => ({ id: randomUUID() }),
  resendDelivery: () => ({ id: randomUUID(), hook: randomUUID() }),
})

/** Actions that concern nobody's area: who has the right may do them anywhere. */
const everywhere = new Set([
  'verifyAudit',
  'defineOwnLedger',
  'retireOwnLedger',
  'findDuplicates',
  'setTypingTime',
  'setMessageChoice',
])

/** How each route is asked about what lies in 城北社区. */
const questions: Record<string, () => string> = {
  '/api/me': () => '/api/me',
  '/api/areas': () => '/api/areas',
  '/api/definitions': () => '/api/definitions',
  '/api/records/:definition': () => `/api/records/disability?area=${at('north')}`,
  '/api/records/:definition/:id': () => `/api/records/disability/${things.entry}`,
  '/api/records/:definition/:id/history': () => `/api/records/disability/${things.entry}/history`,
  '/api/jobs': () => '/api/jobs',
  '/api/jobs/:id': () => `/api/jobs/${things.job}`,
  '/api/audit': () => `/api/audit?subject=${things.entry}`,
  '/api/metrics': () => '/api/metrics',
  '/api/figures': () => `/api/figures?names=disability.total&area=${at('north')}`,
  '/api/metrics/:metric/trend': () => `/api/metrics/disability.total/trend?months=3&area=${at('north')}`,
  '/api/metrics/:metric/breakdown': () =>
    `/api/metrics/disability.total/breakdown?by=kind&area=${at('north')}`,
  '/api/metrics/:metric/records': () => `/api/metrics/disability.total/records?area=${at('north')}`,
  '/api/metrics/:metric/difference': () => `/api/metrics/disability.total/difference?area=${at('north')}`,
  '/api/metrics/:metric/difference/records': () =>
    `/api/metrics/disability.total/difference/records?since=2024-06-30&cause=late%2B&area=${at('north')}`,
  '/api/search': () => `/api/search?q=${encodeURIComponent('密语人')}`,
  '/api/persons/:id': () => `/api/persons/${things.person}`,
  '/api/organisations/:id': () => `/api/organisations/${things.organisation}`,
  '/api/agreements/expiring': () => '/api/agreements/expiring',
  '/api/households/:id': () => `/api/households/${things.household}`,
  '/api/changes/:definition/:id': () => `/api/changes/household/${things.home}`,
  '/api/follow-ups': () => '/api/follow-ups',
  '/api/duplicates': () => `/api/duplicates?area=${at('north')}`,
  '/api/persons/:id/likely-same': () => `/api/persons/${things.person}/likely-same`,
  '/api/area-map': () => `/api/area-map?area=${at('northFirst')}`,
  '/api/areas/:path/contents': () => `/api/areas/${at('northFirst')}/contents`,
  '/api/areas/:path/buildings': () => `/api/areas/${at('northFirst')}/buildings`,
  '/api/areas/:path/responsible': () => `/api/areas/${at('northFirst')}/responsible`,
  '/api/posts': () => `/api/posts?area=${at('north')}`,
  '/api/posts/:id/open-work': () => `/api/posts/${things.post}/open-work`,
  '/api/rosters/:area': () => `/api/rosters/${at('north')}`,
  '/api/coverage': () => `/api/coverage?area=${at('north')}`,
  '/api/entry-numbers': () => '/api/entry-numbers?q=DX42',
  '/api/ledgers': () => `/api/ledgers?area=${at('north')}`,
  '/api/upkeep': () => `/api/upkeep?area=${at('north')}`,
  '/api/ledgers/:ledger/proposals': () => `/api/ledgers/elderCare/proposals?kind=enter&area=${at('north')}`,
  '/api/own-ledgers/:name': () => '/api/own-ledgers/matrixOwn',
  '/api/imports': () => '/api/imports',
  '/api/imports/:id': () => `/api/imports/${things.import}`,
  '/api/form-requests': () => `/api/form-requests?area=${at('north')}`,
  '/api/form-requests/:id': () => `/api/form-requests/${things.form}`,
  '/api/form-requests/:id/preview': () => `/api/form-requests/${things.form}/preview?sheet=Sheet1`,
  '/api/form-fills/:id/cells': () => `/api/form-fills/${things.file}/cells`,
  '/api/form-gaps': () => '/api/form-gaps',
  '/api/form-gaps/:request': () => `/api/form-gaps/${things.form}`,
  '/api/form-returns/:id': () => `/api/form-returns/${things.file}`,
  '/api/form-burden': () => `/api/form-burden?area=${at('north')}`,
  '/api/reports': () => '/api/reports',
  '/api/reports/:id': () => `/api/reports/${things.report}`,
  '/api/report-templates': () => '/api/report-templates',
  '/api/matters': () => `/api/matters?view=area&area=${at('north')}`,
  '/api/matters/prepare': () => `/api/matters/prepare?content=${encodeURIComponent('楼道灯不亮')}`,
  '/api/matters/:id': () => `/api/matters/${things.matter}`,
  '/api/matters/board': () => `/api/matters/board?view=area&area=${at('north')}`,
  '/api/matters/map': () => `/api/matters/map?area=${at('north')}`,
  '/api/matters/bodies': () => `/api/matters/bodies?area=${at('north')}`,
  '/api/matters/hot-spots': () => `/api/matters/hot-spots?area=${at('north')}&least=2`,
  '/api/matter-units': () => '/api/matter-units',
  '/api/matter-bodies': () => '/api/matter-bodies',
  '/api/open311-keys': () => '/api/open311-keys',
  '/api/messages': () => '/api/messages',
  '/api/message-choice': () => '/api/message-choice',
  '/api/message-settings': () => '/api/message-settings',
  '/api/hooks': () => '/api/hooks',
  '/api/matter-public-page': () => '/api/matter-public-page',
  '/api/persons/:id/disclosures': () => `/api/persons/${things.person}/disclosures`,
  '/api/retention': () => '/api/retention',
  '/api/retention/:definition/preview': () => '/api/retention/disability/preview?years=5',
  '/api/corrections': () => `/api/corrections?area=${at('north')}`,
  '/api/matter-measures': () => `/api/matter-measures?area=${at('north')}&from=2025-01-01&asOf=2025-03-01`,
  '/api/reply-templates': () => '/api/reply-templates',
  '/api/matters/:id/replies': () => `/api/matters/${things.matter}/replies`,
  '/api/notices': () => `/api/notices?area=${at('north')}`,
  '/api/services': () => `/api/services?area=${at('north')}`,
  '/api/services/:id': () => `/api/services/${things.service}`,
  '/api/matters/:id/release': () => `/api/matters/${things.matter}/release`,
  '/api/disputes': () => '/api/disputes',
  '/api/disputes/:id': () => `/api/disputes/${things.dispute}`,
  '/api/dispute-numbers': () => `/api/dispute-numbers?year=2026&area=${at('north')}`,
  '/api/report-synonyms': () => '/api/report-synonyms',
}

/** What only 城北社区 may see: never in an answer to others. */
const secrets = () =>
  [
    '密语人',
    things.person,
    things.entry,
    things.matter,
    '密语灯',
    '密语错字',
    '密语公司',
    things.organisation,
    things.dispute,
    '密语墙',
    things.service,
    '密语证',
    '密语梯',
  ].filter(Boolean)

beforeAll(async () => {
  house = await createTestOffice(catalogue)
  app = await buildApp(house.office, modules, { secure: false, trustProxy: false })
  for (const role of roleNames) {
    await signIn(role, 'north')
    await signIn(role, 'south')
  }
  const person = await act('clerk', 'north', 'registerPerson', {
    area: at('northFirst'),
    on: '2025-01-01',
    values: {
      name: '密语人',
      sex: '1',
      birthDate: '1950-03-01',
      idNumber: makeIdNumber('990101', '1950-03-01', 1),
    },
  })
  things.person = person.json().record.id
  const entry = await act('clerk', 'north', 'addEntry', {
    ledger: 'disability',
    subject: things.person,
    on: '2025-02-01',
    values: { kind: '4', level: '2', certificateNumber: '110105195003010DX42' },
  })
  things.entry = entry.json().record.id
  const matter = await act('clerk', 'north', 'recordMatter', {
    area: at('northFirst'),
    content: '密语灯不亮，楼道很黑',
    category: 'light',
    channel: 'window',
  })
  things.matter = matter.json().id
  const broken = async (place: string) => {
    const { id } = (
      await act('clerk', 'north', 'recordMatter', {
        area: at('northFirst'),
        content: '电梯停了',
        category: 'lift',
        channel: 'phone',
        place,
      })
    ).json()
    return id as string
  }
  const dismissed = await act('clerk', 'north', 'dismissHotSpot', {
    ...hotSpot(),
    spot: '密语梯3号楼',
    matters: [await broken('密语梯3号楼'), await broken('密语梯3号楼')],
    reason: '已列入计划',
  })
  things.dismissed = dismissed.json().id
  expect(things.dismissed).toBeTruthy()
  await broken('密语梯5号楼')
  await broken('密语梯5号楼')
  const disclosure = await act('clerk', 'north', 'issueDisclosure', attempts.issueDisclosure!())
  things.disclosure = disclosure.json().id
  const { code } = disclosure.json()
  await app.inject({
    method: 'POST',
    url: '/my-information',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      code,
      tail: makeIdNumber('990101', '1950-03-01', 1).slice(-4),
      ticket: issueTicket(house.office.cipher),
      said: '密语错字写错了',
    }).toString(),
  })
  const [correction] = (await ask('clerk', 'north', '/api/corrections')).json().corrections
  things.correction = correction.id
  const firm = await act('clerk', 'north', 'registerRecord', {
    definition: 'organisation',
    area: at('northFirst'),
    on: '2025-01-01',
    values: { name: '密语公司', kind: '3' },
  })
  things.organisation = firm.json().record.id
  const agreement = await act('clerk', 'north', 'registerRecord', {
    definition: 'agreement',
    of: things.organisation,
    on: '2025-01-01',
    values: { name: '密语公司的协议', kind: '1', signedOn: '2025-01-01', expiresOn: '2025-06-01' },
  })
  expect(agreement.statusCode).toBe(200)
  const made = await act('clerk', 'north', 'defineService', { area: at('north'), ...service })
  things.service = made.json().id
  const dispute = await act('head', 'north', 'openDispute', {
    area: at('northFirst'),
    kind: 'neighbour',
    title: '密语墙纠纷',
    content: '为一堵墙争吵',
    parties: [{ name: '甲' }, { name: '乙' }],
  })
  things.dispute = dispute.json().id
  things.household = randomUUID()
  const home = await act('clerk', 'north', 'moveIn', {
    on: '2025-01-01',
    area: at('northFirst'),
    values: { name: '密语人甲', sex: '2', birthDate: '1950-03-01', mobile: '13800000001' },
  })
  const { household, person: resident, change } = home.json()
  Object.assign(things, { home: household, resident, change })
  const todos = await ask('clerk', 'north', '/api/follow-ups')
  things.followUp = todos.json().followUps[0].id
  const exported = await act('clerk', 'north', 'exportRecords', { definition: 'disability', purpose: '测试' })
  things.job = exported.json().job
  const me = (await ask('clerk', 'north', '/api/me')).json()
  const clerk = { id: me.id, name: me.name, district: house.office.district, posts: [] }
  things.blank = (
    await house.office.files.put(house.repository(clerk), {
      name: '登记表.xlsx',
      type: '',
      bytes: await writeTable({
        sheet: 'Sheet1',
        title: '残疾人登记表',
        columns: ['姓名', '身份证号', '残疾等级', '残疾证号'].map((header) => ({ header })),
        rows: [],
      }),
    })
  ).id
  const form = await act('clerk', 'north', 'openFormRequest', { file: things.blank, area: at('north') })
  things.form = form.json().request
  things.file = randomUUID()
  things.import = randomUUID()
  things.report = randomUUID()
  const posts = (await ask('head', 'north', '/api/posts')).json().posts
  const post = posts.find((one: { role: string }) => one.role === 'gridWorker')
  Object.assign(things, { post: post.id, staff: post.staff })
}, 120_000)
afterAll(async () => {
  await app.close()
  await house.close()
})

const actions = modules.flatMap((module) => module.actions.map(({ contract }) => contract))
const rehearsable = new Set(
  modules.flatMap((module) =>
    module.actions.filter((action) => action.rehearsable).map(({ contract }) => contract.name),
  ),
)
const routes = modules.flatMap((module) => module.readers.map(({ route }) => route))

it('asks about every action and route', () => {
  expect(actions.map(({ name }) => name).filter((name) => !attempts[name])).toEqual([])
  expect(routes.map(({ path }) => path).filter((path) => !questions[path])).toEqual([])
})

describe.each(actions.map((contract) => [contract.name, contract.right as Right] as const))(
  'action %s',
  (name, right) => {
    it.each(roleNames)('%s of another community changes and learns nothing', async (role) => {
      const answer = await act(role, 'south', name, attempts[name]?.())
      if (everywhere.has(name) && roleHas(role, right)) return
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      for (const secret of secrets()) expect(answer.body).not.toContain(secret)
    })

    it.each(rehearsable.has(name) ? roleNames : [])(
      '%s of another community learns nothing by rehearsing it',
      async (role) => {
        const answer = await app.inject({
          method: 'POST',
          url: `/api/rehearsals/${name}`,
          payload: attempts[name]!(),
          headers: { cookie: cookies.get(`${role} south`)! },
        })
        expect(answer.statusCode).toBeGreaterThanOrEqual(400)
        expect(answer.statusCode).toBeLessThan(500)
        for (const secret of secrets()) expect(answer.body).not.toContain(secret)
      },
    )

    it.each(roleNames.filter((role) => !roleHas(role, right)))('%s has no right to it', async (role) => {
      const answer = await act(role, 'north', name, attempts[name]?.())
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'right.missing'])
    })
  },
)

describe.each(routes.map((route) => [route.path, route.right] as const))('route %s', (path, right) => {
  it.each(roleNames)('%s of another community sees nothing of it', async (role) => {
    const answer = await ask(role, 'south', questions[path]?.() ?? '/')
    expect(answer.statusCode).toBeLessThan(500)
    // The audit repeats the ids that others tried themselves; what they stand for, it does not tell.
    const hidden = path === '/api/audit' ? ['密语人'] : secrets()
    for (const secret of hidden) expect(answer.body).not.toContain(secret)
    if (right !== 'signedIn' && !roleHas(role, right)) expect(answer.statusCode).toBe(403)
  })

  it('asks a stranger to sign in', async () => {
    expect((await app.inject({ method: 'GET', url: questions[path]?.() ?? '/' })).json().code).toBe(
      'session.required',
    )
  })
})

it('leaves what lies in the community as it was, after all that', async () => {
  const answer = await ask('clerk', 'north', `/api/records/disability/${things.entry}`)
  expect(answer.json()).toMatchObject({ version: 1, values: { level: '2' } })
})

it('refuses a command from another site, and one without a key', async () => {
  const cookie = cookies.get('clerk north')!
  const foreign = await app.inject({
    method: 'POST',
    url: '/api/actions/undoStep',
    payload: {},
    headers: { cookie, origin: 'https://evil.example', 'idempotency-key': randomUUID() },
  })
  expect(foreign.json().code).toBe('origin.foreign')
  const keyless = await app.inject({
    method: 'POST',
    url: '/api/actions/undoStep',
    payload: {},
    headers: { cookie },
  })
  expect(keyless.json().code).toBe('request.invalid')
})

it('limits sign-in by user name, and tells a wrong password from nothing else', async () => {
  const attempt = () =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'nobody', password: 'x'.repeat(12) },
    })
  expect((await attempt()).json().code).toBe('session.failed')
  const codes = await Promise.all(Array.from({ length: 12 }, async () => (await attempt()).json().code))
  expect(codes).toContain('rate.exceeded')
})

it('refuses names that every object has, days that do not exist, and cursors made up', async () => {
  const codeOf = async (query: string) =>
    (await ask('clerk', 'north', `/api/records/person?${query}`)).json().code
  const cursor = Buffer.from(JSON.stringify([null, randomUUID(), 1.5])).toString('base64url')
  for (const query of ['constructor=1', 'sort=toString', 'asOf=2026-02-31', 'limit=-1', `cursor=${cursor}`])
    expect([query, await codeOf(query)]).toEqual([query, 'request.invalid'])
  const reveal = await act('clerk', 'north', 'revealField', {
    definition: 'person',
    id: things.person,
    field: 'constructor',
    purpose: '测试',
  })
  expect(reveal.json().code).toBe('request.invalid')
})

it('refuses days out of all reckoning with a sentence that tells each fault once', async () => {
  for (const asOf of ['1000-01-01', '2200-01-01', '9999-12-31'])
    for (const part of ['trend', 'records', 'difference']) {
      const question = `/api/metrics/registry.residents/${part}?area=${at('north')}&since=2025-01-01&asOf=${asOf}`
      const answer = await ask('clerk', 'north', question)
      expect([question, answer.json().title]).toEqual([question, expect.stringContaining('请改日期。')])
    }
  const { title } = (await ask('clerk', 'north', '/api/records/person?asOf=abc&limit=x')).json()
  expect(title).toMatch(/^请求内容不对：截止日期：日期应写作 2026-01-12；每页条数：[^；]+。$/)
})

it('refuses to tell another community in numbers, rather than answering nought', async () => {
  for (const part of ['trend', 'breakdown', 'records']) {
    const answer = await ask('clerk', 'south', questions[`/api/metrics/:metric/${part}`]!())
    expect([part, answer.json().code]).toEqual([part, 'right.missing'])
  }
})

it('keeps answers about people out of caches', async () => {
  const answer = await ask('clerk', 'north', `/api/persons/${things.person}`)
  expect(answer.headers['cache-control']).toBe('no-store')
})

it('counts sign-ins by the address that the proxy saw, not by what a visitor wrote before it', async () => {
  const behindProxy = await buildApp(house.office, modules, { secure: false, trustProxy: true })
  const attempt = (forged: number) =>
    behindProxy.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'nobody-else', password: 'x'.repeat(12) },
      headers: { 'x-forwarded-for': `10.0.0.${forged}, 203.0.113.7` },
    })
  const codes: string[] = []
  for (let forged = 0; forged < 11; forged++) codes.push((await attempt(forged)).json().code)
  await behindProxy.close()
  expect(codes.at(-1)).toBe('rate.exceeded')
})

it('signs everybody else out of an account whose password changes', async () => {
  const credentials = { username: 'clerk-south', password: 'test-password-1' }
  const enter = async () => {
    const url = '/api/auth/sign-in/username'
    const answer = await app.inject({ method: 'POST', url, payload: credentials })
    return String(answer.headers['set-cookie']).split(';')[0]!
  }
  const asked = (cookie: string) => app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
  const [elsewhere, here] = [await enter(), await enter()]
  const changed = await app.inject({
    method: 'POST',
    url: '/api/auth/change-password',
    payload: { currentPassword: credentials.password, newPassword: 'test-password-2' },
    headers: { cookie: here },
  })
  expect(changed.statusCode).toBe(200)
  expect((await asked(elsewhere)).json().code).toBe('session.required')
  const fresh = String(changed.headers['set-cookie']).split(';')[0]!
  expect((await asked(fresh)).statusCode).toBe(200)
})
