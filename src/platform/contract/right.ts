/** Rights that a role may carry. Each holds within the area of the post that gives it. */
export const rights = {
  'registry.read': '查看居民、住户、房屋',
  'registry.write': '登记和修改居民、住户、房屋',
  'ledger.read': '查看台账',
  'ledger.write': '登记和修改台账',
  'ledger.define': '建立和调整台账',
  'matter.read': '查看诉求',
  'matter.write': '受理和办理诉求',
  'matter.dispatch': '派发、裁定和审批诉求',
  'matter.callback': '回访诉求',
  'dispute.write': '登记和调解纠纷',
  'dispute.assign': '指派纠纷调解员',
  'public.write': '维护办事预约和公告公示',
  'data.import': '从表格导入',
  'data.export': '导出表格',
  'field.reveal': '查看脱敏信息原文',
  'metric.read': '查看指标',
  'report.write': '生成和核对汇报',
  'template.write': '上传汇报模板',
  'audit.read': '查看操作记录',
  'area.manage': '调整区划和网格',
  'staff.manage': '管理岗位和账号',
} as const

export type Right = keyof typeof rights

/** Roles that a post (岗位) may have, and what each may do in its area. Auditors read, masked, and change nothing. */
export const roles = {
  gridWorker: {
    title: '网格员',
    rights: [
      'registry.read',
      'registry.write',
      'ledger.read',
      'ledger.write',
      'matter.read',
      'matter.write',
      'dispute.write',
      'field.reveal',
      'metric.read',
    ],
  },
  clerk: {
    title: '社区社工',
    rights: [
      'registry.read',
      'registry.write',
      'ledger.read',
      'ledger.write',
      'matter.read',
      'matter.write',
      'matter.dispatch',
      'matter.callback',
      'dispute.write',
      'public.write',
      'data.import',
      'data.export',
      'field.reveal',
      'metric.read',
      'report.write',
    ],
  },
  head: {
    title: '社区书记',
    rights: [
      'registry.read',
      'registry.write',
      'ledger.read',
      'ledger.write',
      'matter.read',
      'matter.write',
      'matter.dispatch',
      'matter.callback',
      'dispute.write',
      'dispute.assign',
      'public.write',
      'data.import',
      'data.export',
      'field.reveal',
      'metric.read',
      'report.write',
      'template.write',
      'area.manage',
      'staff.manage',
    ],
  },
  officer: {
    title: '街道干部',
    rights: [
      'registry.read',
      'ledger.read',
      'ledger.write',
      'ledger.define',
      'matter.read',
      'matter.write',
      'matter.dispatch',
      'matter.callback',
      'dispute.write',
      'public.write',
      'data.import',
      'data.export',
      'field.reveal',
      'metric.read',
      'report.write',
      'template.write',
      'area.manage',
    ],
  },
  auditor: {
    title: '审计员',
    rights: ['registry.read', 'ledger.read', 'matter.read', 'metric.read', 'audit.read'],
  },
  department: { title: '部门经办人', rights: ['matter.write'] },
  administrator: {
    title: '系统管理员',
    rights: ['area.manage', 'staff.manage', 'template.write', 'metric.read'],
  },
} as const satisfies Record<string, { title: string; rights: readonly Right[] }>

export type Role = keyof typeof roles

/** Whether a role carries a right. */
export const roleHas = (role: Role, right: Right): boolean =>
  (roles[role].rights as readonly Right[]).includes(right)
