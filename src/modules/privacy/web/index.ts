import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { useCorrectionTodos } from './use-correction-todos.ts'

/** 个人信息保护: what residents may see of what is held about them, and what they want corrected. */
export const privacyWeb: WebModule = {
  name: 'privacy',
  pages: [
    {
      path: '/privacy/disclosures/$person',
      title: '告知本人',
      right: 'registry.write',
      load: () => import('./disclosure-page.tsx'),
    },
    {
      path: '/privacy/corrections',
      title: '更正申请',
      right: 'registry.write',
      load: () => import('./corrections-page.tsx'),
    },
    {
      path: '/settings/retention',
      title: '保存期限',
      about: '各种记录结束以后保存几年，到期删除。',
      right: 'staff.manage',
      load: () => import('./retention/retention-page.tsx'),
    },
  ],
  starts: [
    { title: '居民更正申请', initials: 'gzsq', right: 'registry.write', to: '/privacy/corrections' },
    { title: '保存期限和到期删除', initials: 'bcqx', right: 'staff.manage', to: '/settings/retention' },
  ],
  todos: { right: 'registry.write', use: useCorrectionTodos },
}
