import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { useDisputeTodos } from './use-dispute-todos.ts'

/** 纠纷: opened, mediated, agreed, revisited. */
export const disputesWeb: WebModule = {
  name: 'disputes',
  pages: [
    { path: '/disputes', title: '纠纷', right: 'dispute.write', load: () => import('./list/list-page.tsx') },
    {
      path: '/disputes/new',
      title: '登记纠纷',
      right: 'dispute.write',
      load: () => import('./open/open-page.tsx'),
    },
    {
      path: '/disputes/$id',
      title: '一件纠纷',
      right: 'dispute.write',
      load: () => import('./story/story-page.tsx'),
    },
  ],
  navigation: [
    { title: '纠纷', path: '/disputes', right: 'dispute.write', icon: 'dispute', initials: 'jf', order: 27 },
  ],
  starts: [{ title: '登记纠纷', initials: 'djjf', right: 'dispute.write', to: '/disputes/new' }],
  todos: { right: 'dispute.write', use: useDisputeTodos },
}
