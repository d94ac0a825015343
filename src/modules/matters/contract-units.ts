import { z } from 'zod'
import { areaPath } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { body, bodyView, words } from './contract.ts'

const person = z.object({ id: z.string(), name: z.string() })

const unitView = z.object({
  id: z.string(),
  title: z.string(),
  area: z.string(),
  areaName: z.string(),
  members: z.array(person),
  /** Open matters that it answers for or was handed. */
  open: z.number().int(),
  /** Whether the reader may change or close it. */
  mayChange: z.boolean(),
})
export type UnitView = z.infer<typeof unitView>

const ruleView = z.object({
  category: z.string(),
  area: z.string(),
  areaName: z.string(),
  body: bodyView,
  /** Whether the reader may take it away. */
  mayChange: z.boolean(),
})
export type RuleView = z.infer<typeof ruleView>

/** Sections and departments in the reader's charge, who could belong to them, and the rules of dispatch there. */
export const getUnits = defineRoute({
  path: '/api/matter-units',
  title: '承办科室和派发规则',
  right: 'signedIn',
  answer: z.object({
    units: z.array(unitView),
    /** Those who hold a post in the reader's charge with which matters are handled. */
    staff: z.array(person),
    rules: z.array(ruleView),
    mayDefine: z.boolean(),
    maySetRules: z.boolean(),
  }),
})

/** Makes a section or department that handles matters, or changes who belongs to it. */
export const defineUnit = describeAction({
  name: 'defineUnit',
  title: '设置承办科室',
  right: 'staff.manage',
  input: z.object({
    id: z.uuid().optional(),
    title: words('名称', 40),
    area: areaPath,
    members: z.array(z.uuid()).max(200),
  }),
  output: z.object({ id: z.string() }),
})

/** Closes a section down; refused while it has matters before it. Rules that name it go too. */
export const endUnit = describeAction({
  name: 'endUnit',
  title: '撤销承办科室',
  right: 'staff.manage',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})

/** To whom matters of a category go in an area; no body takes the rule away. */
export const setDispatchRule = describeAction({
  name: 'setDispatchRule',
  title: '设置派发规则',
  right: 'matter.dispatch',
  input: z.object({ category: z.string(), area: areaPath, body: body.nullable() }),
  output: z.object({ category: z.string() }),
})
