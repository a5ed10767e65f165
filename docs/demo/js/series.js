// The chart of a series as shapes of SVG: places are shares of its width and height, so that it fits any screen.
import { el, foreign, svg } from './dom.js'

const SHAPES = {
  Improvement: ['improvement', 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z'],
  Concern: ['concern', 'M-5-5h10v10h-10z'],
  High: ['neither', 'M0-6l6 10h-12z'],
  Low: ['neither', 'M0 6l6-10h-12z'],
  'Common cause': ['usual', 'M0-4l4 4-4 4-4-4z'],
  Value: ['usual', 'M0-4l4 4-4 4-4-4z'],
  'Left out of lines and rules': ['left', 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z'],
}
const TICKS = 5
const ROOM = 0.06
const share = (part) => `${Math.round(part * 100_000) / 1000}%`

/** The figures of a chart of the library, drawn; `told` is what it shows in words. */
export function drawn(rows, annotations, told) {
  const seen = rows.flatMap((row) => [row.value, row.mean, row.lower_limit, row.upper_limit, row.target]).filter((value) => value !== null)
  if (seen.length === 0) return el('p', {}, 'There is nothing to draw.')
  const { least, most, ticks } = scale(Math.min(...seen), Math.max(...seen))
  const y = (value) => share(1 - (ROOM + ((value - least) / (most - least)) * (1 - 2 * ROOM)))
  const x = places(rows)
  const axis = svg('svg', { class: 'chart__axis', 'aria-hidden': 'true', focusable: 'false' }, ticks.map((tick) => svg('text', { x: '100%', y: y(tick), dx: -6, dy: '0.35em', 'text-anchor': 'end' }, tick.toLocaleString('en-GB', { maximumFractionDigits: 6 }))))
  const plot = svg(
    'svg',
    { class: 'chart__plot', role: 'img', 'aria-label': told },
    ticks.map((tick) => svg('line', { class: 'chart__grid', x1: '0%', x2: '100%', y1: y(tick), y2: y(tick) })),
    happened(annotations, rows, x),
    anew(rows, x),
    ['lower_limit', 'upper_limit', 'mean', 'target'].flatMap((name) => steps(name, rows, x, y)),
    path(rows, x, y),
    rows.filter(({ value }) => value !== null).map((row) => point(row, x(row.number), y(row.value))),
  )
  const ends = [rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)].map(({ period }) => period)
  const across = el('div', { class: 'chart__across', 'aria-hidden': 'true' }, (rows.length < 3 ? [...new Set(ends)] : ends).map((end) => el('span', {}, foreign(end))))
  return el('figure', { class: 'chart' }, el('div', { class: 'chart__drawn' }, axis, plot, across), key(rows, annotations))
}

/** Where a point stands: in the middle of its part of the width. */
const places = (rows) => (number) => (number - rows[0].number + 0.5) / rows.length

/** From and to which value, and even ones between. */
function scale(least, most) {
  if (least === most) return { least: least - 1, most: most + 1, ticks: [least] }
  const rough = (most - least) / (TICKS - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough)
  const ticks = []
  for (let at = Math.ceil(least / step); at * step <= most; at += 1) ticks.push(Number((at * step).toPrecision(12)))
  return { least, most, ticks }
}

/** A line that keeps its height over each point, partition by partition. */
function steps(name, rows, x, y) {
  const half = 0.5 / rows.length
  const made = []
  for (const row of rows) {
    if (row[name] === null) continue
    const last = made.at(-1)
    if (last !== undefined && last.value === row[name] && last.to === row.number - 1 && (name === 'target' || last.partition === row.partition)) last.to = row.number
    else made.push({ value: row[name], from: row.number, to: row.number, partition: row.partition })
  }
  return made.map(({ value, from, to }) =>
    svg('line', { class: `chart__line chart__line--${name}`, x1: share(x(from) - half), x2: share(x(to) + half), y1: y(value), y2: y(value) }),
  )
}

/** From value to value; what is left out or missing is passed over. */
function path(rows, x, y) {
  const counted = rows.filter(({ value, ghosted }) => value !== null && !ghosted)
  return counted.slice(1).map((row, at) =>
    svg('line', { class: 'chart__path', x1: share(x(counted[at].number)), x2: share(x(row.number)), y1: y(counted[at].value), y2: y(row.value) }),
  )
}

function point({ said, period, value, note }, at, y) {
  const [kind, shape] = SHAPES[said] ?? SHAPES.Value
  const told = `${period}: ${value.toLocaleString('en-GB', { maximumFractionDigits: 3 })}, ${said}${note === null ? '' : `, ${note}`}`
  return svg('svg', { x: share(at), y, overflow: 'visible' }, svg('path', { class: `chart__point chart__point--${kind}`, d: shape }, svg('title', {}, told)))
}

/** A stroke where lines are calculated anew. */
function anew(rows, x) {
  const first = rows.filter((row, at) => at > 0 && row.partition !== rows[at - 1].partition)
  return first.map(({ number }) => {
    const at = share(x(number) - 0.5 / rows.length)
    return svg('line', { class: 'chart__anew', x1: at, x2: at, y1: '0%', y2: '100%' })
  })
}

/** A numbered stroke for what happened, at the period that it fell in. */
function happened(annotations, rows, x) {
  const starts = rows.map(({ time }) => time)
  return annotations.flatMap(({ on }, at) => {
    const fell = starts.findLastIndex((start) => start !== null && start <= on)
    if (fell < 0) return []
    const place = share(x(rows[fell].number))
    return [
      svg('line', { class: 'chart__event', x1: place, x2: place, y1: '0%', y2: '100%' }),
      svg('text', { class: 'chart__number', x: place, y: '100%', dy: -4, dx: 4 }, String(at + 1)),
    ]
  })
}

/** What the marks and lines are. */
function key(rows, annotations) {
  const there = Object.keys(SHAPES).filter((said) => rows.some((row) => row.value !== null && row.said === said))
  const marks = there.map((said) => {
    const [kind, shape] = SHAPES[said]
    const mark = svg('svg', { class: 'chart__mark', viewBox: '-8 -8 16 16', 'aria-hidden': 'true', focusable: 'false' }, svg('path', { class: `chart__point chart__point--${kind}`, d: shape }))
    return el('li', {}, mark, said)
  })
  const has = (name) => rows.some((row) => row[name] !== null)
  const lines = [
    ['mean', 'Middle', has('mean')],
    ['upper_limit', 'Limits', has('upper_limit') || has('lower_limit')],
    ['target', 'Target', has('target')],
  ]
  const drawn = lines.filter(([, , there]) => there).map(([name, words]) => {
    const mark = svg('svg', { class: 'chart__mark', viewBox: '0 0 24 16', 'aria-hidden': 'true', focusable: 'false' }, svg('line', { class: `chart__line chart__line--${name}`, x1: 0, x2: 24, y1: 8, y2: 8 }))
    return el('li', {}, mark, words)
  })
  const events = annotations.length > 0 ? [el('li', {}, 'Number: what happened, said below')] : []
  return el('figcaption', {}, el('ul', { class: 'chart__key' }, marks, drawn, events))
}
