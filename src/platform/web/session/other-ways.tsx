import { KeyOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { passkeysWork, signInWithPasskey } from './passkey.ts'
import { postToAccount } from './post-to-account.ts'
import { useSignInWays } from './use-sign-in-ways.ts'

interface OtherWaysProps {
  /** Somebody is in. */
  done: () => void
  /** A sentence where it failed, null when another attempt begins. */
  tell: (message: string | null) => void
}

const toProvider = async () => {
  const answer = await postToAccount('/api/auth/sign-in/social', {
    back: location.pathname + location.search,
  })
  location.assign((answer as { url: string }).url)
}

/** Signing in with a passkey, or through the office's own service, where there is such a thing. */
export const OtherWays = ({ done, tell }: OtherWaysProps) => {
  const ways = useSignInWays()
  const [busy, setBusy] = useState<'passkey' | 'provider' | null>(null)
  const passkeys = ways !== undefined && passkeysWork(ways)
  if (!passkeys && !ways?.singleSignOn) return null
  const attempt = async (way: 'passkey' | 'provider', run: () => Promise<void>) => {
    tell(null)
    setBusy(way)
    try {
      await run()
    } catch (error) {
      tell((error as Error).message)
    }
    setBusy(null)
  }
  return (
    <div className="other-ways">
      {passkeys && (
        <Button
          size="large"
          icon={<KeyOutlined />}
          loading={busy === 'passkey'}
          onClick={() => attempt('passkey', async () => ((await signInWithPasskey()) ? done() : undefined))}
        >
          用通行密钥登录
        </Button>
      )}
      {ways?.singleSignOn && (
        <Button
          size="large"
          icon={<SafetyCertificateOutlined />}
          loading={busy === 'provider'}
          onClick={() => attempt('provider', toProvider)}
        >
          用{ways.singleSignOn}登录
        </Button>
      )}
    </div>
  )
}
