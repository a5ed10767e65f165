// The page: loads the library and the documents, then shows what is chosen.
import { assess, check, EquipoiseError, init, legend as levels } from '../equipoise/index.js'
import { changes } from './changes.js'
import { choosing } from './choosing.js'
import { el, paragraph, section } from './dom.js'
import { fair } from './fair.js'
import { day, isDay, shortened } from './format.js'
import { front, numbers } from './front.js'
import { indicators } from './indicators.js'
import { items } from './items.js'
import { useLegend } from './levels.js'
import { legend, method } from './method.js'
import { nodes } from './nodes.js'
import { outlook, watermelons } from './outlook.js'
import { problems, refusal, summary } from './problems.js'
import { opened } from './report.js'

const MOST_BYTES = 64 * 1024 * 1024
/** The documents that come with the page, and the day that they are meant to be read for. */
const SHIPPED = { demo: ['programme.json', '2023-03-31'], rules: ['rules.json', '2023-03-31'] }

/** What is ranked where the demo's programme holds no exercise, and how many of it can be chosen. */
const SPARE = ['exercise.json', 3]

const byId = (id) => document.getElementById(id)
const [form, dateField, fileField] = [byId('controls'), byId('as-at'), byId('file')]

/** What can be shown, by choice: the text of the document, what it is called, and the day chosen for it. */
const sources = new Map()
const filters = { body: '', level: 'attention' }
let choice = 'demo'
let spare = null

// --- choosing -------------------------------------------------------------------------------------------------------

/** Takes a document in: its text is kept as it is, so that problems name their line. */
function take(key, text, name, day) {
  const parsed = readable(text)
  const days = (Array.isArray(parsed.updates) ? parsed.updates : []).map((update) => update?.as_at).filter(isDay)
  const last = days.reduce((latest, one) => (one > latest ? one : latest), '')
  sources.set(key, { text, parsed, name: name ?? String(parsed.name), last, asAt: day ?? last })
}

