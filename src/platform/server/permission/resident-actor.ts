import type { Actor } from './actor.ts'

/** Whoever uses a public page: nobody knows who it is. Holds no post, so every list is empty and every value masked. */
export const residentActor = (district: string): Actor => ({
  id: '00000000-0000-7000-8000-000000000001',
  name: '居民（网上）',
  district,
  posts: [],
})
