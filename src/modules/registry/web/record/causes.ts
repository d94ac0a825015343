import type { z } from 'zod'
import type { endRegistryRecord, Registrable } from '../../record-contract.ts'

type Cause = z.input<typeof endRegistryRecord.input>['cause']

interface Ending {
  /** What the button says. */
  readonly title: string
  readonly causes: readonly { readonly value: Cause; readonly label: string }[]
  /** What ends with it. */
  readonly hint?: string
}

const mistaken = { value: 'mistaken', label: '登记错了，本不该有' } as const

/** How each kind of record ends, in the words of people. */
export const endings: Readonly<Record<Registrable, Ending>> = {
  organisation: {
    title: '注销或迁走',
    causes: [{ value: 'closed', label: '注销或停业' }, { value: 'moved', label: '迁出本辖区' }, mistaken],
    hint: '它签的协议随之结束，它养护的设施改为没有养护单位。',
  },
  agreement: {
    title: '终止协议',
    causes: [{ value: 'expired', label: '到期，不再续签' }, { value: 'closed', label: '提前终止' }, mistaken],
  },
  facility: { title: '撤除', causes: [{ value: 'closed', label: '拆除或撤销' }, mistaken] },
  personRelation: {
    title: '结束关系',
    causes: [
      { value: 'reclassified', label: '换了人，或不再需要' },
      { value: 'moved', label: '关系人已离开，无法照料' },
      mistaken,
    ],
  },
}
