import { listMetrics } from '../../../platform/contract/figures.ts'
import { fetchRoute } from '../../../platform/web/api/fetch-route.ts'
import type { WebModule } from '../../../platform/web/module/web-module.ts'

/** 指标、报表汇报 and 核对: numbers, reports made of them, and reports held against them. */
export const reportsWeb: WebModule = {
  name: 'reports',
  pages: [
    {
      path: '/metrics',
      title: '指标目录',
      right: 'metric.read',
      load: () => import('./metrics/catalogue-page.tsx'),
    },
    {
      path: '/metrics/$name',
      title: '指标',
      right: 'metric.read',
      load: () => import('./metrics/metric-page.tsx'),
    },
    {
      path: '/metrics/$name/records',
      title: '数字背后的记录',
      right: 'metric.read',
      load: () => import('./metrics/records-page.tsx'),
    },
    {
      path: '/metrics/$name/difference',
      title: '数字为什么变了',
      right: 'metric.read',
      load: () => import('./difference/difference-page.tsx'),
    },
    {
      path: '/reports',
      title: '报表汇报',
      right: 'report.write',
      load: () => import('./report/list-page.tsx'),
    },
    {
      path: '/reports/new',
      title: '生成汇报',
      right: 'report.write',
      load: () => import('./create/create-page.tsx'),
    },
    {
      path: '/reports/templates',
      title: '汇报模板',
      right: 'report.write',
      load: () => import('./templates/templates-page.tsx'),
    },
    {
      path: '/reports/$id',
      title: '汇报',
      right: 'report.write',
      load: () => import('./report/report-page.tsx'),
    },
    // Nothing leaves the browser, so that anybody may check a text.
    { path: '/check', title: '核对', right: 'signedIn', load: () => import('./check/check-page.tsx') },
    {
      path: '/check/words',
      title: '教过的说法',
      right: 'report.write',
      load: () => import('./check/ledgers/words-page.tsx'),
    },
  ],
  navigation: [
    { title: '指标', path: '/metrics', right: 'metric.read', icon: 'metric', initials: 'zb', order: 30 },
    {
      title: '报表汇报',
      path: '/reports',
      right: 'report.write',
      icon: 'report',
      initials: 'bbhb',
      order: 40,
    },
    { title: '核对', path: '/check', right: 'report.write', icon: 'check', initials: 'hd', order: 50 },
  ],
  search: [
    {
      title: '指标',
      right: 'metric.read',
      find: async (text, { signal }) =>
        (await fetchRoute(listMetrics, {}, signal)).metrics
          .filter(({ title, synonyms }) => [title, ...synonyms].some((name) => name.includes(text)))
          .map(({ name, title, ofTitle }) => ({ key: name, title, detail: ofTitle, to: `/metrics/${name}` })),
    },
  ],
  starts: [
    { title: '生成汇报', initials: 'schb', right: 'report.write', to: '/reports/new' },
    { title: '核对汇报', initials: 'hdhb', right: 'report.write', to: '/check' },
  ],
  drops: [{ extensions: ['.docx', '.doc', '.txt'], title: '核对汇报', to: '/check', right: 'report.write' }],
}
