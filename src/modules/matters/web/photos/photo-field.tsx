import { Button } from 'antd'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
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
  /** Photos that could not be sent yet and go with the rest later; without it they are refused. */
  later?: readonly Blob[]
  onLater?: (photos: Blob[]) => void
}

const Waiting = ({ photo }: { photo: Blob }) => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(photo)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return <img src={address} alt="照片，以后再传" />
}

/** Adds photos, each taken in at once; the place where they were taken goes. */
export const PhotoField = ({ label, value, onChange, later = [], onLater }: PhotoFieldProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<ProblemDetails | null>(null)
  const room = mostPhotos - value.length - later.length

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setProblem(null)
    const taken = files.slice(0, room)
    setSending(taken.length)
    let [photos, waiting] = [[...value], [...later]]
    for (const file of taken) {
      try {
        photos = [...photos, (await uploadFile<PhotoView>(photoUploadPath, file)).id]
        onChange(photos)
      } catch (error) {
        const refused = asProblem(error)
        if (onLater && refused.status === 0) {
          waiting = [...waiting, file]
          onLater(waiting)
        } else setProblem(refused)
      }
      setSending((left) => left - 1)
    }
  }
  return (
    <fieldset className="photo-field" aria-label={label}>
      <ProblemAlert problem={problem} />
      {value.length + later.length > 0 && (
        <ul className="photo-list">
          {value.map((id, index) => (
            <li key={id}>
              <img src={thumbnailAddress(id)} alt={`照片 ${index + 1}`} />
              <Button size="small" onClick={() => onChange(value.filter((other) => other !== id))}>
                去掉<span className="visually-hidden">照片 {index + 1}</span>
              </Button>
            </li>
          ))}
          {later.map((photo, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a photo that is not sent has no name of its own
            <li key={index}>
              <Waiting photo={photo} />
              <Button size="small" onClick={() => onLater?.(later.filter((other) => other !== photo))}>
                去掉<span className="visually-hidden">没传的照片 {index + 1}</span>
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
      <Button disabled={room <= 0} loading={sending > 0} onClick={() => input.current?.click()}>
        {sending > 0 ? `正在上传，还有 ${sending} 张` : '添加照片'}
      </Button>
      <p className="field-help">
        最多 {mostPhotos} 张；照片里的拍摄地点和手机信息会去掉。
        {later.length > 0 && '没有网络，照片先存在这台设备上，和诉求一起发送。'}
      </p>
    </fieldset>
  )
}
