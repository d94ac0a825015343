import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { useFollowUpTodos } from './change/use-follow-up-todos.ts'
import { dwellingSearch, personSearch } from './search.ts'

/** 居民房屋: residents, households and dwellings. */
export const registryWeb: WebModule = {
  name: 'registry',
  pages: [
    {
      path: '/registry',
      title: '居民房屋',
      right: 'registry.read',
      load: () => import('./registry-page.tsx'),
    },
    {
      path: '/registry/register',
      title: '登记居民',
      right: 'registry.write',
      load: () => import('./register-page.tsx'),
    },
    {
      path: '/registry/persons/$id',
      title: '居民',
      right: 'registry.read',
      load: () => import('./person-page.tsx'),
    },
    {
      path: '/registry/households/$id',
      title: '住户',
      right: 'registry.read',
      load: () => import('./household-page.tsx'),
    },
    {
      path: '/registry/changes/$kind',
      title: '办理变动',
      right: 'registry.write',
      load: () => import('./change/change-page.tsx'),
    },
    {
      path: '/registry/follow-ups',
      title: '变动待办',
      right: 'registry.write',
      load: () => import('./change/follow-ups-page.tsx'),
    },
    {
      path: '/registry/duplicates',
      title: '疑似重复',
      right: 'registry.write',
      load: () => import('./duplicates/duplicates-page.tsx'),
    },
  ],
  navigation: [
    {
      title: '居民房屋',
      path: '/registry',
      right: 'registry.read',
      icon: 'registry',
      initials: 'jmfw',
      order: 10,
    },
  ],
  starts: [
    { title: '登记居民', initials: 'djjm', right: 'registry.write', to: '/registry/register' },
    { title: '迁入', initials: 'qr', right: 'registry.write', to: '/registry/changes/moveIn' },
    { title: '疑似重复居民', initials: 'yscf', right: 'registry.write', to: '/registry/duplicates' },
    { title: '变动待办', initials: 'bddb', right: 'registry.write', to: '/registry/follow-ups' },
  ],
  todos: { right: 'registry.write', use: useFollowUpTodos },
  search: [personSearch, dwellingSearch],
  headlines: ['registry.residents', 'registry.households'],
}
