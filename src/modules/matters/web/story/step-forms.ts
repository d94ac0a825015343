import { addDays } from '../../../../core/time/date-arithmetic.ts'
import type { ActionContract } from '../../../../platform/contract/route.ts'
import {
  acceptMatter,
  answerMatter,
  askExtension,
  askPause,
  closeMatter,
  decideMatter,
  decideRequest,
  dispatchMatter,
  escalateMatter,
  mergeMatter,
  noteProgress,
  reclassifyMatter,
  recordCallback,
  reopenMatter,
  resumeMatter,
  returnMatter,
  splitMatter,
  summonBodies,
  withdrawMatter,
} from '../../contract.ts'
import type { StepName } from '../../life/states.ts'
import { firstParts, firstPieces } from './first-parts.ts'

/** A field of a step's form. `parts` and `pieces` are lists of their own. */
export interface StepField {
  readonly key: string
  readonly title: string
  readonly kind:
    | 'words'
    | 'line'
    | 'body'
    | 'day'
    | 'days'
    | 'category'
    | 'class'
    | 'choice'
    | 'flag'
    | 'matter'
    | 'parts'
    | 'pieces'
    | 'photos'
  readonly optional?: boolean
  readonly options?: readonly { value: string; label: string }[]
  readonly initial?: unknown
  readonly help?: string
  /** Shown only where another field has this value. */
  readonly when?: readonly [key: string, value: unknown]
}

export interface StepForm {
  readonly action: ActionContract
  readonly title: string
  readonly lead?: string
  readonly fields: readonly StepField[]
  /** Sent with it, whatever the person fills in. */
  readonly fixed?: Readonly<Record<string, unknown>>
}

const words = (title: string, more: Partial<StepField> = {}): StepField => ({
  key: 'text',
  title,
  kind: 'words',
  ...more,
})
const photos: StepField = { key: 'photos', title: '照片', kind: 'photos', optional: true, initial: [] }
const body = (title: string): StepField => ({ key: 'to', title, kind: 'body' })

/** How each step is asked for; drawn by `step-form.tsx`. A step without fields is taken at once. */
export const stepForms = (today: string): Readonly<Record<StepName, StepForm>> => ({
  accept: { action: acceptMatter, title: '签收', fields: [] },
  dispatch: {
    action: dispatchMatter,
    title: '派发',
    lead: '对方签收以前，仍由现在的单位负责。',
    fields: [body('派给'), words('办理要求')],
  },
  return: {
    action: returnMatter,
    title: '退回',
    lead: '最多退回两次，第三次由上级裁定。',
    fields: [words('退回的理由')],
  },
  decide: {
    action: decideMatter,
    title: '裁定',
    lead: '裁定以后不能再退回。',
    fields: [body('由谁办理'), words('裁定的理由')],
  },
  escalate: {
    action: escalateMatter,
    title: '上报',
    lead: '交给上一级，由上一级签收。',
    fields: [words('上报的理由')],
  },
  progress: {
    action: noteProgress,
    title: '记录进展',
    fields: [words('进展'), photos, { key: 'public', title: '反映人可以看到', kind: 'flag', initial: true }],
  },
  reclassify: {
    action: reclassifyMatter,
    title: '改类别',
    fields: [
      { key: 'category', title: '类别', kind: 'category' },
      { key: 'class', title: '时限类别', kind: 'class', help: '换了时限类别，办结期限从受理那天重新算。' },
      words('更改的理由'),
    ],
  },
  pause: {
    action: askPause,
    title: '申请暂停',
    lead: '上级同意后期限停住，到期自动恢复。',
    fields: [{ key: 'until', title: '暂停到', kind: 'day', initial: addDays(today, 7) }, words('暂停的理由')],
  },
  grantPause: {
    action: decideRequest,
    title: '同意暂停',
    fields: [words('批语', { optional: true })],
    fixed: { granted: true },
  },
  resume: { action: resumeMatter, title: '恢复办理', fields: [words('说明', { optional: true })] },
  extend: {
    action: askExtension,
    title: '申请延期',
    fields: [{ key: 'days', title: '延长几天', kind: 'days', initial: 7 }, words('延期的理由')],
  },
  grantExtension: {
    action: decideRequest,
    title: '同意延期',
    fields: [words('批语', { optional: true })],
    fixed: { granted: true },
  },
  refuseRequest: {
    action: decideRequest,
    title: '不同意申请',
    fields: [words('理由', { optional: true })],
    fixed: { granted: false },
  },
  summon: {
    action: summonBodies,
    title: '吹哨',
    lead: '请别的单位到场协办，牵头的还是现在的单位；各项都反馈了才能答复。',
    fields: [
      { key: 'parts', title: '协办', kind: 'parts', initial: firstParts(today) },
      words('说明', { optional: true }),
    ],
  },
  split: {
    action: splitMatter,
    title: '拆分',
    lead: '一次反映了几件不同的事，拆开后各有各的期限。',
    fields: [{ key: 'parts', title: '拆成', kind: 'pieces', initial: firstPieces }],
  },
  merge: {
    action: mergeMatter,
    title: '并入另一件',
    fields: [{ key: 'into', title: '并入哪一件', kind: 'matter' }, words('说明', { optional: true })],
  },
  answer: {
    action: answerMatter,
    title: '答复',
    lead: '答复后由没有经办过的人回访。',
    fields: [
      words('给反映人的答复'),
      { ...photos, title: '办理结果的照片' },
      {
        key: 'photosShown',
        title: '照片也给反映人看',
        kind: 'flag',
        initial: false,
        help: '给反映人看以前，请确认照片里没有别人的脸、门牌和车牌。',
      },
    ],
  },
  callback: {
    action: recordCallback,
    title: '回访',
    fields: [
      {
        key: 'reached',
        title: '联系上了吗',
        kind: 'choice',
        options: [
          { value: 'yes', label: '联系上了' },
          { value: 'no', label: '没有联系上' },
        ],
      },
      {
        key: 'solved',
        title: '问题解决了吗',
        kind: 'choice',
        when: ['reached', 'yes'],
        options: [
          { value: 'yes', label: '已解决' },
          { value: 'explained', label: '没解决，但理解原因' },
          { value: 'no', label: '没有解决' },
        ],
      },
      {
        key: 'satisfaction',
        title: '满意吗',
        kind: 'choice',
        when: ['reached', 'yes'],
        options: [
          { value: 'satisfied', label: '满意' },
          { value: 'fair', label: '基本满意' },
          { value: 'unsatisfied', label: '不满意' },
        ],
      },
      words('反映人怎么说', { optional: true, help: '没有解决的，请写明哪里没有解决。' }),
    ],
  },
  close: {
    action: closeMatter,
    title: '办结',
    fields: [
      {
        key: 'reason',
        title: '办结方式',
        kind: 'choice',
        options: [
          { value: 'explained', label: '政策所限，已解释' },
          { value: 'notOurs', label: '不属本区职责' },
        ],
      },
      { key: 'notOurs', title: '应由谁办理', kind: 'line', when: ['reason', 'notOurs'] },
      words('办结说明'),
    ],
  },
  withdraw: { action: withdrawMatter, title: '反映人撤回', fields: [words('撤回的原因')] },
  reopen: { action: reopenMatter, title: '重新办理', fields: [words('重新办理的理由')] },
})
