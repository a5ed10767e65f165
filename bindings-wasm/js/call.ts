import { EquipoiseError } from './errors.js'
import { isPlain, problemsOfData } from './plain.js'
import type { Problem } from './types.js'

// Written in TypeScript, not in JavaScript with types in comments: tsc is needed for the declarations either way, and
// here the generated types and the code that uses them are checked as one.

/** What the WebAssembly module exports: text in, text out; and columns in, columns out. */
export interface Module extends Operations {
  spcTableColumns(
    options: string,
    series: Uint32Array,
    number: number,
    values: Float64Array,
    periods: Float64Array | null,
    valid: Uint8Array | null,
    denominators: Float64Array | null,
    targets: Float64Array | null,
    ghosted: Uint8Array | null,
    recalculate: Uint8Array | null,
    directions: Uint8Array | null,
  ): unknown
}

/** Text in, text out. */
interface Operations {
  check(request: string): string
  assess(request: string): string
  compare(request: string): string
  history(request: string): string
  calibrate(request: string): string
  snapshot(request: string): string
  verifySnapshots(request: string): string
  rollUp(request: string): string
  prioritise(request: string): string
  compareRounds(request: string): string
  deriveWeights(request: string): string
  scoreMatrix(request: string): string
  selectPortfolio(request: string): string
  checkRepresentation(request: string): string
  apportion(request: string): string
  checkQuorum(request: string): string
  tallyVotes(request: string): string
  reviewRotation(request: string): string
  measureVotingPower(request: string): string
  spc(request: string): string
  icon(request: string): string
  fromRows(request: string): string
  parsePeriod(request: string): string
  guard(request: string): string
  redact(request: string): string
  spcTable(request: string): string
  compareSpc(request: string): string
  spcHistory(request: string): string
  spcAppend(request: string): string
  suggestRecalculations(request: string): string
  aggregateSeries(request: string): string
  csv(request: string): string
  html(request: string): string
  table(request: string): string
  chart(request: string): string
  describe(request: string): string
  legend(request: string): string
}

/** No option is known yet. */
export type NoOptions = Record<string, never>

let module: Module | undefined

/** Makes every function that calls an operation work. */
export function ready(loaded: Module): void {
  module = loaded
}

/** A problem with the module itself, not with an input. */
export function notReady(message: string, options?: { cause: unknown }): EquipoiseError {
  return new EquipoiseError([{ code: 'not_ready', path: '', value: null, accepted: 'await init()', message }], options)
}

/** Calls an operation: prints the arguments, reads the answer, throws the problems. */
export function call<Answer>(
  operation: keyof Operations,
  given: Record<string, unknown>,
  options: object = {},
  unprintable: (problems: Problem[]) => Answer = refuse,
): Answer {
  const { [operation]: answer } = loadedFor(operation)
  const problems = problemsOfArguments(given, options)
  if (problems.length > 0) return unprintable(problems)
  return read(answer(JSON.stringify({ ...options, ...given })))
}

/** The module, once it has been loaded. */
export function loadedFor(operation: string): Module {
  if (module === undefined) throw notReady(`${operation}() was called before init() had loaded the library`)
  return module
}

/** The answer that a response holds; throws its problems. */
export function read<Answer>(text: string): Answer {
  const response = JSON.parse(text)
  return response.problems === undefined ? response.answer : refuse(response.problems)
}

/** The text of options; throws what JSON cannot hold. */
export function printed(options: object): string {
  const problems = problemsOfArguments({}, options)
  return problems.length > 0 ? refuse(problems) : JSON.stringify(options)
}

export function refuse(problems: Problem[]): never {
  throw new EquipoiseError(problems)
}

/** As in the core: paths into a document start at its root, all others with the name of the argument. */
function problemsOfArguments(given: Record<string, unknown>, options: object): Problem[] {
  const problems = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : problemsOfData(value, name === 'document' ? '' : `/${name}`),
  )
  if (!isPlain(options)) {
    const message = 'the options are not an object of fields'
    return [...problems, { code: 'not_plain_data', path: '', value: null, accepted: 'options by name', message }]
  }
  for (const name of Object.keys(given).filter((name) => Object.hasOwn(options, name))) {
    const message = `the field “${name}” is not known here`
    problems.push({ code: 'unknown_field', path: `/${name}`, value: null, accepted: null, message })
  }
  return [...problems, ...problemsOfData(options, '')]
}
