import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useGo } from '../address/use-address.ts'
import type { DropTarget } from '../module/web-module.ts'
import { AskWhat } from './ask-what.tsx'
import { holdDroppedFile } from './dropped-file.ts'
import { lookInto, type Recognised } from './look-into.ts'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

const targetsOf = (file: File, targets: readonly DropTarget[]): DropTarget[] =>
  targets.filter((target) => target.extensions.some((ending) => file.name.toLowerCase().endsWith(ending)))

/** A file dropped on any page is recognised by its name and content; what could be several things is asked, the likeliest first. */
export const DropAnywhere = ({ targets }: { targets: readonly DropTarget[] }) => {
  const { message } = App.useApp()
  const go = useGo()
  const [over, setOver] = useState(false)
  const [asked, setAsked] = useState<(Recognised & { file: File }) | null>(null)
  const lead = (file: File, target: DropTarget) => {
    setAsked(null)
    holdDroppedFile(file)
    go(target.to)
  }
  const latest = useRef({ targets, lead, message })
  latest.current = { targets, lead, message }

  useEffect(() => {
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth -= 1
      if (depth <= 0) setOver(false)
    }
    const allow = (event: DragEvent) => carriesFiles(event) && event.preventDefault()
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file || event.defaultPrevented) return
      event.preventDefault()
      const now = latest.current
      const [target, ...others] = targetsOf(file, now.targets)
      if (!target) {
        const known = [...new Set(now.targets.flatMap((one) => one.extensions))].join('、')
        void now.message.warning(`认不出“${file.name}”。可以拖入的文件：${known || '无'}。`)
        return
      }
      if (others.length === 0) now.lead(file, target)
      else void lookInto(file, [target, ...others]).then((recognised) => setAsked({ file, ...recognised }))
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: allow, drop } as const
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener)
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener)
      }
    }
  }, [])

  if (!over || targets.length === 0) {
    return (
      <AskWhat
        file={asked?.file ?? null}
        targets={asked?.targets ?? []}
        reason={asked?.reason ?? null}
        choose={(target) => asked && lead(asked.file, target)}
        close={() => setAsked(null)}
      />
    )
  }
  return (
    <div className="drop-over" aria-hidden="true">
      <p>松开即可</p>
      <ul>
        {targets.map((target) => (
          <li key={target.to}>
            {target.extensions.join(' ')}:{target.title}
          </li>
        ))}
      </ul>
    </div>
  )
}
