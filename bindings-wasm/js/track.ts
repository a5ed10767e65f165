import { call, type NoOptions } from './call.js'
import { isPlain } from './plain.js'
import type {
  ColumnChoice,
  FromRows,
  Guarded,
  ParsedPeriod,
  PeriodType,
  Programme,
  Redacted,
  RowKind,
} from './types.js'

/** What a cell of a sheet holds. */
export type Cell = string | number | boolean | null | undefined

/** A row of a sheet: its cells by heading. */
export type SheetRow = Record<string, Cell>

/** How rows are read. */
export interface FromRowsOptions {
  /** The day that the rows speak of, where they have none of their own, YYYY-MM-DD. */
  as_at: string
  /** The day on which all of it became known, YYYY-MM-DD. */
  recorded_on: string
  /** What the rows are. Left out: `priorities`, each with its baseline and its latest report. */
  kind?: RowKind | undefined
  /**
   * What stands for a field, where the heading does not show it: by field the heading, null (no column), or an object
   * of `column`, `value` (one for every row), `words` (what codes mean) and `reading` (`day_first`, `month_first`,
   * `percent`, `share`).
   */
  columns?: Record<string, ColumnChoice> | undefined
  /** The document that the rows add to: needed by `updates`, `scores` and `observations`. Left out: a new one. */
  document?: Programme | string | undefined
}

/**
 * Reads the rows of a tracker into a document.
 *
 * What can be read is in the document, which has no problems of its own; what cannot be read is told cell by cell in
 * `problems` and throws nothing. Nothing is guessed where that would change what a row means: a word that is not known
 * never becomes a colour, and a date that could be two is refused unless its column shows the order. Nothing that a
 * document says already is altered: reading the same rows again adds nothing. `columns` shows what each column was
 * taken for and how sure that is.
 *
 * Rows are objects by heading, as readers of CSV and Excel files give them: texts, numbers (days as spreadsheet
 * programs count them too), true, false and null. A `Date` is refused, because its day depends on a time zone.
 *
 * @example
 * ```js
 * import { fromRows } from 'equipoise'
 *
 * const rows = [{ Ref: 'T1', Network: 'Skin', Type: 'Task', Title: 'One form', Due: '31/03/2023', RAG: 'Ambre' }]
 * const columns = { approved_on: { value: '2022-04-01' } }
 * const { problems } = fromRows(rows, { as_at: '2023-03-20', recorded_on: '2023-03-20', columns })
 * console.log(problems[0].path, problems[0].value) // /rows/0/RAG Ambre
 * ```
 */
export function fromRows(rows: readonly SheetRow[], options: FromRowsOptions): FromRows & { document: Programme } {
  // A place in the document is told from its root, as everywhere.
  if (!isPlain(options) || options.document === undefined) return call('fromRows', { rows }, options)
  const { document, ...rest } = options
  return call('fromRows', { rows, document }, rest)
}

/**
 * Reads a day, month, quarter or financial year as published files and trackers write it.
 *
 * The list is closed: days (`2023-03-31`, `31/03/2023`, `31/03/23`, `31-Mar-23`, `31 March 2023`, and 45016, the number
 * that spreadsheet programs keep the day as), weeks by their last day (`week ending 31/03/2023`), months (`2023-03`,
 * `Mar-23`, `March 2023`, `RTT-March-2023`), quarters (`Q4 2022/23`, `2022-23 Q4`) and financial years (`2022/23`,
 * `2022-23`, `FY22/23`). Nothing is guessed: a date that could be two, such as `03/04/2023`, is refused.
 *
 * `kind` says what it must be; a month may then be its first or last day too, and a week any day.
 *
 * @example
 * ```js
 * import { parsePeriod } from 'equipoise'
 *
 * console.log(parsePeriod('Mar-23').period) // 2023-03
 * ```
 */
export function parsePeriod(text: string | number, options?: { kind?: PeriodType | undefined }): ParsedPeriod {
  return call('parsePeriod', { text }, options)
}

/**
 * Looks whether columns hold data about patients, before they are stored or sent.
 *
 * A column does if its heading says so (NHS number, date of birth, postcode, patient, MRN), or if at least three of its
 * cells, and at least half of those that are not blank, are valid NHS numbers or full postcodes. Such a column is a
 * problem, without any of its values, unless `allow` names it; what was allowed is recorded in the result. `fromRows`
 * looks by itself.
 *
 * @example
 * ```js
 * import { guard } from 'equipoise'
 *
 * console.log(guard({ Network: ['Skin', 'ENT'], Waiting: [120, null] }).columns) // 2
 * ```
 */
export function guard(
  columns: Record<string, readonly Cell[]>,
  options?: { allow?: readonly string[] | undefined },
): Guarded {
  return call('guard', { columns }, options)
}

/**
 * Replaces a person's token everywhere in a document by one that says nothing, the same in every place, so that counts
 * stay what they were. `mentions` points to texts that still hold the old token as a word: read them yourself.
 *
 * @example
 * ```js
 * import { redact } from 'equipoise'
 *
 * const bodies = [{ id: 'skin', kind: 'network', name: 'Skin network' }]
 * const appointments = [{ id: 'a1', person: 'p07', role: 'clinical_lead', body: 'skin' }]
 * const document = { schema_version: '1.0', id: 'care', name: 'Care', bodies, appointments }
 * console.log(redact(document, 'p07').document.appointments[0].person) // redacted
 * ```
 */
export function redact(
  document: Programme | string,
  person: string,
  options?: NoOptions,
): Redacted & { document: Programme } {
  return call('redact', { document, person }, options)
}
