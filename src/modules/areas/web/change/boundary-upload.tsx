import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUpload } from '../../../../platform/web/api/use-upload.ts'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { importBoundaries } from '../../contract.ts'

/** Boundaries and buildings from a GeoJSON file, and back into one. */
export const BoundaryUpload = () => {
  const { today } = useViewpoint()
  const { upload, share, problem } = useUpload()
  const { send, sending, problem: refused } = useAction(importBoundaries)
  const [done, setDone] = useState<{ areas: number; buildings: number; faults: string[] }>()
  const take = async (file: File) => {
    setDone(undefined)
    try {
      setDone(await send({ file: (await upload(file)).id, on: today }))
    } catch {
      // Told below.
    }
  }
  return (
    <Section title="边界和楼栋位置" extra={<a href="/api/areas.geojson">下载现有边界</a>}>
      <FileDrop
        extensions={['.geojson', '.json']}
        title="GeoJSON 边界文件"
        hint="每个图形写明 code（区域代码）或 name（名称）；楼栋是点，写明 code、estate（小区）和 number（幢号）。"
        take={(file) => void take(file)}
        share={share ?? (sending ? 1 : null)}
      />
      <ProblemAlert problem={problem ?? refused} />
      {done && (
        <div role="status">
          <p>
            已画出 {done.areas} 个区域，标出 {done.buildings} 栋楼。
          </p>
          {done.faults.length > 0 && (
            <ul className="plain-list" aria-label="没有导入的图形">
              {done.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Section>
  )
}
