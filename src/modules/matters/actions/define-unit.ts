import { sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { defineUnit as contract } from '../contract.ts'

/** A section or department that handles matters, with its members from today on. Whoever left keeps their past. */
export const defineUnit = defineAction(
  contract,
  async (repository, { id = newId(), title, area, members }) => {
    const { db, district, today } = repository
    if (!may(repository.actor, 'staff.manage', area))
      throw new Problem('right.missing', '您的岗位不能设置这个区域的承办科室。')
    const known =
      await sql`select from staff where district = ${district} and id = any(${members}::uuid[])`.execute(db)
    if (known.rows.length !== new Set(members).size)
      throw new Problem('request.invalid', '有的成员没有账号，请重新选择。', {
        places: [{ field: 'members', message: '请从列表里选择' }],
      })
    await sql`insert into handling_unit (district, id, title, area) values (${district}, ${id}, ${title}, ${area})
    on conflict (district, id) do update set title = excluded.title`.execute(db)
    await sql`update handling_unit_member set valid_to = ${today} where district = ${district} and unit = ${id}
    and valid_to is null and staff <> all(${members}::uuid[])`.execute(db)
    await sql`insert into handling_unit_member (district, unit, staff, valid_from)
    select ${district}, ${id}, u.staff, ${today}::date from unnest(${members}::uuid[]) u(staff)
    where not exists (select from handling_unit_member m where m.district = ${district} and m.unit = ${id}
      and m.staff = u.staff and m.valid_to is null)
    on conflict (district, unit, staff, valid_from) do update set valid_to = null`.execute(db)
    return { answer: { id }, audit: { subject: id, area, detail: { unit: title, members: members.length } } }
  },
)