/** The document as an object; an unreadable one is for the library to judge. */
function readable(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function choose(key) {
  const before = sources.get(choice)
  if (before !== undefined) before.asAt = dateField.value
  choice = key
  byId('file-group').hidden = key !== 'own'
  const source = sources.get(key)
  dateField.value = source?.asAt ?? ''
  byId('date-hint').textContent = source === undefined ? 'Choose a file first' : hint(source)
  complain('file', '')
  complain('date', '')
}

const hint = ({ last }) => (last === '' ? 'The document has no reports' : `The last report speaks of ${day(last)}`)

/** Says beside a field what is wrong with it; an empty text takes that back. */
function complain(field, text) {
  const message = el('p', { class: 'nhsuk-error-message' }, el('span', { class: 'nhsuk-u-visually-hidden' }, 'Error: '), text)
  byId(`${field}-error`).replaceChildren(...(text === '' ? [] : [message]))
  byId(`${field}-group`).classList.toggle('nhsuk-form-group--error', text !== '')
  const input = field === 'date' ? dateField : fileField
  input.setAttribute('aria-invalid', String(text !== ''))
  if (text !== '') input.focus()
}

// --- showing --------------------------------------------------------------------------------------------------------

function show() {
  complain('file', '')
  complain('date', '')
  const source = sources.get(choice)
  if (source === undefined) return complain('file', 'Choose a programme document')
  if (dateField.value === '') {
    const list = check(source.text)
    return list.length > 0 ? refuse(source, list) : complain('date', 'Enter a whole date, such as 31 March 2023')
  }
  try {
    render(assess(source.text, { as_at: dateField.value }), source)
  } catch (error) {
    if (!(error instanceof EquipoiseError)) throw error
    refuse(source, error.problems)
  }
}

/** Empties the page, so that nothing of another programme stays beside a new name. */
function clear(title, ...content) {
  byId('label').hidden = true
  document.body.classList.remove('illustrative')
  byId('shown').textContent = ''
  document.title = `${title}: programme status`
  byId('status').replaceChildren(el('h1', { class: 'nhsuk-heading-l' }, title), ...content)
  byId('sections').replaceChildren()
}

function render(report, source) {
  const view = opened(report, source.parsed)
  const { parts } = view
  byId('label').hidden = view.label === null
  document.body.classList.toggle('illustrative', view.label !== null)
  byId('label-text').textContent = view.label ?? ''
  byId('status').replaceChildren(...front(view))
  const heading = parts.many === 'networks' ? 'Networks' : 'Bodies'
  const grouped = view.nodesOf('priority')
  byId('sections').replaceChildren(
    section('numbers', 'The programme in numbers', ...numbers(view)),
    section(
      'bodies',
      heading,
      nodes(view, { id: 'bodies-table', caption: `Status by ${parts.one.toLowerCase()}`, head: parts.one, rows: view.nodesOf('body') }),
    ),
    section('goals', 'Goals', nodes(view, { id: 'goals-table', caption: 'Status by goal', head: 'Goal', rows: view.nodesOf('goal') })),
    ...(grouped.length === 0
      ? []
      : [
          section(
            'grouped',
            'Items with parts',
            nodes(view, { id: 'grouped-table', caption: 'Status of items with parts', head: 'Item', rows: grouped }),
          ),
        ]),
    changes(view, source.text),
    watermelons(view),
    outlook(view),
    indicators(view),
    choosing(view, source.parsed, choice === 'demo' ? spare : null),
    fair(view, source.parsed),
    section('items', 'Items and reasons', items(view, filters)),
    legend(),
    method(view),
  )
  const name = shortened(report.programme.name, 100)
  document.title = `${name}: status as at ${day(report.as_at)}`
  byId('shown').textContent = `Shown: ${report.headline}, as at ${day(report.as_at)}.`
}

function refuse(source, list) {
  const told = refusal(source.name, list)
  clear('No status can be shown', told, problems(list))
  told.focus()
}

// --- the reader's own file ------------------------------------------------------------------------------------------

async function open(file) {
  // A longer text than the library reads is cut just behind the limit: it then says itself that it is too long.
  const bytes = await file.slice(0, MOST_BYTES + 1).arrayBuffer()
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: bytes.byteLength <= MOST_BYTES }).decode(bytes)
  } catch {
    return complain('file', 'This file is not written in UTF-8. Save it as UTF-8 and choose it again')
  }
  take('own', text, file.name)
  byId('name-own').textContent = `${shortened(file.name, 100)}. It stays on this machine: nothing is sent`
  // A document that says nothing about its day asks for it.
  dateField.value = sources.get('own').asAt
  choose('own')
  clear('No status yet', paragraph('Enter the date that the status is to speak of.'))
  show()
}

// --- starting -------------------------------------------------------------------------------------------------------

async function textOf(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} could not be loaded`)
  return response.text()
}

async function start() {
  const texts = Object.entries(SHIPPED).map(async ([key, [address, day]]) => [key, await textOf(address), day])
  const [loaded, exercise] = await Promise.all([Promise.all(texts), textOf(SPARE[0]), init()])
  spare = { exercise: JSON.parse(exercise), cut: SPARE[1] }
  useLegend(levels())
  for (const [key, text, day] of loaded) {
    take(key, text, null, day)
    byId(`name-${key}`).textContent = shortened(sources.get(key).name, 100)
  }
  for (const radio of form.elements.choice) radio.addEventListener('change', () => choose(radio.value))
  // A mended file has the same name: without this, choosing it again would be no change.
  fileField.addEventListener('click', () => (fileField.value = ''))
  fileField.addEventListener('change', () => fileField.files.length > 0 && open(fileField.files[0]))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show()
  })
  // A browser may remember a choice over a reload.
  dateField.value = sources.get('demo').asAt
  choose(form.elements.choice.value === 'own' ? 'demo' : form.elements.choice.value)
  form.elements.choice.value = choice
  show()
}

start().catch((error) => {
  byId('status').replaceChildren(
    summary('This page could not be loaded', [paragraph('Load it again. If that does not help, tell whoever gave you its address:'), paragraph(String(error.message))]),
  )
})
