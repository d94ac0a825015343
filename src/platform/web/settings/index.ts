import type { WebModule } from '../module/web-module.ts'

/** 设置: the way to every page on which an office is set up. */
export const settingsWeb: WebModule = {
  name: 'settings',
  pages: [
    { path: '/settings', title: '设置', right: 'staff.manage', load: () => import('./settings-page.tsx') },
  ],
  navigation: [
    {
      title: '设置',
      path: '/settings',
      right: 'staff.manage',
      icon: 'settings',
      initials: 'sz',
      order: 95,
    },
  ],
}
