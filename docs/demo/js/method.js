// What the words and colours mean, and what a report rests on.
import { el, foreign, section, table } from './dom.js'
import { day, percent, shortened } from './format.js'
import { ruleName } from './front.js'
import { legendEntries, tag } from './levels.js'

const TERMS = [
  ['As reported', 'What the level would be if every report were believed.'],
  ['Current evidence', 'The share of weight that has a recent and full report. Below the limit the level is at least amber.'],
  ['Firm', 'Every way of adding up gives the same colour or the one beside it.'],
  ['Policy-sensitive', 'Another way of adding up gives a colour two levels away, or items and parts disagree.'],
  ['Weight', 'How much an item counts: by default 1 for a task, 2 for a milestone and 3 for a project.'],
  ['Planned', 'The finish in the baseline that was last approved.'],
]

export function legend() {
  return section(
    'legend',
    'What the words and colours mean',
    table({
      id: 'legend-table',
      caption: 'Levels',
      columns: [
        { head: 'Level', role: 'row', cell: (entry) => tag(entry.level) },
        { head: 'Letter', cell: (entry) => entry.letter },
        { head: 'Shape', cell: (entry) => `${entry.shape.charAt(0).toUpperCase()}${entry.shape.slice(1)}` },
        { head: 'Meaning', role: 'wide', cell: (entry) => entry.meaning },
      ],
      rows: legendEntries(),
    }),
    definitions(TERMS),
  )
}

export function method({ report, parts }) {
  const { policy } = report
  const over = policy.path === 'leaves' ? 'all items' : parts.many
  const facts = [
    ['Status as at', day(report.as_at)],
    ['As known on', report.known_at === null ? 'Everything recorded counts' : day(report.known_at)],
    ['Last recorded', day(report.recorded_up_to)],
    ['Rules', `Version ${shortened(policy.version, 60)}: ${ruleName(policy.roll_up).toLowerCase()}, over ${over}${policy.preset === null ? '' : `, preset ${policy.preset}`}`],
    ['A part is red', `from ${percent(policy.red_share)} of weight red`],
    ['A part is amber', `from ${percent(policy.amber_share)} of weight amber or red, or below ${percent(policy.coverage)} current evidence`],
    ['Fingerprint of this report', report.fingerprint],
    ['Source', report.source === null ? 'Not stated' : foreign(shortened(report.source, 1000))],
  ]
  return section('method', 'How this was worked out', definitions(facts))
}

function definitions(pairs) {
  const rows = pairs.map(([term, meaning]) =>
    el(
      'div',
      { class: 'nhsuk-summary-list__row nhsuk-summary-list__row--no-actions' },
      el('dt', { class: 'nhsuk-summary-list__key' }, term),
      el('dd', { class: 'nhsuk-summary-list__value' }, meaning),
    ),
  )
  return el('dl', { class: 'nhsuk-summary-list' }, rows)
}
