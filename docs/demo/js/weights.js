// What a reader can change of an exercise: the weight of each criterion, whose voice counts, and how many can be chosen.
import { el, foreign, paragraph, select } from './dom.js'
import { percent, shortened } from './format.js'

const POINTS = 100
/** The library takes weights of at most six decimal places. */
const exact = (weight) => Number(weight.toFixed(6))

/**
 * The controls of an exercise. `state` is what they say, `changed` is called after each change, and `shares` shows what
 * part of the weight each criterion has.
 *
 * A slider runs over 100 points, which are all the weight that was stated. A weight that nobody moved stays as stated.
 */
export function weights({ exercise, cut }, changed) {
  const stated = exercise.criteria.map(({ weight }) => weight)
  const point = stated.reduce((sum, weight) => sum + weight, 0) / POINTS
  const state = { weights: [...stated], cut, voice: 'equal' }
  const sliders = exercise.criteria.map((criterion, at) => slider(criterion, at, (points) => change(at, exact(points * point))))
  const place = (at) => (sliders[at].field.value = String(point > 0 ? state.weights[at] / point : 0))
  const change = (at, weight) => {
    state.weights[at] = weight
    changed()
  }
  const back = el('button', { class: 'nhsuk-button nhsuk-button--secondary nhsuk-button--small', type: 'button', id: 'weights-back' }, 'Back to the stated weights')
  back.addEventListener('click', () => {
    state.weights = [...stated]
    stated.forEach((_, index) => place(index))
    changed()
  })
  stated.forEach((_, index) => place(index))

  const voice = select('voice', 'Whose voice counts', [
    ['equal', 'Each organisation the same'],
    ['pooled', 'Each scorer the same'],
  ])
  voice.field.addEventListener('change', () => {
    state.voice = voice.field.value
    changed()
  })
  const most = exercise.proposals.length
  const line = el('input', { class: 'nhsuk-input', id: 'cut', type: 'number', min: 1, max: most, step: 1, inputmode: 'numeric', value: cut, 'aria-describedby': 'cut-hint' })
  line.addEventListener('input', () => {
    const number = line.valueAsNumber
    const sound = Number.isInteger(number) && number >= 1 && number <= most
    line.setAttribute('aria-invalid', String(line.value !== '' && !sound))
    state.cut = sound ? number : null
    changed()
  })
  const places = el(
    'div',
    { class: 'nhsuk-form-group' },
    el('label', { class: 'nhsuk-label', for: 'cut' }, 'How many can be chosen'),
    line,
    el('div', { class: 'nhsuk-hint', id: 'cut-hint' }, `1 to ${most.toLocaleString('en-GB')}; empty for no cut line`),
  )
  const group = el(
    'form',
    { class: 'weights', 'aria-label': 'Weights of the criteria', novalidate: true },
    el(
      'fieldset',
      { class: 'nhsuk-fieldset' },
      el('legend', { class: 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s' }, 'How much each criterion counts'),
      paragraph('Move a slider, or use the arrow keys on it: the list below is ranked again.'),
      el('div', { class: 'weights__sliders' }, sliders.map((one) => one.group)),
    ),
    el('div', { class: 'weights__more' }, places, voice.group, back),
  )
  group.addEventListener('submit', (event) => event.preventDefault())

  /** Writes each criterion's share of the weight beside its slider; null where there is no ranking. */
  const shares = (rows) =>
    sliders.forEach((one, at) => {
      const text = rows === null ? 'No share' : `${percent(rows[at].normalised)} of the weight`
      one.share.textContent = text
      one.field.setAttribute('aria-valuetext', text)
    })
  return { group, state, shares }
}

function slider({ name, scale }, at, moved) {
  const field = el('input', { class: 'slider', id: `weight-${at}`, type: 'range', min: 0, max: POINTS, step: 'any' })
  const share = el('span', { class: 'weights__share', 'aria-hidden': 'true' })
  // Steps of one point on the keyboard, and no jump to a whole point of a weight that nobody moved.
  field.addEventListener('keydown', (event) => {
    const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10, Home: -POINTS, End: POINTS }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    field.value = String(Math.min(Math.max(Math.round(Number(field.value)) + step, 0), POINTS))
    moved(Number(field.value))
  })
  field.addEventListener('input', () => moved(Math.round(Number(field.value))))
  const label = el('label', { class: 'nhsuk-label', for: `weight-${at}` }, foreign(shortened(name, 100)))
  const cost = scale.worst > scale.best ? el('span', { class: 'note' }, 'Less is better') : null
  return { field, share, group: el('div', { class: 'weights__one' }, el('div', {}, label, cost), field, share) }
}
