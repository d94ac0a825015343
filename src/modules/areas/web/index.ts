import type { WebModule } from '../../../platform/web/module/web-module.ts'

export { AreaMap, type MapMark } from './map/area-map.tsx'

/** 辖区网格 and 设置: the map, merges and splits, rosters, coverage; staff and posts. */
export const areasWeb: WebModule = {
  name: 'areas',
  pages: [
    { path: '/areas', title: '辖区网格', right: 'signedIn', load: () => import('./map/map-page.tsx') },
    {
      path: '/areas/change',
      title: '调整网格',
      right: 'area.manage',
      load: () => import('./change/change-page.tsx'),
    },
    {
      path: '/areas/roster',
      title: '值班表',
      right: 'registry.read',
      load: () => import('./roster/roster-page.tsx'),
    },
    {
      path: '/areas/coverage',
      title: '覆盖情况',
      right: 'registry.read',
      load: () => import('./covering/coverage-page.tsx'),
    },
    {
      path: '/settings/staff',
      title: '岗位人员',
      about: '谁在哪个岗位、从哪天起；交接、添加人员、重置密码。',
      right: 'staff.manage',
      load: () => import('./staff/staff-page.tsx'),
    },
  ],
  navigation: [
    { title: '辖区网格', path: '/areas', right: 'signedIn', icon: 'area', initials: 'xqwg', order: 15 },
  ],
  starts: [
    { title: '排值班表', initials: 'pzbb', right: 'staff.manage', to: '/areas/roster' },
    { title: '合并或拆分网格', initials: 'hbwg', right: 'area.manage', to: '/areas/change' },
    { title: '添加人员', initials: 'tjry', right: 'staff.manage', to: '/settings/staff?add=1' },
  ],
}
