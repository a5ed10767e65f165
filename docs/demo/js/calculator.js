// A calculator of fair representation: so many posts, these organisations; what is each due, and how does it stand?
import { apportion, checkRepresentation, describe, EquipoiseError } from '../equipoise/index.js'
import { el, foreign, lines, paragraph, table } from './dom.js'
import { count, listed, shortened } from './format.js'

const MOST_MEMBERS = 30
const POSTS = 11

/** The calculator, filled in with what the report says of clinical leads, or of the first posts it counts. */
export function calculator({ rows, members, illustrative }) {
  const heading = el('h3', { class: 'nhsuk-heading-m', id: 'calculator-title' }, 'Share posts out')
  if (members.length === 0) return [heading, paragraph('The document names no members to share posts out between.')]
  const taken = rows.find(({ role }) => role === 'clinical_lead') ?? rows.find(({ what, check }) => what === 'posts' && check.best_possible !== null)
  const shown = members.slice(0, MOST_MEMBERS)
  const posts = number({ id: 'posts', label: 'Number of posts', value: taken?.check.total ?? POSTS, most: 1_000_000 })
  const fields = shown.map(({ id, name }, at) => ({
    id,
    name,
    share: number({ id: `share-${at}`, label: 'Counts as', of: name, value: 1, step: 'any' }),
    held: number({ id: `held-${at}`, label: 'Holds now', of: name, value: taken?.check.counts[id] ?? 0, most: 1_000_000 }),
  }))
  const answer = el('div', { id: 'shared-out' })
  const announced = el('p', { role: 'status', id: 'shared-told', class: 'nhsuk-u-visually-hidden' })
  const show = () => {
    try {
      answer.replaceChildren(...answers(posts, fields, illustrative))
    } catch (error) {
      if (!(error instanceof EquipoiseError)) throw error
      answer.replaceChildren(paragraph('This cannot be worked out: ', foreign(listed(error.problems.map(({ message }) => message).slice(0, 3))), '.'))
    }
  }
  // What is new in one sentence: the table is there to be read.
  const change = () => {
    show()
    announced.textContent = answer.querySelector('.lines li, p').textContent
  }
  for (const { field } of [posts, ...fields.flatMap(({ share, held }) => [share, held])]) field.addEventListener('input', change)
  show()
  const inputs = table({
    id: 'calculator-table',
    caption: `Organisations${illustrative ? ' (illustrative data)' : ''}`,
    columns: [
      { head: 'Organisation', role: 'row', cell: ({ id, name }) => [foreign(shortened(name, 100)), el('span', { class: 'note' }, foreign(shortened(id, 60)))] },
      { head: 'Counts as', role: 'part', cell: ({ share }) => share.group },
      { head: 'Holds now', role: 'part', cell: ({ held }) => held.group },
    ],
    rows: fields,
  })
  const form = el('form', { class: 'calculator', 'aria-labelledby': 'calculator-title', novalidate: true }, posts.group, inputs)
  form.addEventListener('submit', (event) => event.preventDefault())
  const hidden = members.length - shown.length
  return [
    heading,
    paragraph(
      'Change a number and the answer below changes with it. “Counts as” is what an organisation is due by: 1 for each, or its staff or the people it serves.',
      hidden > 0 ? ` ${count(hidden, 'more organisation')} of the document ${hidden === 1 ? 'is' : 'are'} left out here.` : '',
    ),
    form,
    announced,
    answer,
  ]
}

function answers(posts, fields, illustrative) {
  const numbers = (which) => Object.fromEntries(fields.map((one) => [one.id, one[which].read()]))
  const [shares, counts] = [numbers('share'), numbers('held')]
  const shared = apportion(posts.read() ?? 0, shares)
  const same = new Set(Object.values(shares)).size === 1
  const check = checkRepresentation(counts, same ? {} : { entitlement: shares })
  const tied = new Set(shared.tied)
  return [
    table({
      id: 'shared-table',
      caption: `Fair shares of ${count(posts.read() ?? 0, 'post')}${illustrative ? ' (illustrative data)' : ''}`,
      columns: [
        { head: 'Organisation', role: 'row', cell: ({ name }) => foreign(shortened(name, 100)) },
        { head: 'Certain', role: 'number', cell: ({ id }) => shared.seats[id].toLocaleString('en-GB') },
        { head: 'By lot', cell: ({ id }) => (tied.has(id) ? 'Perhaps one more' : 'None') },
      ],
      rows: fields,
      kind: 'small',
    }),
    lines(describe(shared).map((text) => shortened(text, 700))),
    el('h4', { class: 'nhsuk-heading-s' }, 'What they hold now'),
    lines(describe(check).map((text) => shortened(text, 700))),
  ]
}

/** A field for a number, with its label to be seen or, in a table, of an organisation; `read` gives the number or null. */
function number({ id, label, of, value, most, step = 1 }) {
  const name = of === undefined ? null : `${label}: ${shortened(of, 60)}`
  const field = el('input', { class: 'nhsuk-input', id, type: 'number', min: 0, max: most, step, inputmode: 'decimal', value, 'aria-label': name })
  const group = name === null ? el('div', { class: 'nhsuk-form-group' }, el('label', { class: 'nhsuk-label', for: id }, label), field) : field
  return { field, group, read: () => (Number.isNaN(field.valueAsNumber) ? null : field.valueAsNumber) }
}
