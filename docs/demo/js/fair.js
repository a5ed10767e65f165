// Fair representation: what each organisation holds, against the best there could be, and who is next.
import { describe } from '../equipoise/index.js'
import { calculator } from './calculator.js'
import { el, foreign, lines, paragraph, section, select, table } from './dom.js'
import { barOf } from './drawing.js'
import { count, day, listed, shortened } from './format.js'

const STATUSES = {
  met: 'Met',
  met_as_far_as_possible: 'Met as far as possible',
  not_met: 'Not met',
  not_assessable: 'Cannot be assessed',
}
const LONGEST_SENTENCE = 700

/** The part of the page on fair representation. */
export function fair(view, document) {
  const { report } = view
  const title = 'Fair representation'
  const rows = report.representation.map((row) => ({ ...row, sentences: describe(row).map((text) => shortened(text, LONGEST_SENTENCE)) }))
  const names = new Map((document.organisations ?? []).map(({ id, name }) => [id, name]))
  const held =
    rows.length === 0 ? [paragraph(`The document names nothing that members hold on ${day(report.as_at)}, so there is nothing to compare.`)] : chosen(view, rows)
  const told = members(document, names)
  return section('fair', title, ...held, calculator({ rows, members: told, illustrative: report.illustrative }))
}

/** Organisations that are members now or were, with their names. */
function members(document, names) {
  const ids = new Set((document.collaborative?.members ?? []).map(({ organisation }) => organisation))
  return [...ids].map((id) => ({ id, name: names.get(id) ?? id }))
}

function chosen({ report }, rows) {
  const [told, place] = [el('p', { role: 'status', id: 'fair-told' }), el('div', {})]
  const which = select('filter-fair', 'Show', [
    ['programme', 'The whole programme'],
    ['not_met', 'What is not met'],
    ['', 'Everything that is counted'],
  ])
  const show = () => {
    const fits = { programme: ({ scope }) => scope === 'programme', not_met: ({ check }) => check.status === 'not_met' }[which.field.value]
    const fitting = rows.filter(fits ?? (() => true))
    told.textContent = `Showing ${fitting.length.toLocaleString('en-GB')} of ${count(rows.length, 'count')} by organisation.`
    place.replaceChildren(fitting.length > 0 ? holdings(report, fitting) : paragraph('Nothing fits this choice.'))
  }
  which.field.addEventListener('change', show)
  show()
  const key = paragraph('“Due” is what each is entitled to: an equal part or one by its size, or of meetings and votes all that there were while it was a member. The stroke across a bar marks it.')
  return [which.group, key, told, place]
}

/** One row for each thing that is counted. */
function holdings({ illustrative }, rows) {
  return table({
    id: 'fair-table',
    caption: `What members hold${illustrative ? ' (illustrative data)' : ''}`,
    columns: [
      { head: 'What', role: 'row', cell: what },
      { head: 'Held', role: 'drawn', cell: ({ check }) => shares(check) },
      { head: 'Best possible', cell: best },
      { head: 'Status', cell: ({ check }) => status(check.status) },
      { head: 'Next', cell: next },
      { head: 'In words', role: 'wide', cell: ({ sentences }) => lines(sentences.slice(1)) },
    ],
    rows,
  })
}

/** The library's heading of a row, and its days below it. */
function what({ sentences: [heading], from, to }) {
  const days = `${from === null ? '' : `${day(from)} to `}${day(to)}`
  return [foreign(heading.replace(`, ${days}.`, '')), el('span', { class: 'note' }, days)]
}

/** What each holds and is entitled to, the entitlement as a stroke across its bar. */
function shares({ counts, entitlement }) {
  const most = Math.max(1, ...Object.values(counts), ...Object.values(entitlement))
  return Object.entries(counts).map(([id, held]) => {
    const due = entitlement[id] ?? null
    const words = `${held === null ? 'not known' : held.toLocaleString('en-GB')}${due === null ? '' : `, due ${plain(due)}`}`
    return el('span', { class: 'fact holding' }, el('span', {}, foreign(shortened(id, 30)), `: ${words}`), barOf(held ?? 0, most, due))
  })
}

const plain = (number) => number.toLocaleString('en-GB', { maximumFractionDigits: 2 })

function best({ check }) {
  if (check.best_possible === null) return 'Not applicable'
  const counted = Object.values(check.best_possible.nearest)
  return counted.sort((a, b) => b - a).map((number) => number.toLocaleString('en-GB')).join(', ')
}

/** Whether it is as it should be, in a word with its frame. */
const status = (word) => el('span', { class: 'standing', 'data-standing': word }, STATUSES[word] ?? word)

function next({ check }) {
  const [first] = check.next ?? []
  return first === undefined ? 'Not applicable' : foreign(listed(first.map((id) => shortened(id, 30)), 'or'))
}
