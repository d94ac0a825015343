const sentences: Readonly<Record<string, string>> = {
  signup_disabled: '您在统一身份认证里的账号，在有据里还没有对应的人员。请找本单位管理员添加。',
  unable_to_link_account: '这个有据账号已属于统一身份认证里的另一个人。请找本单位管理员核对。',
  access_denied: '您在统一身份认证页面取消了登录。',
}

/** What the office's sign-in service refused on the way back (`?error=` in the address), as a sentence. */
export const wordProviderRefusal = (search: string): string | null => {
  const error = new URLSearchParams(search).get('error')
  return error === null
    ? null
    : (sentences[error] ?? '统一身份认证登录没有成功。请再试一次，或用用户名和密码登录。')
}
