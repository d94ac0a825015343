import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { useGapTodos } from './use-gap-todos.ts'

/** 表格填报: blank forms come in, are filled from the ledgers, and come back. */
export const formsWeb: WebModule = {
  name: 'forms',
  pages: [
    { path: '/forms', title: '表格填报', right: 'data.export', load: () => import('./list/list-page.tsx') },
    {
      path: '/forms/burden',
      title: '填表负担',
      right: 'data.export',
      load: () => import('./burden/burden-page.tsx'),
    },
    {
      path: '/forms/returned',
      title: '交回来的是哪张表',
      right: 'data.import',
      load: () => import('./returned/returned-page.tsx'),
    },
    {
      path: '/forms/gaps/$id',
      title: '补填缺项',
      right: 'ledger.write',
      load: () => import('./gaps/gaps-page.tsx'),
    },
    {
      path: '/forms/fills/$id',
      title: '每一格的来源',
      right: 'data.export',
      load: () => import('./cells/cells-page.tsx'),
    },
    {
      path: '/forms/returns/$id',
      title: '回收的表格',
      right: 'data.import',
      load: () => import('./returns/return-page.tsx'),
    },
    {
      path: '/forms/$id',
      title: '下发的表格',
      right: 'data.export',
      load: () => import('./request/request-page.tsx'),
    },
  ],
  navigation: [
    { title: '表格填报', path: '/forms', right: 'data.export', icon: 'form', initials: 'bgtb', order: 28 },
  ],
  starts: [{ title: '填一张下发的表', initials: 'tyzxfdb', right: 'data.export', to: '/forms' }],
  drops: [
    {
      extensions: ['.xlsx', '.xls', '.xlsm'],
      title: '要填的空表',
      hint: '部门下发的表，从台账填好。',
      holds: 'blank',
      to: '/forms',
      right: 'data.export',
    },
    {
      extensions: ['.xlsx', '.xls', '.xlsm'],
      title: '交回来的表',
      hint: '这里填好发出去、线下补过的表，和台账逐格比对。',
      holds: 'returned',
      to: '/forms/returned',
      right: 'data.import',
    },
  ],
  todos: { right: 'ledger.write', use: useGapTodos },
}
