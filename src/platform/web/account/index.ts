import type { WebModule } from '../module/web-module.ts'

/** 我的账号: one's own password, passkeys and sessions. */
export const accountWeb: WebModule = {
  name: 'account',
  pages: [
    { path: '/account', title: '我的账号', right: 'signedIn', load: () => import('./account-page.tsx') },
  ],
}
