// The marks of a rich text as buttons.
export const formatBarWords = {
  label: 'Format',
  bold: 'Bold',
  boldLetter: 'B',
  italic: 'Italic',
  italicLetter: 'I',
  bulletList: 'Bulleted list',
  orderedList: 'Numbered list',
  quote: 'Quote',
}
