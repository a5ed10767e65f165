// Networks, goals and items with parts: one row each.
import { decisive } from './front.js'
import { el, foreign, lines, paragraph, table } from './dom.js'
import { listed, percent, shortened } from './format.js'
import { against, tag, word, WORST_FIRST } from './levels.js'

/** A table of nodes; those without any item are named below it. */
export function nodes(view, { id, caption, head, rows }) {
  const counted = (node) => Object.values(node.counts).some((number) => number > 0)
  const [shown, empty] = [rows.filter(counted), rows.filter((node) => !counted(node))]
  const illustrative = view.report.illustrative ? ' (illustrative data)' : ''
  const columns = [
    { head, role: 'row', cell: (node) => foreign(shortened(node.name)) },
    { head: 'Status', cell: status },
    { head: 'As reported', cell: asReported },
    ...WORST_FIRST.map((level) => ({
      head: word(level),
      role: 'number',
      cell: (node) => node.counts[level].toLocaleString('en-GB'),
    })),
    { head: 'Current evidence', role: 'number', cell: (node) => percent(node.coverage) },
    { head: 'Why', role: 'wide', cell: (node) => lines(decisive(view.why(node))) },
  ]
  return [
    shown.length > 0
      ? table({ id, caption: caption + illustrative, columns, rows: shown })
      : paragraph('Nothing here has any items.'),
    empty.length > 0 && shown.length > 0 ? unused(empty) : null,
  ]
}

function status(node) {
  const overridden = node.computed_level !== node.level
  const rules = overridden ? el('span', { class: 'note' }, `By the rules alone: ${word(node.computed_level).toLowerCase()}`) : null
  const open = ['green', 'amber', 'red'].includes(node.level)
  const firm = node.robustness.policy_sensitive ? 'Policy-sensitive' : 'Firm'
  return [tag(node.level), rules, open ? el('span', { class: 'note' }, firm) : null]
}

function asReported(node) {
  if (node.as_reported === 'excluded') return 'Nothing reported'
  return [tag(node.as_reported), el('span', { class: 'note' }, against(node.as_reported, node.computed_level))]
}

function unused(rows) {
  const named = rows.slice(0, 20).map((node) => shortened(node.name, 80))
  const rest = rows.length > named.length ? [`${rows.length - named.length} others`] : []
  return paragraph('Not shown, because no item belongs to them: ', foreign(listed([...named, ...rest])), '.')
}
