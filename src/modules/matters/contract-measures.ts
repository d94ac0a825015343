import { z } from 'zod'
import { figureView } from '../../platform/contract/figures.ts'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

const part = z.number('请写数字').int('请写整数').min(0, '不能小于 0').max(100, '不能大于 100')
const weights = z.object({ response: part, solved: part, satisfied: part })

const measured = z.object({
  area: z.string(),
  areaName: z.string(),
  response: figureView,
  solved: figureView,
  satisfied: figureView,
  /** Null where a part that counts cannot be told. */
  score: z.number().nullable(),
})
export type Measured = z.infer<typeof measured>

/** The three rates of an area and of those below it, and what they come to by the office's weights. Never of people. */
export const getMeasures = defineRoute({
  path: '/api/matter-measures',
  title: '诉求办理综合得分',
  right: 'metric.read',
  query: z.object({ area: areaPath, from: plainDate, asOf: plainDate }),
  answer: z.object({
    weights,
    whole: measured,
    below: z.array(measured),
    /** Whether the reader may set the weights. */
    mayWeigh: z.boolean(),
  }),
})

export const setWeights = describeAction({
  name: 'setWeights',
  title: '设置考评权重',
  right: 'matter.dispatch',
  input: weights.refine(({ response, solved, satisfied }) => response + solved + satisfied === 100, {
    message: '三项权重加起来应为 100',
    path: ['satisfied'],
  }),
  output: weights,
})
