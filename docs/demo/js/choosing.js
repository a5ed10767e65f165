// Choosing between proposals: an exercise is ranked again with every movement of a weight.
import { EquipoiseError, prioritise } from '../equipoise/index.js'
import { drawingBoard } from './board.js'
import { el, foreign, paragraph, section, select } from './dom.js'
import { exercisesOf, standIn } from './exercises.js'
import { count, day, listed, shortened } from './format.js'
import { weights } from './weights.js'

/** How long nothing moves before random weights are tried, and from what time on a ranking is slow; milliseconds. */
const REST = 400
const SLOW = 100

/** The part of the page on choosing. `spare` is an exercise to show where the programme holds none. */
export function choosing(view, document, spare) {
  const own = exercisesOf(view.report, document)
  const shown = own.length > 0 || spare === null ? own : [standIn(spare)]
  const title = 'Choosing between proposals'
  if (shown.length === 0) {
    return section('choosing', title, paragraph(`This document holds no exercise that is open by ${day(view.report.as_at)}, so there is nothing to rank.`))
  }
  const place = el('div', {})
  const show = (at) => place.replaceChildren(...exercise(shown[at]))
  const choice = select('exercise', 'Exercise', shown.map(({ name }, at) => [String(at), shortened(name, 60)]))
  choice.field.addEventListener('change', () => show(Number(choice.field.value)))
  show(0)
  const apart = own.length === 0 ? paragraph('This programme holds no exercise. The one below stands apart from it: its ideas, scores and scorers are invented.') : null
  return section('choosing', title, apart, shown.length > 1 ? choice.group : null, place)
}

function exercise(one) {
  const announced = el('p', { role: 'status', id: 'ranked-told', class: 'nhsuk-u-visually-hidden' })
  const board = drawingBoard(one)
  const later = { frame: 0, next: 0, rest: 0 }
  let [took, touched] = [0, false]

  const controls = weights(one, () => {
    touched = true
    cancelAnimationFrame(later.frame)
    clearTimeout(later.next)
    clearTimeout(later.rest)
    // A ranking that takes long waits for as long, so that the slider itself stays quick.
    if (took < SLOW) later.frame = requestAnimationFrame(again)
    else later.next = setTimeout(again, took)
    rest()
  })

  /** Once nothing moves for a while: until then the list is not what it will be. */
  const rest = () => {
    board.place.setAttribute('aria-busy', 'true')
    later.rest = setTimeout(settle, Math.max(REST, 2 * took))
  }

  const rank = (samples) => {
    const { weights: given, cut, voice } = controls.state
    const criteria = one.exercise.criteria.map((criterion, at) => ({ ...criterion, weight: given[at] }))
    return prioritise({ ...one.exercise, criteria }, { samples, voice, cut: cut ?? undefined })
  }

  /** Shows a result, or why there is none; gives it. */
  const show = (find, settled) => {
    try {
      const result = find()
      controls.shares(result.weights)
      timed('redraw', () => board.draw(result, settled))
      return result
    } catch (error) {
      if (!(error instanceof EquipoiseError)) throw error
      controls.shares(null)
      board.refuse(listed(error.problems.map(({ message }) => message)))
      return null
    }
  }

  /** After a movement: everything that is exact, in the next frame. */
  const exact = () => {
    const start = performance.now()
    const result = timed('prioritise', () => rank(0))
    took = performance.now() - start
    return result
  }
  const again = () => board.place.isConnected && show(exact, false)

  /** When movement has stopped: random weights are tried, and those who hear the page are told. */
  const settle = () => {
    if (!board.place.isConnected) return
    board.place.setAttribute('aria-busy', 'false')
    const winners = show(() => rank(undefined), true)?.ranking.filter((row) => row.rank === 1) ?? []
    if (!touched) return
    announced.textContent =
      winners.length === 0 ? 'There is no ranking like this.' : `Ranked again. First: ${listed(winners.map(({ name }) => shortened(name, 60)))}.`
  }

  if (one.result === null) {
    show(exact, false)
    rest()
  } else {
    show(() => one.result, true)
  }
  return [heading(foreign(shortened(one.name, 100))), about(one), controls.group, announced, board.place]
}

const heading = (text) => el('h3', { class: 'nhsuk-heading-m' }, text)

function about({ exercise: { proposals, criteria, scores }, later }) {
  const scorers = new Set(scores.map(({ scorer }) => scorer)).size
  const organisations = new Set(scores.map(({ organisation }) => organisation)).size
  const facts = [count(proposals.length, 'proposal'), count(criteria.length, 'criterion', 'criteria'), count(scorers, 'scorer')]
  const text = `${listed(facts)} of ${count(organisations, 'organisation')}. A total is 0 for the worst on every criterion and 100 for the best.`
  return paragraph(text, later > 0 ? ` ${count(later, 'score')} given after the day of the report ${later === 1 ? 'does' : 'do'} not count.` : '')
}

/** Does something and notes for the browser's tools how long it took; only the last time is kept. */
function timed(name, work) {
  const start = performance.now()
  const done = work()
  performance.clearMeasures(name)
  performance.measure(name, { start })
  return done
}
