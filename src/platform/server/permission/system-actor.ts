import type { Actor } from './actor.ts'

/** The house itself: what the CLI and schedules do, written down under this name. It reads and writes everywhere. */
export const systemActor = (district: string): Actor => ({
  id: '00000000-0000-7000-8000-000000000000',
  name: '系统',
  district,
  posts: (['head', 'auditor'] as const).map((role) => ({ id: `system-${role}`, role, area: district })),
})
