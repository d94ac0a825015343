import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** A code of GB/T 4761. */
const kinshipCode = z.string().regex(/^\d{2}$/, '请选择与户主关系')

/** What every change is told: from which day, why, and what relations do not follow by themselves. */
const told = {
  on: plainDate,
  reason: z.string().trim().max(200).default(''),
  /** Person → relation to the head of the household in which they will live. */
  relations: z.record(z.uuid(), kinshipCode).default({}),
  /** Who becomes head where the head leaves; may be left open, and is then a to-do. */
  newHead: z.uuid().optional(),
}

/** A household that is formed: its number is given one where absent, its dwelling and area are the old ones'. */
const newHome = {
  number: z.string().trim().max(30).optional(),
  dwelling: z.uuid().optional(),
  area: areaPath.optional(),
}

const values = z.record(z.string(), z.unknown())

/** What a change does, or would do: relations to the head, what follows by rule, and where it can be seen. */
export const changeAnswer = z.object({
  /** The command, by which `undoChange` takes it back. */
  change: z.string(),
  title: z.string(),
  /** One of the records touched, for the undo bar. */
  undo: z.object({ definition: z.string(), id: z.string(), version: z.number().int() }).nullable(),
  /** The page to open afterwards. */
  person: z.string().nullable(),
  household: z.string().nullable(),
  relations: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      before: z.string().nullable(),
      code: z.string().nullable(),
      /** False: somebody has to choose or confirm it in `relations`. */
      certain: z.boolean(),
    }),
  ),
  consequences: z.array(
    z.object({
      kind: z.string(),
      /** `done`: carried out with the change; `todo`: waits for a person; `told`: worth knowing. */
      effect: z.enum(['done', 'todo', 'told']),
      title: z.string(),
      definition: z.string(),
      record: z.string(),
      due: plainDate.nullable(),
    }),
  ),
})
export type ChangeAnswer = z.output<typeof changeAnswer>

const describeChange = <Input extends z.ZodType>(name: string, title: string, input: Input) =>
  describeAction({ name, title, right: 'registry.write', input, output: changeAnswer })

/** 迁入: somebody new (`values`), or who lived here before (`person`, or the same ID number). */
export const moveIn = describeChange(
  'moveIn',
  '迁入',
  z.object({
    ...told,
    ...newHome,
    person: z.uuid().optional(),
    values: values.default({}),
    /** The household joined; a new one where absent. */
    household: z.uuid().optional(),
    relation: kinshipCode.optional(),
  }),
)

/** 迁出: some or all of a household leave the district. */
export const moveOut = describeChange(
  'moveOut',
  '迁出',
  z.object({
    ...told,
    persons: z.array(z.uuid()).min(1, '请选择迁出的人').max(50),
    to: z.string().trim().max(100).default(''),
  }),
)

/** 户内迁移: a whole household to another dwelling or grid. */
export const moveHousehold = describeChange(
  'moveHousehold',
  '整户搬迁',
  z.object({ ...told, household: z.uuid(), dwelling: z.uuid().optional(), area: areaPath.optional() }),
)

/** 转户: people of one household join another. */
export const joinHousehold = describeChange(
  'joinHousehold',
  '转入另一户',
  z.object({ ...told, persons: z.array(z.uuid()).min(1, '请选择转户的人').max(50), household: z.uuid() }),
)

/** 分户: people leave a household and form one of their own. */
export const splitHousehold = describeChange(
  'splitHousehold',
  '分户',
  z.object({
    ...told,
    ...newHome,
    household: z.uuid(),
    persons: z.array(z.uuid()).min(1, '请选择分出去的人').max(50),
    /** Head of the new household. */
    head: z.uuid(),
  }),
)

/** 并户: all of a household join another; theirs ends. */
export const mergeHouseholds = describeChange(
  'mergeHouseholds',
  '并户',
  z.object({ ...told, household: z.uuid(), into: z.uuid() }),
)

/** 变更户主. */
export const changeHead = describeChange(
  'changeHead',
  '变更户主',
  z.object({ ...told, household: z.uuid(), head: z.uuid() }),
)

/** 出生: a child enters the mother's household. */
export const registerBirth = describeChange(
  'registerBirth',
  '出生登记',
  z.object({ ...told, mother: z.uuid(), values }),
)

/** 死亡: somebody's registration ends; the spouse of the same household is widowed. */
export const registerDeath = describeChange(
  'registerDeath',
  '死亡登记',
  z.object({ ...told, person: z.uuid(), spouse: z.uuid().optional() }),
)

/** 结婚: two people, one of whom may move to the other's household. */
export const registerMarriage = describeChange(
  'registerMarriage',
  '结婚登记',
  z.object({
    ...told,
    person: z.uuid(),
    /** The spouse, where registered here. */
    spouse: z.uuid().optional(),
    /** Who moves to the other's household; nobody where absent. */
    moves: z.enum(['person', 'spouse']).optional(),
  }),
)

/** 离婚: two people, one of whom may leave and form a household. */
export const registerDivorce = describeChange(
  'registerDivorce',
  '离婚登记',
  z.object({
    ...told,
    ...newHome,
    person: z.uuid(),
    spouse: z.uuid().optional(),
    leaves: z.enum(['person', 'spouse']).optional(),
  }),
)

/** 身份证号变更: converted from 15 digits, corrected, or newly given. */
export const changeIdNumber = describeChange(
  'changeIdNumber',
  '身份证号变更',
  z.object({
    ...told,
    person: z.uuid(),
    idNumber: z.string().trim().min(1, '请填写新的身份证号').max(30),
    mode: z.enum(['change', 'correction']),
  }),
)

/** 合并重复居民: `drop` ends, `keep` stands for both. */
export const mergePersons = describeChange(
  'mergePersons',
  '合并重复居民',
  z.object({
    ...told,
    keep: z.uuid(),
    drop: z.uuid(),
    /** Fields of which the value of `drop` is taken. */
    take: z.array(z.string()).max(40).default([]),
  }),
)

/** Takes a change back as a whole. */
export const undoChange = describeAction({
  name: 'undoChange',
  title: '撤销变动',
  right: 'registry.write',
  input: z.object({ change: z.uuid() }),
  output: z.object({ change: z.string() }),
})

/** Says that what a change left to do has been done, and how. */
export const settleFollowUp = describeAction({
  name: 'settleFollowUp',
  title: '办结变动待办',
  right: 'registry.write',
  input: z.object({ id: z.uuid(), outcome: z.string().trim().max(200).default('') }),
  output: z.object({ id: z.string() }),
})

/** What happened to a person or household as single changes, newest first, and who lived in a household from when to when. */
export const listChanges = defineRoute({
  path: '/api/changes/:definition/:id',
  title: '变动记录',
  right: 'registry.read',
  params: z.object({ definition: z.enum(['person', 'household']), id: z.uuid() }),
  query: z.object({ asOf: plainDate.optional() }),
  answer: z.object({
    changes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kindTitle: z.string(),
        on: plainDate,
        reason: z.string(),
        by: z.string(),
        undone: z.boolean(),
      }),
    ),
    stays: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        relation: z.string(),
        from: plainDate,
        to: plainDate.nullable(),
        /** Why they left, where that is known: 去世, 迁出, 转户. */
        left: z.string(),
      }),
    ),
  }),
})

/** What changes left to do in one's area. */
export const listFollowUps = defineRoute({
  path: '/api/follow-ups',
  title: '变动待办',
  right: 'registry.write',
  answer: z.object({
    followUps: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        definition: z.string(),
        record: z.string(),
        areaName: z.string(),
        due: plainDate.nullable(),
      }),
    ),
  }),
})
