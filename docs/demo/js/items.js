// Items with their reasons: as a table with filters, and in the shorter tables that name a few of them.
import { el, foreign, lines, paragraph, select, table } from './dom.js'
import { count, day, shortened, slip } from './format.js'
import { tag, word, WORST_FIRST } from './levels.js'

const KINDS = { task: 'Task', milestone: 'Milestone', project: 'Project' }

const kindOf = (item) => (item.critical ? `Critical ${KINDS[item.kind].toLowerCase()}` : KINDS[item.kind])

/** An item's name with its identifier and kind. */
export const itemName = (item) => [
  foreign(shortened(item.name)),
  el('span', { class: 'note' }, foreign(shortened(item.id, 60)), `, ${kindOf(item).toLowerCase()}`),
]

export const itemStatus = (item) => [
  tag(item.level),
  item.level === item.computed_level
    ? null
    : el('span', { class: 'note' }, `Set by a judgement. By the rules alone: ${word(item.computed_level).toLowerCase()}`),
]

export const itemReported = (item) => (item.reported_level === null ? 'Not reported' : tag(item.reported_level))

/** Why an item has its level: the deciding reasons first, as the library orders them. */
export function itemWhy(view, item) {
  const texts = view.whyItem(item).map((reason) => reason.text)
  return lines(texts.length > 0 ? texts : ['Nothing to report.'])
}

/** A short table of items by their identifiers. */
export function named(view, { id, caption, ids, why = false }) {
  const illustrative = view.report.illustrative ? ' (illustrative data)' : ''
  const columns = [
    { head: 'Item', role: 'row', cell: itemName },
    { head: view.parts.one, cell: (item) => foreign(view.bodyName(item.body)) },
    { head: 'Status', cell: itemStatus },
    { head: 'Reported', cell: itemReported },
    ...(why ? [{ head: 'Why', role: 'wide', cell: (item) => itemWhy(view, item) }] : []),
  ]
  return table({ id, caption: caption + illustrative, columns, rows: ids.map((one) => view.item(one)) })
}

/** All items, filtered by network and level. */
export function items(view, chosen) {
  const { report, parts } = view
  const bodies = view.nodesOf('body').filter((node) => report.items.some((item) => item.body === node.id))
  const byBody = select('filter-body', parts.one, [
    ['', `All ${parts.many}`],
    ...bodies.map((node) => [node.id, shortened(node.name, 60)]),
  ])
  const byLevel = select('filter-level', 'Status', [
    ['', 'All levels'],
    ['attention', 'Red, amber and not assessed'],
    ...WORST_FIRST.map((level) => [level, word(level)]),
  ])
  const told = el('p', { role: 'status', id: 'items-told' })
  const place = el('div', {})
  const show = () => {
    Object.assign(chosen, { body: byBody.field.value, level: byLevel.field.value })
    const rows = report.items.filter((item) => fits(item, chosen))
    rows.sort((a, b) => WORST_FIRST.indexOf(a.level) - WORST_FIRST.indexOf(b.level))
    told.textContent = `Showing ${rows.length.toLocaleString('en-GB')} of ${count(report.items.length, 'item')}, the worst first.`
    place.replaceChildren(rows.length > 0 ? all(view, rows) : paragraph('No items fit both choices.'))
  }
  for (const [{ field }, value] of [[byBody, chosen.body], [byLevel, chosen.level]]) {
    if ([...field.options].some((option) => option.value === value)) field.value = value
    field.addEventListener('change', show)
  }
  show()
  return [el('div', { class: 'filters' }, byBody.group, byLevel.group), told, place]
}

function fits(item, { body, level }) {
  const levels = level === 'attention' ? ['red', 'amber', 'not_assessed'] : [level]
  return (body === '' || item.body === body) && (level === '' || levels.includes(item.level))
}

function all(view, rows) {
  return table({
    id: 'items-table',
    caption: `Status, dates and reasons by item${view.report.illustrative ? ' (illustrative data)' : ''}`,
    columns: [
      { head: 'Item', role: 'row', cell: itemName },
      {
        head: `${view.parts.one} and goal`,
        cell: (item) => [
          foreign(view.bodyName(item.body)),
          el('span', { class: 'note' }, foreign(view.goalName(item.goal))),
        ],
      },
      { head: 'Status', cell: itemStatus },
      { head: 'Reported', cell: itemReported },
      { head: 'Finish', cell: finish },
      { head: 'Why', role: 'wide', cell: (item) => itemWhy(view, item) },
    ],
    rows,
  })
}

function finish(item) {
  if (item.baseline_finish === null) return 'No baseline'
  const facts = [['Planned', item.baseline_finish]]
  if (item.actual_finish !== null) facts.push(['Finished', item.actual_finish])
  else if (item.expected_finish !== null) facts.push(['Expected', item.expected_finish])
  const shown = facts.map(([fact, on]) => el('span', { class: 'fact' }, el('span', { class: 'note' }, fact), el('span', { class: 'day' }, day(on))))
  const late = item.slip_days === null ? null : el('span', { class: 'fact' }, slip(item.slip_days))
  return [shown, late].flat()
}
