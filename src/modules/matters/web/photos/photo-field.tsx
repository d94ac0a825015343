import { Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import type { ProblemDetails } from '../../../../platform/contract/problem.ts'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { uploadFile } from '../../../../platform/web/api/use-upload.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { mostPhotos, type PhotoView, photoUploadPath, thumbnailAddress } from '../../contract-photos.ts'

interface PhotoFieldProps {
  label: string
  /** Ids of photos that were taken in. */
  value: readonly string[]
  onChange: (photos: string[]) => void
}

/** Adds photos, each taken in at once; the place where they were taken goes. */
export const PhotoField = ({ label, value, onChange }: PhotoFieldProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<ProblemDetails | null>(null)
  const room = mostPhotos - value.length

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setProblem(null)
    const taken = files.slice(0, room)
    setSending(taken.length)
    let photos = [...value]
    for (const file of taken) {
      try {
        photos = [...photos, (await uploadFile<PhotoView>(photoUploadPath, file)).id]
        onChange(photos)
      } catch (error) {
        setProblem(asProblem(error))
      }
      setSending((left) => left - 1)
    }
  }
  return (
    <fieldset className="photo-field" aria-label={label}>
      <ProblemAlert problem={problem} />
      {value.length > 0 && (
        <ul className="photo-list">
          {value.map((id, index) => (
            <li key={id}>
              <img src={thumbnailAddress(id)} alt={`照片 ${index + 1}`} />
              <Button size="small" onClick={() => onChange(value.filter((other) => other !== id))}>
                去掉<span className="visually-hidden">照片 {index + 1}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={`选择${label}`}
        accept="image/jpeg,image/png,image/webp,image/heic"
        multiple
        onChange={(event) => void add(event)}
      />
      <Button disabled={room === 0} loading={sending > 0} onClick={() => input.current?.click()}>
        {sending > 0 ? `正在上传，还有 ${sending} 张` : '添加照片'}
      </Button>
      <p className="field-help">最多 {mostPhotos} 张；照片里的拍摄地点和手机信息会去掉。</p>
    </fieldset>
  )
}
