import type { Problem } from './types.js'

/** The core reads 64 levels and names the place of the 65th itself. Data much deeper would use up the stack here. */
const DEEPEST_READ = 64
const DEEPEST_PRINTED = 250

const NUMBER = 'a finite number, or null where it is missing'
const DATE = 'a text written YYYY-MM-DD'
const PLAIN = 'plain data: objects, lists, texts, numbers, true, false and null'
const HALF_A_CHARACTER = /\p{Surrogate}/u

/**
 * What JSON cannot hold, each with its place, where `path` is the place of the value itself.
 *
 * `JSON.stringify` would change these without a word (NaN becomes null, a `Date` perhaps the day before), or throw
 * without saying where. A field of an object that is undefined is absent, and no problem.
 */
export function problemsOfData(value: unknown, path: string): Problem[] {
  const walk = new Walk(path)
  walk.visit(value)
  return walk.found
}

/** One look at every value; nothing is copied or changed. */
class Walk {
  readonly found: Problem[] = []
  readonly #path: string
  readonly #steps: (string | number)[] = []
  readonly #inside: object[] = []

  constructor(path: string) {
    this.#path = path
  }

  visit(value: unknown): void {
    switch (typeof value) {
      case 'boolean':
        return
      case 'string':
        return this.#visitText(value)
      case 'number':
        if (Number.isFinite(value)) return
        return this.#refuse('not_a_number', `${value} is not a finite number`, NUMBER, String(value))
      case 'undefined':
        return this.#refuse('undefined_value', 'undefined stands in a list', 'a value, or null where it is missing')
      case 'bigint':
        return this.#refuse('big_integer', 'a BigInt is not the same number in every language', 'a number')
      case 'object':
        return value === null ? undefined : this.#enter(value)
      default:
        return this.#refuse('not_plain_data', `a ${typeof value} is not plain data`, PLAIN)
    }
  }

  #visitText(text: string): void {
    if (!HALF_A_CHARACTER.test(text)) return
    this.#refuse('not_plain_data', 'the text holds half a character (a lone surrogate)', 'whole characters')
  }

  #enter(value: object): void {
    if (this.#inside.includes(value)) {
      return this.#refuse('cycle_in_data', 'the data contain themselves', 'data that do not contain themselves')
    }
    if (this.#inside.length >= DEEPEST_PRINTED) {
      return this.#refuse(
        'too_deep',
        `objects and lists are nested more than ${DEEPEST_READ} deep`,
        `at most ${DEEPEST_READ} levels of nesting`,
      )
    }
    const date = Object.prototype.toString.call(value) === '[object Date]'
    if (date) return this.#refuse('date_object', 'a Date has a time and a zone, so its day is not certain', DATE)
    this.#inside.push(value)
    if (Array.isArray(value)) this.#visitList(value)
    else if (isPlain(value)) this.#visitFields(value)
    else this.#refuse('not_plain_data', `${nameOf(value)} is not plain data`, PLAIN)
    this.#inside.pop()
  }

  #visitList(list: readonly unknown[]): void {
    // By index, because a hole in a list is undefined too.
    for (let index = 0; index < list.length; index += 1) {
      this.#steps.push(index)
      this.visit(list[index])
      this.#steps.pop()
    }
  }

  #visitFields(fields: Record<string, unknown>): void {
    for (const key of Object.keys(fields)) {
      const value = fields[key]
      if (value === undefined) continue
      this.#visitText(key)
      this.#steps.push(key)
      this.visit(value)
      this.#steps.pop()
    }
  }

  #refuse(code: Problem['code'], message: string, accepted: string, value: string | null = null): void {
    const steps = code === 'too_deep' ? this.#steps.slice(0, DEEPEST_READ + 1) : this.#steps
    const path = [this.#path, ...steps.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))]
    this.found.push({ code, path: path.join('/'), value, accepted, message })
  }
}

/** Whether a value is a mere collection of fields (also one of another window or context). */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  const root = prototype === null || Object.getPrototypeOf(prototype) === null
  return root && !(Symbol.toStringTag in value) && !(Symbol.iterator in value)
}

function nameOf(value: object): string {
  const made: unknown = value.constructor
  return typeof made === 'function' && made.name !== '' ? `a ${made.name}` : 'an object of a class'
}
