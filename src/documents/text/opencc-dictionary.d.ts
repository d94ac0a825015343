declare module 'opencc-js/dict/TSCharacters' {
  /** `繁 简|…`, at times with several simplified characters for one. */
  const pairs: string
  export default pairs
}
