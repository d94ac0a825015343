import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

interface Grant {
  readonly redirect: string
  readonly challenge: string
  readonly nonce: string
}

/** An OpenID Connect provider on loopback: the code flow with PKCE, who signs in is set beforehand. */
export interface OidcProvider {
  readonly issuer: string
  /** Claims of whoever is signed in there. */
  person: Record<string, unknown>
  /** What a dishonest provider, or somebody between, would put into the identity token instead. */
  forged: { nonce?: string; audience?: string; otherKey?: true }
  close(): Promise<void>
}

export const oidcClient = { clientId: 'youju', clientSecret: 'a secret of the tests' }

const parametersOf = async (request: IncomingMessage) => new URLSearchParams(await text(request))

/** Whether the client knows its secret, by either way of telling it. */
const isClient = (request: IncomingMessage, sent: URLSearchParams): boolean => {
  const basic = request.headers.authorization?.replace(/^Basic /, '')
  const [id, secret] = basic
    ? Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
    : [sent.get('client_id'), sent.get('client_secret')]
  return id === oidcClient.clientId && secret?.replaceAll('+', ' ') === oidcClient.clientSecret
}

export const startOidcProvider = async (): Promise<OidcProvider> => {
  const [keys, others] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')])
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  const grants = new Map<string, Grant>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, provider.issuer)
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return send(200, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/jwks`,
        id_token_signing_alg_values_supported: ['ES256'],
      })
    if (url.pathname === '/jwks') return send(200, { keys: [jwk] })
    if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? ''
      const code = randomUUID()
      const redirect = asked('redirect_uri')
      grants.set(code, { redirect, challenge: asked('code_challenge'), nonce: asked('nonce') })
      const location = `${redirect}?${new URLSearchParams({ code, state: asked('state') })}`
      return response.writeHead(302, { location }).end()
    }
    const sent = await parametersOf(request)
    const grant = grants.get(sent.get('code') ?? '')
    grants.delete(sent.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || !isClient(request, sent) || challenge !== grant.challenge)
      return send(400, { error: 'invalid_grant' })
    const { nonce = grant.nonce, audience = oidcClient.clientId, otherKey } = provider.forged
    const idToken = await new SignJWT({ ...provider.person, nonce })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(provider.issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(otherKey ? others.privateKey : keys.privateKey)
    return send(200, { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const provider: OidcProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    person: {},
    forged: {},
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return provider
}
