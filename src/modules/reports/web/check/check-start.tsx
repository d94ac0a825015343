import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'

interface CheckStartProps {
  checkFile: (file: File) => void
  checkText: (text: string) => void
}

/** Asks for what is to be checked. */
export const CheckStart = ({ checkFile, checkText }: CheckStartProps) => {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <div className="check-start">
      <p className="check-private">文件不会上传：核对在您这台电脑的浏览器里完成，断网也能用。</p>
      <FileDrop extensions={['.docx', '.doc', '.txt']} title="要核对的汇报" take={checkFile} />
      <form
        className="form-stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (text.trim() !== '') checkText(text)
        }}
      >
        <div className="field">
          <label htmlFor={id}>或者把文字粘贴到这里</label>
          <Input.TextArea
            id={id}
            value={text}
            autoSize={{ minRows: 5, maxRows: 16 }}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <p>
          <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>
            核对文字
          </Button>
        </p>
      </form>
    </div>
  )
}
