import { create } from 'qrcode'
import { useMemo } from 'react'

/** Light modules around the code, as readers expect them. */
const quiet = 4

/** A QR code as a drawing that prints sharp at any size. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    const dark = [...modules.data].flatMap((on, at) =>
      on ? [`M${quiet + (at % modules.size)} ${quiet + Math.floor(at / modules.size)}h1v1h-1z`] : [],
    )
    return { size: modules.size + 2 * quiet, path: dark.join('') }
  }, [text])
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} data-text={text}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
