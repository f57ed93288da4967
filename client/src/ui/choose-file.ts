// Asks for a file of this device, in answer to a press. The field that browsers ask with is never on the page: there it would
// be a second control beside the button that says what it is for.

/** What tables are kept in. */
export const SPREADSHEETS = '.xlsx,.xlsm,.ods,.csv,.tsv,.txt,text/csv,text/plain'

export function chooseFile(accept: string, take: (file: File) => void): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = accept
  field.addEventListener('change', () => {
    const file = field.files?.[0]
    if (file !== undefined) take(file)
  })
  field.click()
}
