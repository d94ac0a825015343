import { Problem } from '../../contract/problem.ts'

const idNumber = /\d{17}[\dXx]/
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/

/** Throws `field.invalid` for a text that everybody will read and that names somebody's ID or mobile number. */
export const refusePersonal = (field: string, text: string): void => {
  const found = idNumber.test(text) ? '身份证号' : mobile.test(text) ? '手机号码' : undefined
  if (found)
    throw new Problem('field.invalid', `写了${found}，谁都能看到。请去掉，或者遮住中间几位。`, {
      places: [{ field, message: `请去掉${found}` }],
    })
}
