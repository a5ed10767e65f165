import { EquipoiseError } from './errors.js'
import { isPlain, problemsOfData } from './plain.js'
import type {
  Detail,
  LegendEntry,
  Part,
  Policy,
  Problem,
  Programme,
  Report,
  RollUpItem,
  RollUpResult,
} from './types.js'

// Written in TypeScript, not in JavaScript with types in comments: tsc is needed for the declarations either way, and
// here the generated types and the code that uses them are checked as one.

/** What the WebAssembly module exports: text in, text out. */
export interface Module {
  check(request: string): string
  assess(request: string): string
  rollUp(request: string): string
  table(request: string): string
  describe(request: string): string
  legend(request: string): string
}

/** What any function of the library has given, or a part of it. */
export type Result = object

/** How to assess. */
export interface AssessOptions {
  /** The day that is spoken of, YYYY-MM-DD. The library never reads the clock. */
  as_at: string
  /** Only what was recorded by this day counts. Left out: everything that the document holds. */
  known_at?: string | undefined
  /** Wins over the document's own policy. */
  policy?: Policy | undefined
  /** The parts of the report that are wanted; left out: all. */
  include?: readonly Part[] | undefined
  /** `scorer` names single scorers; left out: organisations only. */
  detail?: Detail | undefined
}

/** No option is known yet. */
export type NoOptions = Record<string, never>

/**
 * Finds everything that is wrong with a programme document: an empty list when it is fine.
 *
 * A faulty document throws nothing: its problems are the answer.
 */
export function check(programme: Programme | string, options?: NoOptions): Problem[] {
  return call('check', { document: programme }, options, (problems) => problems)
}

/**
 * Assesses a programme: the level of every item and node, and why.
 *
 * `programme` is an object, or the text of one: problems in a text name their line and column.
 */
export function assess(programme: Programme | string, options: AssessOptions): Report {
  return call('assess', { document: programme }, options)
}

/** Rolls a list of levels up into one, with its findings and its level under every other policy. */
export function rollUp(items: readonly RollUpItem[], options?: { policy?: Policy | undefined }): RollUpResult {
  return call('rollUp', { items }, options)
}

/** Turns a result into flat rows. `name` chooses the table where a result has several. */
export function table(result: Result, options?: { name?: string | undefined }): Record<string, unknown>[] {
  return call('table', { result }, options)
}

/** Says a result in plain English sentences, also for a screen reader. */
export function describe(result: Result, options?: NoOptions): string[] {
  return call('describe', { result }, options)
}

/** Gives word, letter, shape and colours of every level. */
export function legend(options?: NoOptions): LegendEntry[] {
  return call('legend', {}, options)
}

let module: Module | undefined

/** Makes the functions of this file work. */
export function ready(loaded: Module): void {
  module = loaded
}

/** A problem with the module itself, not with an input. */
export function notReady(message: string, options?: { cause: unknown }): EquipoiseError {
  return new EquipoiseError([{ code: 'not_ready', path: '', value: null, accepted: 'await init()', message }], options)
}

/** Calls an operation: prints the arguments, reads the answer, throws the problems. */
function call<Answer>(
  operation: keyof Module,
  given: Record<string, unknown>,
  options: object = {},
  unprintable: (problems: Problem[]) => Answer = refuse,
): Answer {
  if (module === undefined) throw notReady(`${operation}() was called before init() had loaded the library`)
  const problems = problemsOfArguments(given, options)
  if (problems.length > 0) return unprintable(problems)
  const response = JSON.parse(module[operation](JSON.stringify({ ...options, ...given })))
  return response.problems === undefined ? response.answer : refuse(response.problems)
}

function refuse(problems: Problem[]): never {
  throw new EquipoiseError(problems)
}

/** As in the core: paths into a document start at its root, all others with the name of the argument. */
function problemsOfArguments(given: Record<string, unknown>, options: object): Problem[] {
  const problems = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : problemsOfData(value, name === 'document' ? '' : `/${name}`),
  )
  if (!isPlain(options)) {
    const message = 'the options are not an object of fields'
    return [...problems, { code: 'not_plain_data', path: '', value: null, accepted: '{ as_at: "2026-03-31" }', message }]
  }
  for (const name of Object.keys(given).filter((name) => Object.hasOwn(options, name))) {
    const message = `the field “${name}” is not known here`
    problems.push({ code: 'unknown_field', path: `/${name}`, value: null, accepted: null, message })
  }
  return [...problems, ...problemsOfData(options, '')]
}
