import { SearchOutlined } from '@ant-design/icons'
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { SearchPanel } from './search-panel.tsx'

/** The search box: a click or Ctrl K opens it on every page. */
export const SearchBox = () => {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  return (
    <>
      <button type="button" className="search-box" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden="true" />
        <span className="search-box-text">查人、房屋、台账、页面</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        destroyOnHidden
        title={<span className="visually-hidden">搜索</span>}
        width={640}
        style={{ top: 60 }}
        className="search-modal"
      >
        <SearchPanel close={() => setOpen(false)} />
      </Modal>
    </>
  )
}
