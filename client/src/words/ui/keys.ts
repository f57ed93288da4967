// Keys as they are shown and as they are read out; those that are not here go by the name of the browser's event.

export const keyWords: {
  readonly shown: Readonly<Record<string, string>>
  readonly spoken: Readonly<Record<string, string>>
  readonly spokenOnApple: Readonly<Record<string, string>>
  readonly spokenElsewhere: Readonly<Record<string, string>>
} = {
  shown: { Escape: 'Esc' },
  spoken: {
    ArrowUp: 'Up arrow',
    ArrowDown: 'Down arrow',
    ArrowLeft: 'Left arrow',
    ArrowRight: 'Right arrow',
    '/': 'Slash',
    '?': 'Question mark',
    '@': 'At sign',
  },
  spokenOnApple: { Mod: 'Command', Alt: 'Option' },
  spokenElsewhere: { Mod: 'Control', Alt: 'Alt' },
}
