// The ranking: each proposal with its place, its total and how far both may move.
import { el, table } from './dom.js'
import { bar, stretch } from './drawing.js'
import { of100, ordinal, percent, shortened } from './format.js'
import { words } from './live.js'

const STANDINGS = { certainly_in: 'Certainly in', grey: 'Grey zone', certainly_out: 'Certainly out' }
const DOUBTS = {
  tie: 'joint across the line',
  leave_one_out: 'without one voice',
  weights: 'one weight a quarter up or down',
  samples: 'under random weights',
  missing_scores: 'with missing scores given',
}

/** The rank in words: "1st", "Joint 4th". */
const place = ({ rank, joint }) => (rank === null ? 'No rank' : `${joint ? 'Joint ' : ''}${ordinal(rank)}`)

/**
 * The table of a ranking: a place for it, and `draw` to show a result beside the shares in which each proposal comes
 * first under random weights; null while these are still to be tried.
 *
 * The rows stay where they are and show another proposal, which is why nothing in them remembers anything.
 */
export function ranking(caption) {
  const element = el('div', {})
  let [lines, cut] = [[], null]
  const draw = (result, tried) => {
    const now = result.cut_line?.cut ?? 0
    if (cut !== now || lines.length === 0) {
      cut = now
      lines = result.ranking.map(line)
      element.replaceChildren(tableOf(lines, cut, caption))
    }
    const standings = new Map(result.cut_line?.rows.map((row) => [row.id, row]))
    const without = result.leave_one_out.organisations.map(({ ranks }) => ranks)
    result.ranking.forEach((row, at) =>
      lines[at].show(row, {
        size: lines.length,
        without: without.map((ranks) => ranks[row.id]).filter((rank) => rank !== null),
        standing: standings.get(row.id),
        first: tried === null ? 'Being tried' : percent(tried.get(row.id) ?? null, 'Not tried'),
      }),
    )
  }
  return { element, draw }
}

function tableOf(lines, cut, caption) {
  const columns = [
    { head: 'Proposal', role: 'row', cell: ({ cells }) => cells.name },
    { head: 'Rank', role: 'part', cell: ({ cells }) => cells.rank },
    { head: 'Total of 100', role: 'part', cell: ({ cells }) => cells.total },
    { head: 'Rank could be', role: 'drawn', cell: ({ cells }) => cells.range },
    { head: `Among the first ${cut}`, cell: ({ cells }) => cells.standing },
    { head: 'First under random weights', cell: ({ cells }) => cells.first },
  ]
  return table({
    id: 'ranking-table',
    caption: caption('Ranking of proposals'),
    columns: cut === 0 ? columns.filter((_, at) => at !== 4) : columns,
    rows: lines,
    mark: (row) => (row === lines[cut - 1] && cut < lines.length ? 'cut' : ''),
  })
}

/** One line of the table: its cells, and `show` to put a proposal into them. */
function line() {
  const [name, id, rank, total, first] = [words(), words('note'), words(), words(), words()]
  const [missing, organisations, only] = [words('fact'), words('fact'), words('fact')]
  const [standing, why] = [words('standing', 'span'), words('note')]
  const [amount, range] = [bar(), stretch()]
  const elements = (...parts) => parts.map(({ element }) => element)

  const show = (row, { size, without, standing: at, first: share }) => {
    const unranked = row.rank === null
    name.say(shortened(row.name, 120))
    id.say(shortened(row.id, 60))
    rank.say(place(row))
    total.say(unranked ? 'Not scored' : of100(row.total))
    amount.element.toggleAttribute('hidden', unranked)
    amount.show(row.total ?? 0, 1)
    first.say(share)

    const [possible, left] = [row.possible_ranks, [Math.min(row.rank, ...without), Math.max(row.rank, ...without)]]
    const said = ([best, worst], reason) => (unranked || best === worst ? null : `${ordinal(best)} to ${ordinal(worst)} ${reason}`)
    const texts = [said(possible, 'with missing scores'), said(left, 'without one organisation')]
    missing.say(texts[0])
    organisations.say(texts[1])
    only.say(texts.some((text) => text !== null) ? null : unranked ? 'Not scored' : `${ordinal(row.rank)} only`)
    range.element.toggleAttribute('hidden', unranked)
    const ends = [...possible, ...left]
    if (!unranked) range.show({ first: 1, last: size, from: Math.min(...ends), to: Math.max(...ends), at: row.rank })

    if (at === undefined) return
    standing.say(STANDINGS[at.standing])
    standing.element.dataset.standing = at.standing
    why.say(at.doubts.length > 0 ? `Depends: ${at.doubts.map((doubt) => DOUBTS[doubt]).join(', ')}` : null)
  }
  const cells = {
    name: elements(name, id),
    rank: elements(rank),
    total: elements(total, amount),
    range: elements(missing, organisations, only, range),
    standing: elements(standing, why),
    first: elements(first),
  }
  return { cells, show }
}
