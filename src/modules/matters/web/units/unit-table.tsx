import { App, Button } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { endUnit, type UnitView } from '../../contract-units.ts'

interface UnitTableProps {
  units: readonly UnitView[]
  mayDefine: boolean
  edit: (id: string) => void
}

/** The sections in one's charge: where, who, how much lies before them. */
export const UnitTable = ({ units, mayDefine, edit }: UnitTableProps) => {
  const { modal } = App.useApp()
  const { send, problem } = useAction(endUnit)
  const end = ({ id, title }: UnitView) =>
    modal.confirm({
      title: `撤销「${title}」？`,
      content: '撤销以后不能再派给它，成员不再看到它办过的诉求；指向它的派发规则一并取消。',
      okText: '撤销',
      cancelText: '不撤销',
      onOk: () => send({ id }).catch(() => undefined),
    })
  return (
    <Section title="科室和部门">
      <ProblemAlert problem={problem} />
      {units.length === 0 ? (
        <EmptyState
          title="科室和部门会列在这里。"
          hint={mayDefine ? '点“添加科室”，写名称、选成员。' : '由管理岗位人员的书记或管理员建立。'}
        />
      ) : (
        <div className="table-scroll">
          <table className="record-table matter-table" aria-label="科室和部门">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">设在</th>
                <th scope="col">成员</th>
                <th scope="col">在办</th>
                <th scope="col">
                  <span className="visually-hidden">办法</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.id}>
                  <td data-title="名称" className="matter-title">
                    {unit.title}
                  </td>
                  <td data-title="设在">{unit.areaName}</td>
                  <td data-title="成员">
                    {unit.members.map(({ name }) => name).join('、') || '还没有成员，没有人会看到派来的诉求'}
                  </td>
                  <td data-title="在办">{unit.open} 件</td>
                  <td data-title="办法">
                    {unit.mayChange && (
                      <span className="next-steps">
                        <Button size="small" onClick={() => edit(unit.id)}>
                          修改<span className="visually-hidden">：{unit.title}</span>
                        </Button>
                        <Button size="small" onClick={() => end(unit)}>
                          撤销<span className="visually-hidden">：{unit.title}</span>
                        </Button>
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
