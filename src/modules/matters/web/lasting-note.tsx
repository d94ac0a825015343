import { formatDateChinese } from '../../../core/time/index.ts'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import type { LastingNote as Note } from '../contract.ts'

/** Says that what keeps coming from this place is being dealt with for good. */
export const LastingNote = ({ task }: { task: Note }) => (
  <p className="lasting-note">
    这里的同类问题自{formatDateChinese(task.since)}起正在长期治理，期限 {formatDateChinese(task.dueOn)}：
    <PageLink to={`/matters/${task.id}`}>{task.title}</PageLink>
  </p>
)
