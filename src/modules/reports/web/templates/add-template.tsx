import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUpload } from '../../../../platform/web/api/use-upload.ts'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { addTemplate } from '../../contract.ts'

const titleOf = (file: File): string => file.name.replace(/\.docx$/i, '').slice(0, 60)

/** Takes an office's own Word template; wrong tags are told at their place, and the same form sends it again. */
export const AddTemplate = () => {
  const { message } = App.useApp()
  const { upload, share, problem } = useUpload()
  const add = useAction(addTemplate)
  const [file, setFile] = useState<File | null>(null)
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const id = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!file || add.sending) return
    add.clear()
    try {
      const uploaded = await upload(file)
      await add.send({ file: uploaded.id, title, description })
      void message.success(`模板“${title}”已可以使用。`)
      setFile(null)
      setTitle('')
      setDescription('')
    } catch {
      // Said below by the upload's or the action's own problem.
    }
  }
  return (
    <form className="form-stack add-template" onSubmit={submit}>
      <FileDrop
        extensions={['.docx']}
        title={file ? `已选“${file.name}”` : 'Word 模板'}
        share={share}
        take={(taken) => {
          add.clear()
          setFile(taken)
          if (title === '') setTitle(titleOf(taken))
        }}
      />
      <ProblemAlert problem={problem ?? add.problem} />
      {file && (
        <>
          <div className="field">
            <label htmlFor={`${id}-title`}>模板名称</label>
            <Input
              id={`${id}-title`}
              value={title}
              maxLength={60}
              onChange={(event) => setTitle(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-description`}>
              什么时候用<span className="field-optional">可不填</span>
            </label>
            <Input
              id={`${id}-description`}
              value={description}
              maxLength={200}
              onChange={(event) => setDescription(event.target.value)}
            />
          </div>
          <p>
            <Button
              type="primary"
              htmlType="submit"
              loading={add.sending || share !== null}
              disabled={title.trim().length < 2}
            >
              上传模板
            </Button>
          </p>
        </>
      )}
    </form>
  )
}
