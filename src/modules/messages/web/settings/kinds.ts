/** To whom a hook speaks. */
export const kinds = {
  wecom: '企业微信或政务微信的群机器人',
  dingtalk: '钉钉的群机器人',
  standard: '别的系统（Standard Webhooks 签名的 JSON）',
} as const
