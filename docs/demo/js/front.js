// The first thing a reader sees: the programme, its level, how firm that is and what it rests on.
import { el, foreign, lines, paragraph, table } from './dom.js'
import { count, day, percent, shortened } from './format.js'
import { tag, word, WORST_FIRST } from './levels.js'

const RULES = {
  default: 'Default rule',
  worst_of: 'Worst part',
  mean: 'Average',
  threshold_ladder: 'Threshold ladder',
}

export function front(view) {
  const { report, programme } = view
  return [
    el(
      'h1',
      { class: 'nhsuk-heading-l' },
      foreign(shortened(report.programme.name)),
      el('span', { class: 'nhsuk-caption-l' }, `Status as at ${day(report.as_at)}`),
    ),
    el('div', { class: 'headline' }, tag(programme.level, 'level--large'), el('p', { class: 'headline__text' }, report.headline)),
    el('h2', { class: 'nhsuk-heading-s' }, 'Why'),
    lines(decisive(view.why(programme))),
    el('h2', { class: 'nhsuk-heading-s' }, 'How firm this is'),
    firmness(view),
    jumps(view),
  ]
}

/** The reasons that decide a level, or a word where none is needed. */
export function decisive(reasons) {
  const texts = reasons.filter((reason) => reason.dominating).map((reason) => reason.text)
  return texts.length > 0 ? texts : ['No reason for a worse status.']
}

function firmness({ programme, parts }) {
  if (!['green', 'amber', 'red'].includes(programme.level)) {
    return paragraph(`There is nothing to add up in another way: the programme is ${word(programme.level).toLowerCase()}.`)
  }
  if (programme.robustness.policy_sensitive) {
    return paragraph(
      el('strong', {}, 'Policy-sensitive. '),
      `Another way of adding up the same facts, or adding up over ${parts.many} in place of items, gives another colour. `,
      'Read the reasons, not the colour alone.',
    )
  }
  const text = `Items and ${parts.many} give the same colour, and no way of adding up gives one that is two levels away.`
  return paragraph(el('strong', {}, 'Firm. '), text)
}

function jumps({ parts }) {
  const links = [
    ['numbers', 'The programme in numbers'],
    ['bodies', parts.many === 'networks' ? 'Networks' : 'Bodies'],
    ['goals', 'Goals'],
    ['watermelons', 'Reported well, computed red'],
    ['outlook', 'What would change the status'],
    ['choosing', 'Choosing between proposals'],
    ['fair', 'Fair representation'],
    ['items', 'Items and reasons'],
    ['legend', 'What the words and colours mean'],
    ['method', 'How this was worked out'],
  ]
  const list = links.map(([id, text]) => el('li', {}, el('a', { href: `#${id}-title` }, text)))
  return el('nav', { class: 'jumps', 'aria-label': 'On this page' }, el('ul', { class: 'nhsuk-list' }, list))
}

/** Items by level, and the level under every way of adding up. */
export function numbers(view) {
  const tables = el('div', { class: 'side-by-side' }, byLevel(view), byRule(view))
  const parents = view.report.items.length - counted(view.programme)
  if (parents === 0) return [tables]
  const they = parents === 1 ? 'item has no dates of its own: its' : 'items have no dates of their own: their'
  return [tables, paragraph(`${parents.toLocaleString('en-GB')} more ${they} parts are counted.`)]
}

const counted = ({ counts }) => Object.values(counts).reduce((sum, number) => sum + number, 0)

function byLevel({ programme, report }) {
  return table({
    id: 'by-level',
    caption: `${count(counted(programme), 'item')} by level${report.illustrative ? ' (illustrative data)' : ''}`,
    columns: [
      { head: 'Level', role: 'row', cell: (level) => tag(level) },
      { head: 'Items', role: 'number', cell: (level) => programme.counts[level].toLocaleString('en-GB') },
      { head: 'Share of weight', role: 'number', cell: (level) => percent(programme.shares[level] ?? null) },
    ],
    rows: WORST_FIRST,
    kind: 'small',
  })
}

function byRule({ programme, parts, report }) {
  const { leaves, children, hides_reds: hiding } = programme.robustness
  const { roll_up: used, path } = report.policy
  const level = (levels, rule, of) => [tag(levels[rule]), used === rule && path === of ? el('span', { class: 'note' }, 'used here') : null]
  return table({
    id: 'by-rule',
    caption: `The programme by every way of adding up${report.illustrative ? ' (illustrative data)' : ''}`,
    columns: [
      {
        head: 'Way of adding up',
        role: 'row',
        cell: (rule) => [RULES[rule], hiding.includes(rule) ? el('span', { class: 'note' }, 'can hide a red item') : null],
      },
      { head: 'Over all items', cell: (rule) => level(leaves, rule, 'leaves') },
      { head: `Over ${parts.many}`, cell: (rule) => level(children, rule, 'children') },
    ],
    rows: Object.keys(RULES),
    kind: 'small',
  })
}

export const ruleName = (rule) => RULES[rule]
