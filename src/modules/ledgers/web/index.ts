import { listDefinitions } from '../../../platform/contract/catalogue.ts'
import { fetchRoute } from '../../../platform/web/api/fetch-route.ts'
import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { findEntriesByNumber } from '../contract.ts'
import { useLedgerTodos } from './upkeep/use-ledger-todos.ts'

/** 台账: the ledgers, their entries, and what comes in from spreadsheets. */
export const ledgersWeb: WebModule = {
  name: 'ledgers',
  pages: [
    {
      path: '/ledgers',
      title: '台账',
      right: 'ledger.read',
      load: () => import('./catalogue/catalogue-page.tsx'),
    },
    {
      path: '/ledgers/import',
      title: '导入表格',
      right: 'data.import',
      load: () => import('./import/import-page.tsx'),
    },
    {
      path: '/ledgers/import/$id',
      title: '导入表格',
      right: 'data.import',
      load: () => import('./import/one-import-page.tsx'),
    },
    {
      path: '/ledgers/define',
      title: '建立台账',
      right: 'ledger.define',
      load: () => import('./define/define-page.tsx'),
    },
    {
      path: '/ledgers/define/$name',
      title: '调整台账',
      right: 'ledger.define',
      load: () => import('./define/define-page.tsx'),
    },
    {
      path: '/ledgers/$name',
      title: '台账',
      right: 'ledger.read',
      load: () => import('./list/ledger-page.tsx'),
    },
    {
      path: '/ledgers/$name/new',
      title: '登记台账',
      right: 'ledger.write',
      load: () => import('./register/register-page.tsx'),
    },
    {
      path: '/ledgers/$name/upkeep',
      title: '进出和核实',
      right: 'ledger.read',
      load: () => import('./upkeep/upkeep-page.tsx'),
    },
    {
      path: '/ledgers/$name/returned',
      title: '带回表格',
      right: 'data.import',
      load: () => import('./returned/returned-page.tsx'),
    },
    {
      path: '/ledgers/$name/$id',
      title: '台账记录',
      right: 'ledger.read',
      load: () => import('./entry/entry-page.tsx'),
    },
  ],
  navigation: [
    { title: '台账', path: '/ledgers', right: 'ledger.read', icon: 'ledger', initials: 'tz', order: 20 },
  ],
  search: [
    {
      title: '台账记录',
      right: 'ledger.read',
      find: async (q, { signal }) =>
        /^(?=.*\d)[0-9A-Za-z\s-]{4,40}$/.test(q)
          ? (await fetchRoute(findEntriesByNumber, { query: { q } }, signal)).entries.map((found) => ({
              key: found.id,
              title: found.entry.subject?.display.name ?? found.entry.display.name ?? found.ledgerTitle,
              detail: `${found.ledgerTitle}，${found.entry.areaName}`,
              to: `/ledgers/${found.ledger}/${found.id}`,
            }))
          : [],
    },
    {
      title: '台账',
      right: 'ledger.read',
      find: async (text, { signal }) =>
        (await fetchRoute(listDefinitions, {}, signal)).definitions
          .filter((definition) => definition.kind === 'ledger' && definition.title.includes(text))
          .map(({ name, title, description }) => ({
            key: name,
            title,
            detail: description,
            to: `/ledgers/${name}`,
          })),
    },
  ],
  starts: [
    { title: '导入表格', initials: 'drbg', right: 'data.import', to: '/ledgers/import' },
    { title: '建立台账', initials: 'jltz', right: 'ledger.define', to: '/ledgers/define' },
  ],
  todos: { right: 'ledger.write', use: useLedgerTodos },
  headlines: ['elderCare.total', 'disability.total', 'assistance.total', 'unemployment.total'],
  drops: [
    {
      extensions: ['.xlsx', '.xls', '.csv'],
      title: '导入台账',
      hint: '已经有数据的表，写进台账。',
      holds: 'filled',
      to: '/ledgers/import',
      right: 'data.import',
    },
  ],
}
