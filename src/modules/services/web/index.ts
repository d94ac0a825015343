import type { WebModule } from '../../../platform/web/module/web-module.ts'

/** 办事预约: what is done for residents, its times, who has booked. */
export const servicesWeb: WebModule = {
  name: 'services',
  pages: [
    {
      path: '/appointments',
      title: '办事预约',
      right: 'public.write',
      load: () => import('./list/services-page.tsx'),
    },
    {
      path: '/appointments/$id',
      title: '一个办事事项',
      right: 'public.write',
      load: () => import('./service/service-page.tsx'),
    },
  ],
  navigation: [
    {
      title: '办事预约',
      path: '/appointments',
      right: 'public.write',
      icon: 'service',
      initials: 'bsyy',
      order: 62,
    },
  ],
}
