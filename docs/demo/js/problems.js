// Everything that is wrong with a document, in place of a status: half a report would mislead.
import { el, foreign, paragraph, table } from './dom.js'
import { count, shortened } from './format.js'

/** Says that a document is refused. */
export function refusal(name, list) {
  return summary('There is a problem', [
    paragraph(foreign(shortened(name)), ' has ', count(list.length, 'problem'), ', so no status is shown.'),
    paragraph('Mend what the table says and ', el('a', { href: '#controls-title' }, 'choose the file again'), '.'),
  ])
}

/** The problems as a table: where, what, and what would be accepted. */
export function problems(list) {
  const place = ({ path }) => (path === '' ? 'The whole document' : el('code', {}, foreign(shortened(path))))
  const found = (value) => el('code', {}, foreign(shortened(typeof value === 'string' ? value : JSON.stringify(value))))
  const text = (words) => foreign(shortened(words, 1_000))
  const sentence = (words) => text(words.charAt(0).toUpperCase() + words.slice(1))
  return table({
    id: 'problems-table',
    caption: 'Problems in the document',
    columns: [
      { head: 'Place', role: 'row', cell: place },
      { head: 'What is wrong', role: 'wide', cell: ({ message }) => sentence(message) },
      { head: 'What stands there', cell: ({ value }) => (value === null || value === undefined ? 'Not shown' : found(value)) },
      { head: 'What would be accepted', cell: ({ accepted }) => (accepted === null ? 'Not applicable' : text(accepted)) },
      { head: 'Code', role: 'code', cell: ({ code }) => el('code', {}, code) },
    ],
    rows: list,
  })
}

/** A summary of what went wrong; it takes the focus, so that it is read out. */
export function summary(title, content) {
  return el(
    'div',
    { class: 'nhsuk-error-summary', role: 'alert', tabindex: '-1' },
    el('h2', { class: 'nhsuk-error-summary__heading' }, title),
    el('div', { class: 'nhsuk-error-summary__body' }, content),
  )
}
