// How far a ranking can be trusted: its weights, its voices, other ways of adding up, and where organisations disagree.
import { el, foreign, paragraph, table } from './dom.js'
import { barOf, stretch } from './drawing.js'
import { words } from './live.js'
import { count, listed, of100, percent, shortened } from './format.js'

const METHODS = { weighted_sum: 'Weighted sum', topsis: 'TOPSIS', vikor: 'VIKOR', promethee_ii: 'PROMETHEE II' }
const SCALINGS = { min_max: 'from the worst to the best of the list', sum: 'by the sum of the list', vector: 'by the length of the column' }
const VOICES = { equal: 'Each organisation the same', pooled: 'Each scorer the same', shares: 'Stated shares' }
const MOST_COLUMNS = 6
const LISTED = 5

/** Identifiers as names in a sentence; of many the first few. */
const called = (names, ids) => {
  const shown = ids.slice(0, LISTED).map((id) => shortened(names.get(id) ?? id, 60))
  const rest = ids.length > LISTED ? [`${ids.length - LISTED} others`] : []
  return listed([...shown, ...rest])
}

const moved = ({ moved: number }) => (number === 0 ? 'No other rank changes' : `${count(number, 'proposal')} would have another rank`)

/**
 * Each weight, and how far its share could move before something changes: a place for the table, and `draw` to show a
 * result.
 */
export function stability({ names, criteria, caption }) {
  const element = el('div', {})
  let [lines, cut] = [[], null]
  const draw = (result) => {
    const now = result.cut_line?.cut ?? 0
    if (cut !== now) {
      cut = now
      lines = result.weights.map(({ id }) => weightLine(id, names))
      element.replaceChildren(stabilityTable(lines, cut, criteria, caption))
    }
    result.weights.forEach((weight, at) => lines[at].show(weight))
  }
  return { element, draw }
}

function stabilityTable(lines, cut, criteria, caption) {
  const columns = [
    { head: 'Criterion', role: 'row', cell: ({ id }) => foreign(shortened(criteria.get(id) ?? id, 100)) },
    { head: 'Share', role: 'number', cell: ({ share }) => share.element },
    { head: 'What it really decides', role: 'number', cell: ({ effective }) => effective.element },
    { head: 'The first place stays', role: 'drawn', cell: ({ winner }) => winner.elements },
    { head: `The first ${cut} stay`, role: 'drawn', cell: ({ top }) => top.elements },
    { head: 'The whole order stays', role: 'drawn', cell: ({ order }) => order.elements },
  ]
  return table({
    id: 'stability-table',
    caption: caption('Weights, and between which shares of the weight nothing changes'),
    columns: cut === 0 ? columns.filter((_, at) => at !== 4) : columns,
    rows: lines,
  })
}

function weightLine(id, names) {
  const [share, effective] = [words(), words()]
  const ranges = { winner: stays(names), top: stays(names), order: stays(names) }
  const show = (weight) => {
    share.say(percent(weight.normalised))
    effective.say(percent(weight.effective))
    for (const [what, range] of Object.entries(ranges)) range.show(weight.stability[what], weight.normalised)
  }
  return { id, share, effective, ...ranges, show }
}

/** Between which shares something stays, and who overtakes whom beyond them. */
function stays(names) {
  const [range, below, above, drawn] = [words(), words('note'), words('note'), stretch()]
  const beyond = (where, bound) => (bound === null ? null : `${where}, ${called(names, [bound.challenger])} overtakes ${called(names, [bound.overtakes])}`)
  const show = (interval, at) => {
    range.say(interval === null ? 'Not applicable' : `${percent(interval.lower)} to ${percent(interval.upper)}`)
    below.say(beyond('Below', interval?.below ?? null))
    above.say(beyond('Above', interval?.above ?? null))
    drawn.element.toggleAttribute('hidden', interval === null)
    if (interval !== null) drawn.show({ first: 0, last: 1, from: interval.lower, to: interval.upper, at })
  }
  return { elements: [range, drawn, below, above].map(({ element }) => element), show }
}

