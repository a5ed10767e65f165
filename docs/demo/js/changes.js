// What changed since the month before, and what changed it: the library compares the two dates and names the causes.
import { compare, table as rowsOf } from '../equipoise/index.js'
import { el, foreign, lines, paragraph, section, table } from './dom.js'
import { count, day, monthBefore, shortened } from './format.js'
import { itemName } from './items.js'
import { tag } from './levels.js'

/** The section on the month before the day of the report; `text` is the document as it was given. */
export function changes(view, text) {
  const { report, parts } = view
  const before = monthBefore(report.as_at)
  // The calendar of the library begins in 1900.
  const since = before < '1900' ? report.as_at : before
  const compared = compare(text, { since, as_at: report.as_at })
  const because = causes(compared)
  const moved = ({ level, level_since: before }) => level !== before
  const nodes = compared.nodes.filter((node) => node.kind !== 'priority' && moved(node))
  const items = compared.items.filter(moved)
  const illustrative = report.illustrative ? ' (illustrative data)' : ''
  const columns = (head, cell, kind) => [
    { head, role: 'row', cell },
    { head: day(since), cell: (row) => tag(row.level_since) },
    { head: day(report.as_at), cell: (row) => tag(row.level) },
    { head: 'What changed it', role: 'wide', cell: (row) => lines(because(kind(row), row.id)) },
  ]
  const nodeName = (node) => [
    foreign(shortened(node.name)),
    node.kind === 'body' ? null : el('span', { class: 'note' }, node.kind === 'goal' ? 'Goal' : 'Programme'),
  ]
  const limited = compared.causes_exact ? null : paragraph('The programme is too large for every cause to be looked for.')
  return section(
    'changes',
    `What changed since ${day(since)}`,
    paragraph(
      `The earlier day is shown as it was known then. ${count(items.length, 'item')} changed status, and ${count(nodes.length, 'network, goal or programme', 'networks, goals or programmes')} with them.`,
    ),
    limited,
    nodes.length === 0
      ? null
      : table({
          id: 'changed-nodes-table',
          caption: `${parts.one} and goals that changed${illustrative}`,
          columns: columns(`${parts.one} or goal`, nodeName, (row) => `node ${row.kind}`),
          rows: nodes,
        }),
    items.length === 0
      ? null
      : table({
          id: 'changed-items-table',
          caption: `Items that changed${illustrative}`,
          columns: columns('Item', (row) => itemName(view.item(row.id)), () => 'item'),
          rows: items,
        }),
  )
}

/** Gives the sentences on what changed something. */
function causes(compared) {
  const said = new Map()
  for (const row of rowsOf(compared, { name: 'findings' })) {
    if (!row.dominating) continue
    const key = `${row.rule === 'status.change.node' ? `node ${row.subject_kind}` : 'item'} ${row.subject_id}`
    const prefix = `${row.subject_id}: `
    const text = row.sentence.startsWith(prefix) ? row.sentence.slice(prefix.length) : row.sentence
    said.set(key, [...(said.get(key) ?? []), shortened(text, 700)])
  }
  return (kind, id) => said.get(`${kind} ${id}`) ?? ['Not known.']
}
