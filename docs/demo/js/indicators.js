// Indicators: both icons of each series, and of one the chart, its figures and what they say.
import { chart, describe } from '../equipoise/index.js'
import { el, foreign, lines, paragraph, section, select, table } from './dom.js'
import { count, day, shortened } from './format.js'
import { drawn } from './series.js'

const LONGEST_SENTENCE = 700
const ICONS = {
  improvement_high: 'Improvement, high',
  improvement_low: 'Improvement, low',
  concern_high: 'Concern, high',
  concern_low: 'Concern, low',
  high: 'High, neither better nor worse',
  low: 'Low, neither better nor worse',
  common_cause: 'Common cause',
  pass: 'Target met',
  hit_or_miss: 'Target met or missed by chance',
  fail: 'Target missed',
}
const VARIATION = ['concern_high', 'concern_low', 'improvement_high', 'improvement_low', 'high', 'low', 'common_cause']
const ASSURANCE = ['fail', 'hit_or_miss', 'pass']
const SCOPES = { collaborative: 'The collaborative', body: 'Network or body', goal: 'Goal' }

/** The part of the page on indicators. */
export function indicators(view) {
  const { report } = view
  const title = 'Indicators'
  const shown = report.indicators
  if (shown.length === 0) return section('indicators', title, paragraph(`The document has no indicators in force on ${day(report.as_at)}.`))
  const label = report.illustrative ? ' (illustrative data)' : ''
  const key = paragraph(
    'Two questions of each series of figures. Variation: is it changing? Assurance: would the target be met, month after month, by the process as it is?',
  )
  return section('indicators', title, key, added(report.indicator_summary, label), each(shown, label), one(shown, label))
}

/** How many series have which icon. */
function added(rows, label) {
  const counted = (row, names, without) => {
    const there = names.filter((name) => row[name] > 0).map((name) => fact(name, `${row[name]} ${ICONS[name].toLowerCase()}`))
    return row[without] > 0 ? [...there, el('span', { class: 'fact' }, `${row[without]} without an icon`)] : there
  }
  return table({
    id: 'indicator-summary',
    caption: `How many series have which icon${label}`,
    columns: [
      { head: 'Part', role: 'row', cell: ({ scope, name }) => [foreign(shortened(name)), el('span', { class: 'note' }, SCOPES[scope])] },
      { head: 'Series', role: 'number', cell: ({ series }) => series.toLocaleString('en-GB') },
      { head: 'Variation', cell: (row) => counted(row, VARIATION, 'no_variation') },
      { head: 'Assurance', cell: (row) => counted(row, ASSURANCE, 'no_assurance') },
    ],
    rows,
  })
}

/** Both icons of each series. */
function each(rows, label) {
  return table({
    id: 'indicators-table',
    caption: `Indicators by organisation${label}`,
    columns: [
      { head: 'Indicator', role: 'row', cell: (row) => [foreign(shortened(row.name)), el('span', { class: 'note' }, foreign(place(row)))] },
      { head: 'Variation', cell: ({ variation }) => told(variation.icon, 'Too few figures') },
      { head: 'Assurance', cell: ({ assurance }) => told(assurance.icon, 'No target to judge') },
      { head: 'In words', role: 'wide', cell: (row) => lines(describe(row).slice(1, 2).map(cut)) },
    ],
    rows,
  })
}

const cut = (text) => shortened(text, LONGEST_SENTENCE)

const place = ({ organisation, organisation_name: name }) => (organisation === null ? 'The whole' : shortened(name ?? organisation))

// Asked for at once, so that the page needs no server once it is loaded.
export const kept = Object.keys(ICONS).map((name) => Object.assign(new Image(), { src: `icons/${name}.svg` }))

const picture = (name) => el('img', { class: 'icon', src: `icons/${name}.svg`, alt: '', width: 40, height: 40 })

const told = (name, absent) => (name === null ? absent : [picture(name), el('span', { class: 'icon__words' }, ICONS[name] ?? name)])

const fact = (name, words) => el('span', { class: 'fact' }, picture(name), el('span', { class: 'icon__words' }, words))

/** The chart of a series that is chosen, its sentences and its figures. */
function one(rows, label) {
  const options = rows.map((row, at) => [String(at), shortened(`${row.name}: ${place(row)}`, 120)])
  const which = select('indicator', 'Chart of', options)
  const [heard, shown] = [el('p', { role: 'status', class: 'nhsuk-u-visually-hidden' }), el('div', { id: 'indicator-chart' })]
  const show = (changed) => {
    const row = rows[Number(which.field.value)]
    const drawing = chart(row)
    shown.replaceChildren(...whole(row, drawing, label))
    if (changed) heard.textContent = `Shown: ${drawing.title.text}`
  }
  which.field.addEventListener('change', () => show(true))
  show(false)
  return el('div', {}, which.group, heard, shown)
}

function whole(row, drawing, label) {
  const figures = drawing.data.values
  const [measured, ...sentences] = describe(row).map(cut)
  const plain = (value) => (value === null ? 'No data' : figure(value))
  const icons = el(
    'div',
    { class: 'icons' },
    [row.variation.icon, row.assurance.icon].filter((name) => name !== null).map((name) => fact(name, ICONS[name])),
  )
  const columns = [
    { head: 'Period', role: 'row', cell: ({ period }) => foreign(period) },
    { head: 'Value', role: 'number', cell: ({ value, note }) => (value === null ? (note ?? 'No data') : plain(value)) },
    { head: 'What it says', cell: ({ said, fired }) => [said, fired === '' ? null : el('span', { class: 'note' }, fired)] },
    { head: 'Lower limit', role: 'number', cell: (point) => plain(point.lower_limit) },
    { head: 'Mean', role: 'number', cell: ({ mean }) => plain(mean) },
    { head: 'Upper limit', role: 'number', cell: (point) => plain(point.upper_limit) },
    { head: 'Target', role: 'number', cell: ({ target }) => plain(target) },
    { head: 'Note', cell: ({ note }) => note ?? 'None' },
  ]
  const caption = `Figures of the chart${label}`
  return [
    el('h3', { class: 'nhsuk-heading-m' }, foreign(drawing.title.text)),
    icons,
    paragraph(foreign(measured)),
    drawn(figures, row.annotations, drawing.title.text),
    el('h4', { class: 'nhsuk-heading-s' }, 'What it says'),
    lines(sentences),
    el('h4', { class: 'nhsuk-heading-s' }, 'Its figures'),
    figures.length === 0 ? paragraph('No figures.') : el('div', { class: 'figures', tabindex: '0', role: 'region', 'aria-label': caption }, table({ id: 'indicator-figures', caption, columns, rows: figures })),
  ]
}

/** A figure with as many places as matter. */
export function figure(value) {
  const size = Math.abs(value)
  return value.toLocaleString('en-GB', { maximumFractionDigits: size >= 1000 ? 0 : size >= 10 ? 1 : 3 })
}
