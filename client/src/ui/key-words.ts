// Keys in words and signs, for whoever lists them. Their names are those of the browser's events: 'Alt+ArrowUp'.
import { isApplePlatform } from './platform.ts'

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}
const SPOKEN: Readonly<Record<string, string>> = {
  ArrowUp: 'Up arrow',
  ArrowDown: 'Down arrow',
  ArrowLeft: 'Left arrow',
  ArrowRight: 'Right arrow',
  '/': 'Slash',
  '?': 'Question mark',
  '@': 'At sign',
}

/** 'Alt+ArrowUp' as it is shown: 'Alt+↑'. */
export function shownKeys(keys: string): string {
  return keys
    .split('+')
    .map((part) => SIGNS[part] ?? part)
    .join('+')
}

/** For those who hear it: 'Command Shift Z', 'Control Shift Z'. */
export function spokenKeys(keys: string, apple: boolean = isApplePlatform()): string {
  const names: Readonly<Record<string, string>> = apple
    ? { Mod: 'Command', Alt: 'Option' }
    : { Mod: 'Control', Alt: 'Alt' }
  return keys
    .split('+')
    .map((part) => names[part] ?? SPOKEN[part] ?? part)
    .join(' ')
}
