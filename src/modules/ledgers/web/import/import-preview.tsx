import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { type ImportView, remapImport } from '../../contract.ts'
import { ColumnMapping } from './column-mapping.tsx'
import { ConfirmImport } from './confirm-import.tsx'
import { FaultList } from './fault-list.tsx'
import { ImportCounts } from './import-counts.tsx'
import { changing } from './import-words.ts'
import { RecognisedAs } from './recognised-as.tsx'

/** What was read and what would happen; nothing is written before one confirms. */
export const ImportPreview = ({ view }: { view: ImportView }) => {
  const remap = useAction(remapImport)
  // Choices not yet sent: column letter → key, or null for “left out”.
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({})
  const again = (change: { ledger?: string; sheet?: string; mapping?: Record<string, string | null> }) =>
    void remap
      .send({ id: view.id, ...change })
      .then(() => setChosen({}))
      .catch(() => undefined)
  const pending = Object.keys(chosen).length > 0
  return (
    <div className="import-preview">
      <RecognisedAs view={view} busy={remap.sending} change={again} />
      <ProblemAlert problem={remap.problem} />
      {view.ledger && (
        <>
          <Section title="导入以后">
            {changing(view) === 0 && view.counts.same > 0 && (
              <p className="import-same" role="status">
                没有任何变化：{view.counts.faulty > 0 ? '没有错误的' : '表里的'} {view.counts.same}{' '}
                行和台账里的完全一致。
              </p>
            )}
            <ImportCounts view={view} />
          </Section>
          <Section title="列的对应">
            <ColumnMapping
              view={view}
              chosen={chosen}
              choose={(column, key) => setChosen({ ...chosen, [column]: key })}
              busy={remap.sending}
            />
          </Section>
          {view.counts.faulty > 0 && (
            <Section title="有错误的格">
              <FaultList view={view} />
            </Section>
          )}
          <ConfirmImport
            view={view}
            recheck={pending ? () => again({ mapping: { ...chosen } }) : undefined}
            busy={remap.sending}
          />
        </>
      )}
    </div>
  )
}
