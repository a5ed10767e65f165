// How levels look: word, letter, shape and colours come from the library's legend.
import { el } from './dom.js'
import { reported } from './format.js'

/** From worst to best, then those off the order: how tables count and sort. */
export const WORST_FIRST = ['red', 'amber', 'not_assessed', 'green', 'complete', 'excluded']

const SEVERITY = ['complete', 'green', 'amber', 'red']
const TEXT_NOT_PICTURE = '\uFE0E'
let entries = new Map()

/** Takes the legend as the library gives it. */
export function useLegend(legend) {
  entries = new Map(legend.map((entry) => [entry.level, entry]))
}

export const legendEntries = () => [...entries.values()]

export const word = (level) => entries.get(level)?.word ?? reported(level)

/** A level as shape, word and letter on its colour. */
export function tag(level, size = '') {
  const entry = entries.get(level)
  if (entry === undefined) return el('span', {}, reported(level))
  const shape = el('span', { class: 'level__shape', 'aria-hidden': 'true' }, entry.symbol + TEXT_NOT_PICTURE)
  const shown = el('span', { class: `level ${size}`, 'data-level': level }, shape, `${entry.word} (${entry.letter})`)
  shown.style.setProperty('background-color', entry.background)
  shown.style.setProperty('color', entry.text)
  return shown
}

/** What reports would have made of something, against what the rules make of it. */
export function against(asReported, computed) {
  const [believed, found] = [SEVERITY.indexOf(asReported), SEVERITY.indexOf(computed)]
  if (believed < 0 || found < 0) return 'Cannot be compared'
  if (believed === found) return 'The same'
  return believed < found ? 'Better than computed' : 'Worse than computed'
}
