import { useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUpload } from '../../../../platform/web/api/use-upload.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { acceptReturnedFile, compareReturnedFile, importAddedRows } from '../../contract.ts'
import { type Choice, ReturnedRows } from './returned-rows.tsx'
import './returned.css'

type Compared = z.infer<typeof compareReturnedFile.output>

const wordCounts = ({ counts }: Compared): string =>
  [
    `共 ${counts.rows} 行`,
    `没有改动 ${counts.same} 行`,
    counts.change && `改动 ${counts.change} 行`,
    counts.conflict && `两边都改 ${counts.conflict} 行`,
    counts.added && `新加 ${counts.added} 行`,
    counts.faulty && `有错 ${counts.faulty} 行`,
    counts.gone && `已移出 ${counts.gone} 行`,
    counts.repeated && `重复 ${counts.repeated} 行`,
    counts.unknown && `编号不对 ${counts.unknown} 行`,
  ]
    .filter(Boolean)
    .join('，')

const Decide = ({
  compared,
  file,
  again,
}: {
  compared: Compared
  file: string
  again: () => Promise<void>
}) => {
  const { today } = useViewpoint()
  const { message } = App.useApp()
  const go = useGo()
  const accept = useAction(acceptReturnedFile)
  const added = useAction(importAddedRows)
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const { ledger, counts } = compared
  const write = async () => {
    const done = await accept.send({ ledger, file, on: today, choices: { ...choices } })
    void message.success(
      `已写入 ${done.written} 行${done.undecided ? `，还有 ${done.undecided} 行两边都改过、没有选择` : ''}。`,
    )
    await again()
  }
  const hand = async () => {
    const answer = await added.send({ ledger, file })
    go(`/ledgers/import/${answer.import}`)
  }
  return (
    <>
      <p role="status">{wordCounts(compared)}。</p>
      {compared.rows.length === 0 && (
        <EmptyState title="没有要写入的改动。" hint="文件里的内容与现在的台账一样。" />
      )}
      <ReturnedRows rows={compared.rows} choices={choices} choose={setChoices} />
      <ProblemAlert problem={accept.problem ?? added.problem} />
      <p className="form-actions">
        {counts.change + counts.conflict > 0 && (
          <Button type="primary" loading={accept.sending} onClick={() => void write().catch(() => undefined)}>
            写入改动
          </Button>
        )}
        {counts.added > 0 && (
          <Button loading={added.sending} onClick={() => void hand().catch(() => undefined)}>
            把新加的 {counts.added} 行交给导入
          </Button>
        )}
      </p>
    </>
  )
}

/** 带回表格: a file that was exported with numbers and edited elsewhere is held against what stands, row by row. */
const ReturnedPage = () => {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const definition = useDefinition(name)
  const { past } = useViewpoint()
  const { upload, share, problem } = useUpload()
  const compare = useAction(compareReturnedFile)
  const [held, setHeld] = useState<{ file: string; compared: Compared }>()
  const hold = async (file: string) => setHeld({ file, compared: await compare.send({ ledger: name, file }) })
  const take = async (file: File) => {
    try {
      await hold((await upload(file)).id)
    } catch {
      // Said below by the upload's or the action's own problem.
    }
  }
  if (!definition) return <Loading lines={6} />
  return (
    <Page
      title={`带回${definition.title}`}
      lead={<PageLink to={`/ledgers/${name}`}>{definition.title}</PageLink>}
    >
      {past ? (
        <EmptyState title="正在查看过去的日期，不能带回表格。" hint="请先在上方把日期换回今天。" />
      ) : (
        <>
          <FileDrop
            extensions={['.xlsx']}
            title="改好的表格"
            hint="导出时勾选“带编号”的文件，在别处改好后放到这里。先逐行比对，确认以后才写入。"
            take={(file) => void take(file)}
            share={share ?? (compare.sending ? 1 : null)}
          />
          <ProblemAlert problem={problem ?? compare.problem} />
          {held && (
            <Decide key={held.file} compared={held.compared} file={held.file} again={() => hold(held.file)} />
          )}
        </>
      )}
    </Page>
  )
}

export default ReturnedPage
