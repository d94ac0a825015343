import { z } from 'zod'
import { areaPath } from '../../platform/contract/records.ts'
import { describeAction } from '../../platform/contract/route.ts'

const orderFault = z.object({
  row: z.number().int(),
  /** Letters, as the spreadsheet program shows them. */
  column: z.string(),
  header: z.string(),
  text: z.string(),
  message: z.string(),
  /** Whether the row is left out for it; else it comes in without this cell. */
  blocking: z.boolean(),
})
export type OrderFault = z.infer<typeof orderFault>

/** Makes matters of the rows of a hotline's spreadsheet; rehearsed, it tells what would be made. */
export const importOrders = describeAction({
  name: 'importOrders',
  title: '导入热线工单',
  right: 'data.import',
  input: z.object({ file: z.uuid(), area: areaPath }),
  output: z.object({
    sheet: z.string(),
    /** What each column was taken for; null: left out. */
    columns: z.array(z.object({ letters: z.string(), header: z.string(), title: z.string().nullable() })),
    /** Rows that become matters, that are known already, and that are left out for a fault. */
    fresh: z.number().int(),
    known: z.number().int(),
    faulty: z.number().int(),
    faults: z.array(orderFault),
    /** The first that become matters. */
    sample: z.array(
      z.object({
        row: z.number().int(),
        external: z.string(),
        title: z.string(),
        category: z.string(),
        areaName: z.string(),
        dueAt: z.string().nullable(),
      }),
    ),
  }),
})
export type OrdersRead = z.infer<(typeof importOrders)['output']>
