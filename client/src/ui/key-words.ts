// Keys in words and signs, for whoever lists them. Their names are those of the browser's events: 'Alt+ArrowUp'.
import { keyWords } from '../words/ui/keys.ts'
import { isApplePlatform } from './platform.ts'

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ...keyWords.shown,
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
  const names = apple ? keyWords.spokenOnApple : keyWords.spokenElsewhere
  return keys
    .split('+')
    .map((part) => names[part] ?? keyWords.spoken[part] ?? part)
    .join(' ')
}
