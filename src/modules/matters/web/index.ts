import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { useMatterTodos } from './use-matter-todos.ts'

/** Auditors read without handling, departments handle what they are handed without reading the rest. */
const seeing = ['matter.read', 'matter.write'] as const

/** 诉求: said, handled, answered, called back. */
export const mattersWeb: WebModule = {
  name: 'matters',
  pages: [
    { path: '/matters', title: '诉求', right: seeing, load: () => import('./list/list-page.tsx') },
    {
      path: '/matters/new',
      title: '受理诉求',
      right: 'matter.write',
      load: () => import('./record/record-page.tsx'),
      offline: true,
    },
    {
      path: '/matters/orders',
      title: '导入工单',
      right: 'data.import',
      load: () => import('./orders/orders-page.tsx'),
    },
    {
      path: '/matters/measures',
      title: '办理考评',
      right: 'metric.read',
      load: () => import('./measures/measures-page.tsx'),
    },
    {
      path: '/matters/board',
      title: '诉求看板',
      right: 'matter.write',
      load: () => import('./views/board-page.tsx'),
    },
    {
      path: '/matters/map',
      title: '诉求地图',
      right: 'matter.read',
      load: () => import('./views/map-page.tsx'),
    },
    {
      path: '/matters/bodies',
      title: '各单位的诉求',
      right: 'matter.write',
      load: () => import('./views/bodies-page.tsx'),
    },
    {
      path: '/matters/hot-spots',
      title: '重复问题',
      right: 'matter.read',
      load: () => import('./hot-spots/hot-spots-page.tsx'),
    },
    {
      path: '/matters/codes',
      title: '楼栋二维码',
      right: 'registry.read',
      load: () => import('./codes/sheet-page.tsx'),
    },
    {
      path: '/matters/$id/slip',
      title: '回访单',
      right: 'matter.write',
      load: () => import('./codes/slip-page.tsx'),
    },
    {
      path: '/matters/$id',
      title: '一件诉求',
      right: 'signedIn',
      load: () => import('./story/story-page.tsx'),
    },
    {
      path: '/settings/reply-templates',
      title: '答复模板',
      about: '按类别写好的答复和回访的话。',
      right: 'matter.write',
      load: () => import('./replies/replies-page.tsx'),
    },
    {
      path: '/settings/units',
      title: '科室和派发',
      about: '承办诉求的科室和成员，哪类诉求先派给谁。',
      right: 'signedIn',
      load: () => import('./units/units-page.tsx'),
    },
    {
      path: '/settings/public-page',
      title: '网上反映',
      about: '居民不登录就能反映、查进度的页面，开通或关闭。',
      right: 'staff.manage',
      load: () => import('./public-page/public-page-page.tsx'),
    },
    {
      path: '/settings/open311',
      title: '网络平台接入',
      about: '别的平台按 Open311 标准把诉求交进来，密钥在这里发。',
      right: 'staff.manage',
      load: () => import('./open311/open311-page.tsx'),
    },
  ],
  navigation: [{ title: '诉求', path: '/matters', right: seeing, icon: 'matter', initials: 'sq', order: 25 }],
  starts: [
    { title: '诉求办理考评', initials: 'blkp', right: 'metric.read', to: '/matters/measures' },
    { title: '答复模板', initials: 'dfmb', right: 'matter.dispatch', to: '/settings/reply-templates' },
    { title: '导入12345工单', initials: 'drgd', right: 'data.import', to: '/matters/orders' },
    { title: '受理诉求', initials: 'slsq', right: 'matter.write', to: '/matters/new' },
    { title: '重复问题和长期治理', initials: 'cfwt', right: 'matter.read', to: '/matters/hot-spots' },
    { title: '打印楼栋二维码', initials: 'ewm', right: 'registry.read', to: '/matters/codes' },
    { title: '设置承办科室', initials: 'szks', right: 'staff.manage', to: '/settings/units' },
    { title: '设置派发规则', initials: 'pfgz', right: 'matter.dispatch', to: '/settings/units' },
    { title: '开通或关闭网上反映', initials: 'wsfy', right: 'staff.manage', to: '/settings/public-page' },
    { title: '网络平台接入（Open311）', initials: 'wlptjr', right: 'staff.manage', to: '/settings/open311' },
  ],
  drops: [
    {
      extensions: ['.xlsx', '.xls', '.csv'],
      title: '12345 工单表',
      hint: '热线派下来的工单，按编号受理，每件只记一次。',
      holds: 'filled',
      to: '/matters/orders',
      right: 'data.import',
    },
  ],
  todos: { right: 'matter.write', use: useMatterTodos },
}
