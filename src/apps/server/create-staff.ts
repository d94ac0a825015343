import { randomBytes } from 'node:crypto'
import { type Role, roles } from '../../platform/contract/right.ts'
import { recordAudit } from '../../platform/server/audit/record-audit.ts'
import type { Accounts } from '../../platform/server/identity/accounts.ts'
import { newId } from '../../platform/server/new-id.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'

export interface NewStaff {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly area: string
}

/** A role by its name or Chinese title. Throws with the list of them. */
export const readRole = (text: string): Role => {
  const found = (Object.keys(roles) as Role[]).find((role) => role === text || roles[role].title === text)
  if (found) return found
  throw new Error(
    `没有「${text}」这种岗位，可选：${Object.entries(roles)
      .map(([role, { title }]) => `${role}(${title})`)
      .join('、')}。`,
  )
}

/** A password that is told once and has to be changed at the first sign-in. */
const makePassword = (): string => randomBytes(9).toString('base64url')

/** Makes an account, the staff member and their post; answers the password to hand over. */
export const createStaff = async (
  repository: Repository,
  accounts: Pick<Accounts, 'create'>,
  staff: NewStaff,
): Promise<string> => {
  const password = makePassword()
  const account = await accounts.create({ ...staff, password })
  const id = newId()
  const { district, db, today } = repository
  await db
    .insertInto('staff')
    .values({ district, id, name: staff.name, username: staff.username, account, must_change_password: true })
    .execute()
  await db
    .insertInto('post')
    .values({ district, id: newId(), staff: id, role: staff.role, area: staff.area, valid_from: today })
    .execute()
  await recordAudit(repository, {
    action: 'createStaff',
    area: staff.area,
    detail: { staff: id, role: staff.role },
  })
  return password
}
