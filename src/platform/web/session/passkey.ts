import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'
import type { SignInWays } from '../../contract/account.ts'
import { fetchJson } from '../api/fetch-route.ts'
import { postToAccount } from './post-to-account.ts'

/** Whether passkeys work here: they belong to the office's name, and browsers take them on safe pages only. */
export const passkeysWork = ({ passkeyHost }: SignInWays): boolean =>
  passkeyHost !== null &&
  (location.hostname === passkeyHost || location.hostname.endsWith(`.${passkeyHost}`)) &&
  browserSupportsWebAuthn()

/** What the device said, as a sentence; null where the person only thought better of it. */
const wordDevice = (error: WebAuthnError): string | null => {
  if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return '这台设备已经添加过通行密钥。'
  if (/ABORTED|PASSTHROUGH/.test(error.code)) return null
  return '这台设备没有给出通行密钥。请确认它能验证指纹、面容或 PIN，再试一次。'
}

/** The device's answer. A refusal becomes an error with a sentence, or null where the person gave up. */
const ask = async <Answer>(device: () => Promise<Answer>): Promise<Answer | null> => {
  try {
    return await device()
  } catch (error) {
    const told = error instanceof WebAuthnError ? wordDevice(error) : null
    if (told !== null) throw new Error(told)
    return null
  }
}

/** Makes a passkey on a device of this person's choice. False where they gave up. Throws with a sentence. */
export const addPasskey = async (name: string): Promise<boolean> => {
  const optionsJSON = (await fetchJson(
    '/api/auth/passkey/generate-register-options',
  )) as PublicKeyCredentialCreationOptionsJSON
  const answer = await ask(() => startRegistration({ optionsJSON }))
  if (answer === null) return false
  const { clientExtensionResults: _, ...response } = answer
  await postToAccount('/api/auth/passkey/verify-registration', { response, name })
  return true
}

/** Signs in with a passkey. False where the person gave up. Throws with a sentence. */
export const signInWithPasskey = async (): Promise<boolean> => {
  const optionsJSON = (await fetchJson(
    '/api/auth/passkey/generate-authenticate-options',
  )) as PublicKeyCredentialRequestOptionsJSON
  const answer = await ask(() => startAuthentication({ optionsJSON }))
  if (answer === null) return false
  const { clientExtensionResults: _, ...response } = answer
  await postToAccount('/api/auth/passkey/verify-authentication', { response })
  return true
}
