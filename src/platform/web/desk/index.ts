import type { WebModule } from '../module/web-module.ts'

/** 工作台: what must I do today, what waits for others, how do we stand. */
export const deskWeb: WebModule = {
  name: 'desk',
  pages: [{ path: '/', title: '工作台', right: 'signedIn', load: () => import('./desk-page.tsx') }],
  navigation: [{ title: '工作台', path: '/', right: 'signedIn', icon: 'desk', initials: 'gzt', order: 0 }],
}
