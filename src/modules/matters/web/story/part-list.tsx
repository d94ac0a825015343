import { Button, Input, Select } from 'antd'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { categories } from '../../category/categories.ts'
import { BodySelect } from './body-select.tsx'
import { firstParts, type PartInput, type PieceInput } from './first-parts.ts'

const nextKey = (list: readonly { key: number }[]) => Math.max(0, ...list.map(({ key }) => key)) + 1

/** Several alike things, one below the other, with buttons to add and take away. */
const Group = ({
  title,
  add,
  remove,
  children,
}: {
  title: string
  add?: (() => void) | undefined
  remove?: (() => void) | undefined
  children: React.ReactNode
}) => (
  <fieldset className="step-group">
    <legend>{title}</legend>
    {children}
    <div className="step-group-actions">
      {add && (
        <Button size="small" onClick={add}>
          再加一项
        </Button>
      )}
      {remove && (
        <Button size="small" type="text" onClick={remove}>
          去掉这一项
        </Button>
      )}
    </div>
  </fieldset>
)

/** Bodies that are summoned: who, to do what, until when. */
export const PartList = ({
  value: parts,
  onChange,
}: {
  value: readonly PartInput[]
  onChange: (parts: PartInput[]) => void
}) => {
  const { today } = useViewpoint()
  const blank = (): PartInput => ({ ...firstParts(today)[0]!, key: nextKey(parts) })
  const set = (key: number, change: Partial<PartInput>) =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...change } : part)))
  return parts.map((part, index) => (
    <Group
      key={part.key}
      title={`协办 ${index + 1}`}
      add={index === parts.length - 1 && parts.length < 10 ? () => onChange([...parts, blank()]) : undefined}
      remove={parts.length > 1 ? () => onChange(parts.filter((each) => each !== part)) : undefined}
    >
      <BodySelect
        label={`协办 ${index + 1} 的单位`}
        value={part.body}
        onChange={(body) => set(part.key, { body })}
      />
      <Input
        aria-label={`协办 ${index + 1} 要办的事`}
        placeholder="要办的事"
        value={part.task}
        onChange={(event) => set(part.key, { task: event.target.value })}
      />
      <DateField
        label={`协办 ${index + 1} 的期限`}
        value={part.due}
        onChange={(due) => set(part.key, { due })}
      />
    </Group>
  ))
}

/** Matters into which one is split. */
export const PieceList = ({
  value: pieces,
  onChange,
}: {
  value: readonly PieceInput[]
  onChange: (pieces: PieceInput[]) => void
}) => {
  const blank = (): PieceInput => ({ key: nextKey(pieces), title: '', content: '' })
  const set = (key: number, change: Partial<PieceInput>) =>
    onChange(pieces.map((piece) => (piece.key === key ? { ...piece, ...change } : piece)))
  return pieces.map((piece, index) => (
    <Group
      key={piece.key}
      title={`第 ${index + 1} 件`}
      add={
        index === pieces.length - 1 && pieces.length < 5 ? () => onChange([...pieces, blank()]) : undefined
      }
      remove={pieces.length > 2 ? () => onChange(pieces.filter((each) => each !== piece)) : undefined}
    >
      <Input
        aria-label={`第 ${index + 1} 件的摘要`}
        placeholder="摘要"
        maxLength={60}
        value={piece.title}
        onChange={(event) => set(piece.key, { title: event.target.value })}
      />
      <Input.TextArea
        aria-label={`第 ${index + 1} 件的内容`}
        placeholder="内容"
        rows={2}
        value={piece.content}
        onChange={(event) => set(piece.key, { content: event.target.value })}
      />
      <Select
        aria-label={`第 ${index + 1} 件的类别`}
        placeholder="类别"
        showSearch={{ optionFilterProp: 'label' }}
        value={piece.category ?? null}
        options={categories.map(({ code, title }) => ({ value: code, label: title }))}
        onChange={(category: string) => set(piece.key, { category })}
      />
    </Group>
  ))
}
