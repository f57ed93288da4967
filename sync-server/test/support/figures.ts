// What a relay tells about itself, as numbers: the sum over all labels of a figure, or one labelled line.

export interface Figures {
  (name: string): number
}

export function figuresOf(text: string): Figures {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'))
  return (name) =>
    lines.reduce((sum, line) => {
      const at = line.lastIndexOf(' ')
      const series = line.slice(0, at)
      return series === name || series.startsWith(`${name}{`) ? sum + Number(line.slice(at)) : sum
    }, 0)
}

export async function figuresAt(origin: string): Promise<Figures> {
  return figuresOf(await (await fetch(`${origin}/metrics`)).text())
}
