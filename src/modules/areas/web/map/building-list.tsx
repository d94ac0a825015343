import { Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { Bubble } from '../../../../platform/web/bubble/bubble.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { ScrollTable } from '../../../../platform/web/table/scroll-table.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { type BuildingView, placeBuilding } from '../../contract.ts'

const PlaceForm = ({ building, close }: { building: BuildingView; close: () => void }) => {
  const [longitude, setLongitude] = useState<number | null>(building.longitude)
  const [latitude, setLatitude] = useState<number | null>(building.latitude)
  const { send, sending, problem } = useAction(placeBuilding)
  const id = useId()
  const save = async () => {
    if (longitude === null || latitude === null) return
    await send({ ...building, longitude, latitude }).then(close, () => undefined)
  }
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}x`}>经度</label>
        <InputNumber
          id={`${id}x`}
          value={longitude}
          min={-180}
          max={180}
          step={0.0001}
          onChange={setLongitude}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}y`}>纬度</label>
        <InputNumber id={`${id}y`} value={latitude} min={-90} max={90} step={0.0001} onChange={setLatitude} />
      </div>
      <ProblemAlert problem={problem} />
      <Button
        type="primary"
        htmlType="submit"
        loading={sending}
        disabled={longitude === null || latitude === null}
      >
        保存位置
      </Button>
    </form>
  )
}

/** The buildings of a grid, with who lives there; those without a place can be given one. */
export const BuildingList = ({ buildings }: { buildings: readonly BuildingView[] }) => {
  const mayWrite = useMayWrite('registry.write')
  return (
    <ScrollTable title="网格里的楼栋">
      <table className="record-table">
        <caption className="visually-hidden">网格里的楼栋</caption>
        <thead>
          <tr>
            <th scope="col">楼栋</th>
            <th scope="col" className="number">
              居民（人）
            </th>
            {mayWrite && <th scope="col">位置</th>}
          </tr>
        </thead>
        <tbody>
          {buildings.map((building) => (
            <tr key={`${building.estate} ${building.number}`}>
              <th scope="row">
                {building.estate}
                {building.number ? `${building.number}幢` : '（没有幢号）'}
              </th>
              <td className="number">{building.persons}</td>
              {mayWrite && (
                <td>
                  {building.number && (
                    <Bubble
                      label={`${building.estate}${building.number}幢的位置`}
                      placement="bottomRight"
                      button={(trigger) => (
                        <Button {...trigger} size="small">
                          {building.longitude === null ? '标出' : '修改'}
                          <span className="visually-hidden">
                            {building.estate}
                            {building.number}幢的位置
                          </span>
                        </Button>
                      )}
                      content={(close) => <PlaceForm building={building} close={close} />}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}
