import { createHmac } from 'node:crypto'

/** A secret as the Standard Webhooks specification writes it: `whsec_` and the key in base64. */
const secretPrefix = 'whsec_'

/**
 * Headers by which a receiver knows that a message is ours and new (Standard Webhooks: `v1` is HMAC-SHA256 over id,
 * seconds since 1970 and body, with dots between).
 */
export const signStandard = (
  secret: string,
  { id, body, at }: { id: string; body: string; at: Date },
): Record<string, string> => {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

/** 钉钉's address with the signature that its robots ask for: HMAC-SHA256 over milliseconds and the secret itself. */
export const signDingtalk = (url: string, secret: string, at: Date): string => {
  if (secret === '') return url
  const timestamp = String(at.getTime())
  const signed = new URL(url)
  signed.searchParams.set('timestamp', timestamp)
  signed.searchParams.set(
    'sign',
    createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
  )
  return signed.href
}
