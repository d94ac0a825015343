import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Bubble, type BubbleTrigger } from '../bubble/bubble.tsx'
import { Loading } from '../feedback/loading.tsx'
import type { LensSource } from './lens-source.ts'

const LensContent = lazy(() => import('./lens-content.tsx'))

type SourceLensProps = LensSource & {
  /** What is underlined; the figure's own text where absent. A bare metric needs it. */
  children?: ReactNode
  /** The name for screen readers where the text alone says little. */
  label?: string
}

const ownText = (source: LensSource): string => source.figure?.text ?? source.stated?.text ?? ''

/**
 * The source lens: every figure anywhere is drawn through it. Dotted underline; a click or Enter tells what the
 * number means, for which area, as of when, its trend, and opens the records behind it.
 */
export const SourceLens = (props: SourceLensProps) => {
  const { children, label, ...rest } = props
  const source = rest as LensSource
  const [used, setUsed] = useState(false)
  const draw = (trigger: Partial<BubbleTrigger> & { onClick: () => void }) => (
    <button
      type="button"
      className="lens"
      aria-haspopup="dialog"
      aria-expanded={false}
      aria-label={label}
      {...trigger}
      onClick={(event) => {
        event.stopPropagation()
        trigger.onClick()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children ?? ownText(source)}
    </button>
  )
  // A report holds hundreds of figures: the bubble comes into being with the first click.
  if (!used) return draw({ onClick: () => setUsed(true) })
  return (
    <Bubble
      label="数字的出处"
      initiallyOpen
      button={draw}
      content={(close) => (
        <Suspense fallback={<Loading lines={3} />}>
          <LensContent source={source} close={close} />
        </Suspense>
      )}
    />
  )
}
