import { Select } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { ScrollTable } from '../../../../platform/web/table/scroll-table.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { type DutyShift, planDuty, type Roster } from '../../roster-contract.ts'

interface RosterTableProps {
  roster: Roster
  planning: boolean
}

interface CellProps extends RosterTableProps {
  day: string
  shift: DutyShift
  send: ReturnType<typeof useAction<typeof planDuty.input, typeof planDuty.output>>['send']
}

/** Who is on duty in one shift; where one may, chosen from those who hold a post there. */
const Cell = ({ roster, planning, day, shift, send }: CellProps) => {
  const { today } = useViewpoint()
  const there = roster.duties.filter((duty) => duty.day === day && duty.shift === shift.key)
  if (!planning || day < today)
    return (
      <span className="roster-names">
        {there.map((duty) => (
          <span key={duty.id}>
            {duty.name}
            {!duty.serving && '（已离岗）'}
          </span>
        ))}
      </span>
    )
  const change = (chosen: string[]) =>
    void send({
      area: roster.area,
      add: chosen
        .filter((staff) => !there.some((duty) => duty.staff === staff))
        .map((staff) => ({ day, shift: shift.key, staff })),
      remove: there.filter((duty) => !chosen.includes(duty.staff)).map(({ id }) => id),
    }).catch(() => undefined)
  const known = [
    ...roster.people.map(({ id, name }) => ({ value: id, label: name })),
    ...there
      .filter((duty) => !roster.people.some(({ id }) => id === duty.staff))
      .map((duty) => ({ value: duty.staff, label: `${duty.name}（已离岗）` })),
  ]
  return (
    <Select
      mode="multiple"
      variant="borderless"
      className="roster-edit"
      aria-label={`${day} ${shift.title}`}
      placeholder="选人"
      showSearch={{ optionFilterProp: 'label' }}
      value={there.map(({ staff }) => staff)}
      options={known}
      onChange={change}
    />
  )
}

/** Days down, shifts across; what is missing at the end of the line. */
export const RosterTable = ({ roster, planning }: RosterTableProps) => {
  const { send, problem } = useAction(planDuty)
  return (
    <>
      <ProblemAlert problem={problem} />
      <ScrollTable title={`${roster.areaName}值班表`}>
        <table className="record-table">
          <caption className="visually-hidden">{roster.areaName}值班表</caption>
          <thead>
            <tr>
              <th scope="col">日期</th>
              {roster.rule.shifts.map((shift) => (
                <th scope="col" key={shift.key}>
                  {shift.title}
                  <span className="quiet">
                    {' '}
                    {shift.from}—{shift.to}
                  </span>
                </th>
              ))}
              <th scope="col">缺人</th>
            </tr>
          </thead>
          <tbody>
            {roster.days.map(({ day, weekday, working, shifts }) => (
              <tr key={day} className={working === false ? 'roster-free' : undefined}>
                <th scope="row">
                  {day.slice(5)} 周{weekday}
                  {working === false && <span className="quiet"> 休</span>}
                </th>
                {roster.rule.shifts.map((shift) => (
                  <td key={shift.key}>
                    {shifts.includes(shift.key) ? (
                      <Cell roster={roster} planning={planning} day={day} shift={shift} send={send} />
                    ) : (
                      <span className="quiet">不设</span>
                    )}
                  </td>
                ))}
                <td className="roster-gap">
                  {roster.gaps
                    .filter((gap) => gap.day === day)
                    .map(({ text }) => text)
                    .join('，')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
    </>
  )
}
