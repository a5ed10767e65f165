// The only place that makes elements. Whatever comes from a document becomes text, never markup.

/** An element with attributes and children; a child that is a text becomes text, null is left out. */
export const el = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children)

/** An element of a drawing. */
export const svg = (name, attributes = {}, ...children) =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? '' : value)
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}

/** A text of a document: kept apart from what stands around it, whatever direction it is written in. */
export const foreign = (text) => el('bdi', {}, text)

export const paragraph = (...children) => el('p', {}, ...children)

/** Lines of texts as a list; one line alone is a paragraph. */
export function lines(texts) {
  const shown = texts.map((text) => el('bdi', {}, text))
  return shown.length === 1 ? el('p', { class: 'line' }, shown) : el('ul', { class: 'lines' }, shown.map((line) => el('li', {}, line)))
}

/** Something with its title, which opens when it is asked for. */
export function details(title, ...children) {
  const summary = el('summary', { class: 'nhsuk-details__summary' }, el('span', { class: 'nhsuk-details__summary-text' }, title))
  return el('details', { class: 'nhsuk-details' }, summary, el('div', { class: 'nhsuk-details__text' }, children.flat()))
}

/** A choice from a list of `[value, text]`, with its label. */
export function select(id, label, options) {
  const field = el('select', { class: 'nhsuk-select', id }, options.map(([value, text]) => el('option', { value }, text)))
  const group = el('div', { class: 'nhsuk-form-group' }, el('label', { class: 'nhsuk-label', for: id }, label), field)
  return { field, group }
}

/** A section with its heading, which links can lead to. */
export function section(id, title, ...children) {
  const heading = el('h2', { class: 'nhsuk-heading-l', id: `${id}-title`, tabindex: '-1' }, title)
  return el('section', { id, class: 'section', 'aria-labelledby': `${id}-title` }, heading, ...children)
}

const ROWS = 100

/**
 * A table with caption and scopes. On a narrow screen its rows become cards, in which each value has its heading; one
 * of the kind "small" stays a table.
 *
 * A column is `{ head, cell, role }`: `cell` gives the content for a row; `role` is "row" for the header of the row,
 * "number" for numbers, "wide" for long texts. `mark` names a class for a row. Long tables show more rows when asked to.
 */
export function table({ id, caption, columns, rows, kind = 'cards', mark = () => '' }) {
  const body = el('tbody', { class: 'nhsuk-table__body', role: 'rowgroup' })
  const heads = columns.map(({ head, role }) =>
    el('th', { class: `nhsuk-table__header cell--${role ?? 'text'}`, scope: 'col', role: 'columnheader' }, head),
  )
  const whole = el(
    'table',
    { id, class: `nhsuk-table ${kind}`, role: 'table' },
    el('caption', { class: 'nhsuk-table__caption nhsuk-table__caption--s' }, caption),
    el('thead', { class: 'nhsuk-table__head', role: 'rowgroup' }, el('tr', { class: 'nhsuk-table__row', role: 'row' }, heads)),
    body,
  )
  let shown = 0
  const more = el('button', { class: 'nhsuk-button nhsuk-button--secondary nhsuk-button--small', type: 'button' })
  const showMore = () => {
    const next = rows.slice(shown, shown + ROWS)
    const added = next.map((row) => rowOf(columns, row, mark(row)))
    body.append(...added)
    shown += next.length
    const left = rows.length - shown
    more.hidden = left === 0
    more.textContent = `Show ${Math.min(left, ROWS)} more of ${left.toLocaleString('en-GB')}`
    return added[0]
  }
  showMore()
  more.addEventListener('click', () => {
    const first = showMore().querySelector('th, td')
    first.tabIndex = -1
    first.focus()
  })
  return el('div', { class: 'table' }, whole, rows.length > ROWS ? more : null)
}

function rowOf(columns, row, mark) {
  const cells = columns.map(({ head, cell, role }) => {
    const content = [cell(row)].flat()
    const header = role === 'row'
    return el(
      header ? 'th' : 'td',
      {
        class: `${header ? 'nhsuk-table__header' : 'nhsuk-table__cell'} cell--${role ?? 'text'}`,
        scope: header ? 'row' : null,
        role: header ? 'rowheader' : 'cell',
      },
      header ? null : el('span', { class: 'cell__head', 'aria-hidden': 'true' }, head),
      el('div', { class: 'cell__value' }, content),
    )
  })
  return el('tr', { class: `nhsuk-table__row ${mark}`.trim(), role: 'row' }, cells)
}
