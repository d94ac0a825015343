import { Button } from 'antd'
import type { Registrable } from '../../record-contract.ts'
import { endings } from './causes.ts'
import type { useDoing } from './use-doing.ts'

/** 修改 and the button that ends the record, while neither is being done. */
export const RecordActions = ({
  definition,
  doing,
}: {
  definition: Registrable
  doing: ReturnType<typeof useDoing>
}) =>
  doing.may &&
  doing.doing === null && (
    <>
      <Button onClick={doing.edit}>修改</Button>
      <Button onClick={doing.end}>{endings[definition].title}</Button>
    </>
  )
