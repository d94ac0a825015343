import type { WebModule } from '../../../platform/web/module/web-module.ts'
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
  starts: [{ title: '登记居民', initials: 'djjm', right: 'registry.write', to: '/registry/register' }],
  search: [personSearch, dwellingSearch],
  headlines: ['registry.residents', 'registry.households'],
}
