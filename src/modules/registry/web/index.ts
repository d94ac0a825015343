import type { WebModule } from '../../../platform/web/module/web-module.ts'
import { dwellingSearch, facilitySearch, organisationSearch, personSearch } from './search.ts'
import { useRegistryTodos } from './use-registry-todos.ts'

/** 居民房屋: residents, households, dwellings, organisations, facilities. */
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
      path: '/registry/organisations/$id',
      title: '单位',
      right: 'registry.read',
      load: () => import('./organisation/organisation-page.tsx'),
    },
    {
      path: '/registry/agreements/$id',
      title: '协议',
      right: 'registry.read',
      load: () => import('./organisation/agreement-page.tsx'),
    },
    {
      path: '/registry/facilities/$id',
      title: '场所设施',
      right: 'registry.read',
      load: () => import('./record/facility-page.tsx'),
    },
    {
      path: '/registry/relations/$id',
      title: '人员关系',
      right: 'registry.read',
      load: () => import('./record/relation-page.tsx'),
    },
    {
      path: '/registry/new/$kind',
      title: '登记单位、协议、设施或关系',
      right: 'registry.write',
      load: () => import('./record/register-record-page.tsx'),
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
    { title: '登记单位', initials: 'djdw', right: 'registry.write', to: '/registry/new/organisation' },
    { title: '登记场所设施', initials: 'djcsss', right: 'registry.write', to: '/registry/new/facility' },
    { title: '变动待办', initials: 'bddb', right: 'registry.write', to: '/registry/follow-ups' },
  ],
  todos: { right: 'registry.write', use: useRegistryTodos },
  search: [personSearch, organisationSearch, dwellingSearch, facilitySearch],
  headlines: ['registry.residents', 'registry.households'],
}
