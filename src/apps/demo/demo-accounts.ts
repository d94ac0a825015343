import type { Role } from '../../platform/contract/right.ts'

interface DemoAccount {
  readonly username: string
  readonly password: string
  /** Who that is, for the sign-in page and the terminal. */
  readonly title: string
}

interface DemoStaff extends DemoAccount {
  readonly name: string
  readonly role: Role
  readonly area: string
}

const password = 'youju-demo-2026'

/** Staff of the demo office who have accounts, one a role, all in its first subdistrict. */
export const demoStaff: readonly DemoStaff[] = [
  {
    username: 'wangge',
    password,
    title: '网格员 · 和平第一网格',
    name: '周敏',
    role: 'gridWorker',
    area: '990101001001001',
  },
  {
    username: 'shegong',
    password,
    title: '社区社工 · 和平社区',
    name: '陈静',
    role: 'clerk',
    area: '990101001001',
  },
  {
    username: 'shuji',
    password,
    title: '社区书记 · 和平社区',
    name: '刘建华',
    role: 'head',
    area: '990101001001',
  },
  {
    username: 'jiedao',
    password,
    title: '街道干部 · 幸福街道',
    name: '赵志强',
    role: 'officer',
    area: '990101001',
  },
  {
    username: 'shenji',
    password,
    title: '审计员 · 幸福街道',
    name: '孙丽',
    role: 'auditor',
    area: '990101001',
  },
]

/** What a visitor needs to sign in to the demo office. */
export const demoAccounts: readonly DemoAccount[] = demoStaff.map(({ username, password, title }) => ({
  username,
  password,
  title,
}))