/** Whose voice counts how much, and what would change without it. */
export function voices({ result, names, caption }) {
  const without = new Map(result.leave_one_out.organisations.map((row) => [row.left_out, row]))
  const swing = new Set(result.leave_one_out.swing_organisations)
  const absent = 'Not applicable'
  return table({
    id: 'voices-table',
    caption: caption('Organisations, and the list without each of them'),
    columns: [
      { head: 'Organisation', role: 'row', cell: ({ organisation }) => foreign(shortened(organisation, 60)) },
      { head: 'Scorers', role: 'number', cell: ({ scorers }) => scorers.toLocaleString('en-GB') },
      { head: 'Share of the voice', role: 'number', cell: ({ share }) => percent(share) },
      { head: 'First without it', cell: ({ organisation: id }) => (without.has(id) ? first(without.get(id), names) : absent) },
      { head: 'Other places', cell: ({ organisation: id }) => (without.has(id) ? moved(without.get(id)) : absent) },
      {
        head: 'Swing organisation',
        cell: ({ organisation: id }) => (swing.has(id) ? el('strong', {}, 'Yes: the first place hangs on it') : without.has(id) ? 'No' : absent),
      },
    ],
    rows: result.voices.organisations,
  })
}

const first = ({ winners }, names) => (winners.length === 0 ? 'Nothing' : foreign(called(names, winners)))

/** What other ways of putting voices together and of adding up would give. */
export function otherWays({ result, names, caption }) {
  const voiced = result.voices.alternatives.map((row) => ({ ...row, way: way(row) }))
  const methods = (result.cross_checks?.rows ?? []).map((row) => ({ ...row, way: method(row) }))
  if (voiced.length + methods.length === 0) return paragraph('No other way was tried.')
  return table({
    id: 'ways-table',
    caption: caption('The list by other ways of putting scores together'),
    columns: [
      { head: 'Way', role: 'row', cell: (row) => row.way },
      { head: 'First', role: 'named', cell: (row) => [first(row, names), row.winner_changed ? el('span', { class: 'note' }, 'Another first place') : null] },
      { head: 'Other places', cell: moved },
    ],
    rows: [...voiced, ...methods],
    kind: 'small',
  })
}

const way = ({ voice, average, leniency_adjusted: adjusted }) =>
  `${VOICES[voice] ?? voice}, by the ${average}${adjusted ? ', each scorer’s leniency taken off' : ''}`

const method = ({ method: name, normalisation }) => (normalisation === null ? METHODS[name] : `${METHODS[name]}, scaled ${SCALINGS[normalisation] ?? normalisation}`)

/** How each organisation sees each proposal, the most disputed first. */
export function disagreement({ result, names, caption }) {
  const organisations = result.voices.organisations.map((row) => row.organisation)
  const few = organisations.length <= MOST_COLUMNS ? organisations : []
  const total = (value) => (value === null ? 'Not scored' : [of100(value), barOf(value, 1)])
  const rows = [...result.disagreement.rows].sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1))
  const ends = (ids) => (ids.length === 0 ? 'All agree' : foreign(listed(ids.map((id) => shortened(id, 60)))))
  return table({
    id: 'disagreement-table',
    caption: caption('Each organisation’s own total of 100, the most disputed proposal first'),
    columns: [
      { head: 'Proposal', role: 'row', cell: ({ id }) => foreign(shortened(names.get(id) ?? id, 120)) },
      ...few.map((id) => ({ head: shortened(id, 40), role: 'part', cell: ({ totals }) => total(totals[id] ?? null) })),
      { head: 'Spread', role: 'part', cell: ({ spread }) => (spread === null ? 'Not applicable' : of100(spread)) },
      { head: 'Highest', role: 'part', cell: ({ highest }) => ends(highest) },
      { head: 'Lowest', role: 'part', cell: ({ lowest }) => ends(lowest) },
    ],
    rows,
  })
}
