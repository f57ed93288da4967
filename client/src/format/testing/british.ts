// Tests read as a reader in Britain does, wherever they run; a test about another reader hands the locale in.
Object.defineProperty(globalThis.navigator, 'language', { value: 'en-GB', configurable: true })
