// What would turn the programme, a network or a goal green, and what would turn it red.
import { el, foreign, paragraph, section, table } from './dom.js'
import { count, percent, shortened } from './format.js'
import { named } from './items.js'
import { tag } from './levels.js'

export function watermelons(view) {
  const { watermelons: ids, watermelon_index: share } = view.programme
  const intro = paragraph(
    'Items that were reported complete or green and that the rules make red. People call them watermelons: green outside, red inside.',
  )
  const title = 'Reported well, computed red'
  if (ids.length === 0) return section('watermelons', title, intro, paragraph('There are none.'))
  const of = `${percent(share)} of the items reported complete or green, leaving out those that are complete by the rules.`
  const text = ids.length === 1 ? 'There is 1: it is' : `There are ${count(ids.length, 'item')}: they are`
  const list = named(view, { id: 'watermelons-table', caption: 'Watermelons', ids, why: true })
  return section('watermelons', title, intro, paragraph(`${text} ${of}`), list)
}

export function outlook(view) {
  return section('outlook', 'What would change the status', toGreen(view), toRed(view), everyNode(view))
}

const surely = (node) => (node.paths_exact ? '' : ' Another, smaller set may exist.')

function toGreen(view) {
  const { programme } = view
  const title = el('h3', { class: 'nhsuk-heading-m' }, 'Path to green')
  const path = programme.path_to_green
  if (path === null || path.length === 0) return [title, paragraph(greenWord(programme, 'The programme'))]
  const text = `The programme turns green once ${path.length === 1 ? 'this item becomes' : `these ${count(path.length, 'item')} become`} green and evidenced, all others staying as they are.`
  return [title, paragraph(text + surely(programme)), named(view, { id: 'green-table', caption: 'Items on the path to green', ids: path })]
}

function toRed(view) {
  const { programme } = view
  const title = el('h3', { class: 'nhsuk-heading-m' }, 'Next to fall')
  const set = programme.next_to_fall
  if (set === null || set.length === 0) return [title, paragraph(redWord(programme, 'The programme'))]
  const text = `The programme turns red if ${set.length === 1 ? 'this item does' : `these ${count(set.length, 'item')} do`}. No smaller set would.`
  const said = programme.paths_exact ? text : `The programme turns red if ${set.length === 1 ? 'this item does' : 'these items do'}.${surely(programme)}`
  return [title, paragraph(said), named(view, { id: 'red-table', caption: 'Items next to fall', ids: set })]
}

function greenWord(node, name) {
  if (node.path_to_green === null) return node.level === 'excluded' ? 'Not applicable' : `No items could turn ${name.toLowerCase()} green.`
  return `${name} is already ${node.level === 'complete' ? 'complete' : 'green'}.`
}

function redWord(node, name) {
  if (node.next_to_fall !== null) return `${name} is already red.`
  return ['green', 'amber', 'red'].includes(node.level) ? `No open items could turn ${name.toLowerCase()} red.` : 'Not applicable'
}

function everyNode(view) {
  const rows = [...view.nodesOf('body'), ...view.nodesOf('goal')].filter((node) => node.level !== 'excluded')
  if (rows.length === 0) return null
  const set = (node, ids, word) =>
    ids === null || ids.length === 0
      ? word(node, 'It')
      : [
          el('ul', { class: 'lines' }, ids.map((id) => el('li', {}, foreign(shortened(id, 60)), ': ', foreign(shortened(view.item(id).name))))),
          node.paths_exact ? null : el('span', { class: 'note' }, 'There may be a smaller set'),
        ]
  return [
    el('h3', { class: 'nhsuk-heading-m' }, `By ${view.parts.one.toLowerCase()} and goal`),
    table({
      id: 'outlook-table',
      caption: `What would turn each green, and what would turn it red${view.report.illustrative ? ' (illustrative data)' : ''}`,
      columns: [
        {
          head: `${view.parts.one} or goal`,
          role: 'row',
          cell: (node) => [foreign(shortened(node.name)), node.kind === 'goal' ? el('span', { class: 'note' }, 'Goal') : null],
        },
        { head: 'Status', cell: (node) => tag(node.level) },
        { head: 'Green once these are', role: 'wide', cell: (node) => set(node, node.path_to_green, greenWord) },
        { head: 'Red if these are', role: 'wide', cell: (node) => set(node, node.next_to_fall, redWord) },
      ],
      rows,
      }),
  ]
}
