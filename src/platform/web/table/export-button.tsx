import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { AskExport, type ExportOrder } from './ask-export.tsx'

/** Exports what the list shows, for a purpose; the file is made by a job that the tray follows. */
export const ExportButton = (order: ExportOrder) => {
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const started = () => {
    setOpen(false)
    void message.success('正在生成表格，完成后会提示下载。可以离开这一页。')
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出</Button>
      <Modal
        open={open}
        title={`导出${order.definition.title}`}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <AskExport {...order} started={started} />
      </Modal>
    </>
  )
}
