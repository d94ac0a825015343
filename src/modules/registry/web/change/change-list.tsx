import { App, Button } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listChanges, undoChange } from '../../change-contract.ts'

/** What was carried out on a person or household, each to be taken back; and a household's members through time. */
export const ChangeList = ({ definition, id }: { definition: 'person' | 'household'; id: string }) => {
  const { asOf } = useViewpoint()
  const mayWrite = useMayWrite('registry.write')
  const { message } = App.useApp()
  const { send, sending } = useAction(undoChange)
  const { data } = useRoute(listChanges, { params: { definition, id }, query: { asOf } })
  if (!data) return null
  const undo = async (change: string) => {
    try {
      await send({ change })
      void message.success('已整件撤销，各处都恢复到办理之前。')
    } catch (error) {
      void message.error(asProblem(error).title)
    }
  }
  return (
    <>
      {definition === 'household' && data.stays.length > 0 && (
        <Section title="历来住在这一户的人">
          <div className="table-scroll">
            <table className="record-table">
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  <th scope="col">与户主关系</th>
                  <th scope="col">从哪天起</th>
                  <th scope="col">到哪天</th>
                </tr>
              </thead>
              <tbody>
                {data.stays.map((stay) => (
                  <tr key={`${stay.person}.${stay.from}`}>
                    <td>
                      <PageLink to={`/registry/persons/${stay.person}`}>{stay.name}</PageLink>
                    </td>
                    <td>{stay.relation}</td>
                    <td>{stay.from}</td>
                    <td>{stay.to === null ? '至今' : `${stay.to} ${stay.left}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      {data.changes.length > 0 && (
        <Section title="办过的变动">
          <ul className="plain-list">
            {data.changes.map((change) => (
              <li key={change.id} className="todo">
                <div>
                  <p className={change.undone ? 'quiet' : 'todo-title'}>
                    {change.title}
                    {change.undone && '（已撤销）'}
                  </p>
                  <p className="quiet">
                    {[change.on, change.kindTitle, `${change.by}办理`, change.reason]
                      .filter(Boolean)
                      .join('，')}
                  </p>
                </div>
                {mayWrite && !change.undone && (
                  <Button
                    size="small"
                    loading={sending}
                    aria-label={`撤销${change.on}的${change.title}`}
                    onClick={() => void undo(change.id)}
                  >
                    撤销
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
