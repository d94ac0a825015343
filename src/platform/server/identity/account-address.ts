/** Accounts are known by user name; better-auth wants an address of each, and `.invalid` is nobody's. */
export const addressOf = (username: string): string => `${username.toLowerCase()}@youju.invalid`
