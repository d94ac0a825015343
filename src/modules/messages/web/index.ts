import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { MessageTray } from './inbox/message-tray.tsx'
import { useHookTodos } from './settings/use-hook-todos.ts'

/** 消息: what one is told, how, and which other programs are told. */
export const messagesWeb: WebModule = {
  name: 'messages',
  pages: [
    {
      path: '/messages',
      title: '消息',
      right: 'matter.write',
      load: () => import('./inbox/messages-page.tsx'),
    },
    {
      path: '/settings/messages',
      title: '消息设置',
      about: '推送到工作群机器人或别的系统，邮件服务器，免打扰时间。',
      right: 'staff.manage',
      load: () => import('./settings/settings-page.tsx'),
    },
  ],
  starts: [
    { title: '消息', initials: 'xx', right: 'matter.write', to: '/messages' },
    {
      title: '消息设置：邮件、机器人、推送',
      initials: 'xxsz',
      right: 'staff.manage',
      to: '/settings/messages',
    },
  ],
  todos: { right: 'staff.manage', use: useHookTodos },
  tray: { right: 'matter.write', show: MessageTray },
}
