import { lazy, Suspense } from 'react'
import { getMe } from '../../contract/session.ts'
import { ProblemError } from '../api/problem-error.ts'
import { useRoute } from '../api/use-route.ts'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { Frame } from '../frame/frame.tsx'

const SignInPage = lazy(async () => ({ default: (await import('../session/sign-in-page.tsx')).SignInPage }))
const ChangePasswordPage = lazy(async () => ({
  default: (await import('../session/change-password-page.tsx')).ChangePasswordPage,
}))

const notSignedIn = (error: Error | null): boolean =>
  error instanceof ProblemError && error.problem.status === 401

/** Shows pages to whoever is signed in, and the sign-in page to everybody else; the address stays. */
export const SessionGate = () => {
  const { data, error, refetch } = useRoute(getMe)
  if (notSignedIn(error)) {
    return (
      <Suspense fallback={<Loading />}>
        <SignInPage />
      </Suspense>
    )
  }
  if (data?.mustChangePassword) {
    return (
      <Suspense fallback={<Loading />}>
        <ChangePasswordPage />
      </Suspense>
    )
  }
  if (data) return <Frame />
  return (
    <main className="sign-in">
      {error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Loading />}
    </main>
  )
}
