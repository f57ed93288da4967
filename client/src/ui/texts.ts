/** Where letters are letters: what is typed or pasted there belongs to the text, not to the page. */
export const TEXTS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'
