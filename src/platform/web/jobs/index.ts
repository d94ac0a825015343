import type { WebModule } from '../module/web-module.ts'

/** 后台任务: the page that lists one's own jobs. */
export const jobsWeb: WebModule = {
  name: 'jobs',
  pages: [{ path: '/jobs', title: '后台任务', right: 'signedIn', load: () => import('./jobs-page.tsx') }],
}
