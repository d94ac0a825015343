import { Checkbox } from 'antd'
import { useState } from 'react'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getAreaContents } from '../../contract.ts'
import { AreaTabs } from '../area-tabs.tsx'
import { AddArea } from './add-area.tsx'
import { BoundaryUpload } from './boundary-upload.tsx'
import { ChangeList } from './change-list.tsx'
import { MergeForm } from './merge-form.tsx'
import { RenameForm } from './rename-form.tsx'
import { SplitForm } from './split-form.tsx'

/** The area whose parts are changed: the one looked at, or the widest that one has. */
const useParent = (): string => {
  const { area } = useViewpoint()
  const { posts } = useMe()
  return area ?? posts.map((post) => post.area).toSorted((a, b) => a.length - b.length)[0] ?? ''
}

/** 调整网格: merge, split, rename and add areas, with what that moves told before. */
const ChangePage = () => {
  const path = useParent()
  const { past } = useViewpoint()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { data, error, refetch } = useRoute(getAreaContents, { params: { path } })
  if (error)
    return (
      <Page title="调整网格">
        <AreaTabs current="/areas/change" />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data) return <Loading lines={8} />
  const { area, own, children, changes } = data
  const selected = children.filter((child) => chosen.includes(child.path))
  const finish = () => setChosen([])
  return (
    <Page
      title="调整网格"
      lead={`${area.name}：${own.persons} 位居民，${own.households} 户，${own.dwellings} 套房屋。在下面勾选两个以上可以合并，勾选一个可以拆分或更名。`}
    >
      <AreaTabs current="/areas/change" />
      {past && <p className="notice">正在查看过去的日期，回到今天才能调整。</p>}
      <Section title={`${area.name}的下一级`}>
        {children.length === 0 ? (
          <EmptyState title="这里会列出下一级区域。" hint="在顶部换到社区或街道，或者在下面新增一个。" />
        ) : (
          <div className="table-scroll">
            <table className="record-table">
              <caption className="visually-hidden">{area.name}的下一级区域</caption>
              <thead>
                <tr>
                  <th scope="col">区域</th>
                  <th scope="col" className="number">
                    居民
                  </th>
                  <th scope="col" className="number">
                    住户
                  </th>
                  <th scope="col" className="number">
                    房屋
                  </th>
                  <th scope="col" className="number">
                    台账记录
                  </th>
                  <th scope="col" className="number">
                    岗位
                  </th>
                </tr>
              </thead>
              <tbody>
                {children.map((child) => (
                  <tr key={child.path}>
                    <th scope="row">
                      <Checkbox
                        disabled={past}
                        checked={chosen.includes(child.path)}
                        onChange={(event) =>
                          setChosen(
                            event.target.checked
                              ? [...chosen, child.path]
                              : chosen.filter((one) => one !== child.path),
                          )
                        }
                      >
                        {child.name}
                      </Checkbox>
                    </th>
                    <td className="number">{child.contents.persons}</td>
                    <td className="number">{child.contents.households}</td>
                    <td className="number">{child.contents.dwellings}</td>
                    <td className="number">{child.contents.entries}</td>
                    <td className="number">{child.contents.posts}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      {selected.length > 1 && <MergeForm areas={selected} finish={finish} />}
      {selected.length === 1 && (
        <div className="area-forms">
          <SplitForm key={`split.${selected[0]!.path}`} area={selected[0]!} finish={finish} />
          <RenameForm key={`rename.${selected[0]!.path}`} area={selected[0]!} finish={finish} />
        </div>
      )}
      <ChangeList changes={changes} />
      {!past && (
        <div className="area-forms">
          <AddArea parent={area} />
          <BoundaryUpload />
        </div>
      )}
    </Page>
  )
}

export default ChangePage
