import { Alert } from 'antd'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import './check.css'
import { CheckDesk } from './check-desk.tsx'
import { CheckStart } from './check-start.tsx'
import { useCheck } from './use-check.ts'

/** 核对: any report, ours or not, has its numbers held against each other, in the browser alone. */
const CheckPage = () => {
  const { state, checkFile, checkText, startOver } = useCheck()
  if (state.state === 'checked') {
    return (
      <CheckDesk
        key={state.name}
        name={state.name}
        checked={state.checked}
        bytes={state.bytes}
        startOver={startOver}
      />
    )
  }
  return (
    <Page title="核对" lead="查一份汇报里的数字对不对得上：分项与总数、占比、增减、前后说法、日期和空缺。">
      {state.state === 'checking' && (
        <>
          <p role="status">正在核对“{state.name}”。</p>
          <Loading lines={6} />
        </>
      )}
      {state.state === 'refused' && <Alert type="error" showIcon title={state.message} />}
      {state.state !== 'checking' && <CheckStart checkFile={checkFile} checkText={checkText} />}
    </Page>
  )
}

export default CheckPage
