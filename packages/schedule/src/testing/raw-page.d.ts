// A page as text, for tests that hold it against the program: vitest reads it.
declare module '*.md?raw' {
  const text: string
  export default text
}
