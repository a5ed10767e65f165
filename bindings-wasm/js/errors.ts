import type { Problem } from './types.js'

/** What every function throws: all that is wrong with the input, as data and as text. */
export class EquipoiseError extends Error {
  /** Everything that is wrong, in the order of the input. Never empty. */
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], options?: { cause?: unknown }) {
    super(text(problems), options)
    this.problems = problems
  }

  /** The code of the first problem. */
  get code(): Problem['code'] | undefined {
    return this.problems[0]?.code
  }

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'EquipoiseError', configurable: true, writable: true })
  }
}

/** The first three problems, and how many more there are: the same text in every language. */
function text(problems: readonly Problem[]): string {
  const lines = problems.slice(0, 3).map(sentence)
  if (problems.length > 3) lines.push(`and ${problems.length - 3} more`)
  return lines.join('\n')
}

function sentence({ code, path, message }: Problem): string {
  // This one speaks of the library, not of a place in the input.
  return code === 'not_ready' ? message : `${path || '(whole input)'}: ${message}`
}
