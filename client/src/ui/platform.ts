// Which keys the reader has. Hints always show the reader's own platform; shortcuts listen to its own modifier.

/** True on Apple devices, where Cmd is the modifier of shortcuts. */
export function isApplePlatform(agent: string = globalThis.navigator?.userAgent ?? ''): boolean {
  return /Mac|iPhone|iPad|iPod/u.test(agent)
}

/** Whether the shortcut modifier is down: Cmd on Apple, Ctrl elsewhere, and never both. */
export function isModKey(
  event: { readonly metaKey: boolean; readonly ctrlKey: boolean },
  apple: boolean = isApplePlatform(),
): boolean {
  return apple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
}

/** 'Mod+Shift+Z' as keycaps: ['⇧', '⌘', 'Z'] on Apple, ['Ctrl', 'Shift', 'Z'] elsewhere. */
export function keycapsOf(keys: string, apple: boolean = isApplePlatform()): readonly string[] {
  const parts = keys.split('+')
  const names = apple ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }
  const order = apple ? ['Alt', 'Shift', 'Mod'] : ['Mod', 'Alt', 'Shift']
  const modifiers = order.filter((name) => parts.includes(name))
  const rest = parts.filter((part) => !order.includes(part))
  return [...modifiers.map((name) => names[name as keyof typeof names]), ...rest]
}
