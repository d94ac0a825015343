import type { WebModule } from '../../../platform/web/module/web-module.ts'

/** 公告公示: published from one day to another. */
export const noticesWeb: WebModule = {
  name: 'notices',
  pages: [
    {
      path: '/notices',
      title: '公告公示',
      right: 'public.write',
      load: () => import('./notices-page.tsx'),
    },
  ],
  navigation: [
    {
      title: '公示公开',
      path: '/notices',
      right: 'public.write',
      icon: 'notice',
      initials: 'gsgk',
      order: 60,
    },
  ],
}
