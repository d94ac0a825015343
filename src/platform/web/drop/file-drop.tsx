import { Button, Progress } from 'antd'
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { holdDroppedFile, useDroppedFile } from './dropped-file.ts'
import './file-drop.css'

interface FileDropProps {
  /** Lower case, with the dot. */
  extensions: readonly string[]
  /** What is asked for, such as 要导入的表格. */
  title: string
  hint?: ReactNode
  take: (file: File) => void
  /** 0 to 1 while a file is under way, else null. */
  share?: number | null
}

/** A place to drop a file or to choose one. Takes at once what was dropped on another page and led here. */
export const FileDrop = ({ extensions, title, hint, take, share = null }: FileDropProps) => {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const dropped = useDroppedFile()
  const offer = (file: File | undefined) => {
    if (!file) return
    const known = extensions.some((ending) => file.name.toLowerCase().endsWith(ending))
    setRefused(known ? null : `“${file.name}”不是这里要的文件。请选择 ${extensions.join('、')} 文件。`)
    if (known) take(file)
  }
  const latest = useRef(offer)
  latest.current = offer
  useEffect(() => {
    if (!dropped) return
    holdDroppedFile(null)
    latest.current(dropped)
  }, [dropped])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    offer(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is for everybody
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="file-drop-title">{title}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={extensions.join(',')}
        onChange={(event) => {
          offer(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {share === null ? (
        <Button type="primary" aria-describedby={`${id}-hint`} onClick={() => input.current?.click()}>
          选择文件
        </Button>
      ) : (
        <Progress percent={Math.round(share * 100)} size="small" aria-label="上传进度" />
      )}
      <p id={`${id}-hint`} className="quiet">
        把文件拖到这里，或点按钮选择。{hint}
      </p>
      {refused && (
        <p className="field-error" role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}
