import type { Actor } from './actor.ts'

/** Whoever uses a public page: nobody knows who it is. Holds no post, so every list is empty and every value masked. */
export const residentActor = (district: string): Actor => ({
  id: '00000000-0000-7000-8000-000000000001',
  name: '居民（网上）',
  district,
  posts: [],
})

/**
 * A resident who has proved who they are and reads what is held about them: everything masked, nothing to change. Only
 * for records that are theirs: it reads the whole district, since they may stand in more than one area.
 */
export const provenResident = (district: string): Actor => ({
  ...residentActor(district),
  posts: [{ id: 'proven-resident', role: 'auditor', area: district }],
})
