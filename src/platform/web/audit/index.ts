import type { WebModule } from '../module/web-module.ts'

/** 操作记录: who did what, and who looked at what. */
export const auditWeb: WebModule = {
  name: 'audit',
  pages: [{ path: '/audit', title: '操作记录', right: 'audit.read', load: () => import('./audit-page.tsx') }],
  navigation: [
    { title: '操作记录', path: '/audit', right: 'audit.read', icon: 'audit', initials: 'czjl', order: 90 },
  ],
}
