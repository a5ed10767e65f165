// Where a ranking is drawn: first what a reader watches while a slider moves, and the rest when it rests.
import { describe } from '../equipoise/index.js'
import { disagreement, otherWays, stability, voices } from './checks.js'
import { details, el, foreign, lines, paragraph } from './dom.js'
import { namesOf } from './exercises.js'
import { shortened } from './format.js'
import { sayings } from './live.js'
import { ranking } from './ranking.js'

const LONGEST_SENTENCE = 700

/** A place for rankings of one exercise; `draw` shows one anew, `refuse` says why there is none. */
export function drawingBoard({ exercise: { proposals, criteria }, illustrative }) {
  const caption = (text) => `${text}${illustrative ? ' (illustrative data)' : ''}`
  const fixed = { caption, names: namesOf(proposals), criteria: namesOf(criteria) }
  const [list, moves] = [ranking(caption), stability(fixed)]
  const caution = el('p', { id: 'caution' })
  const notes = sayings()
  const [rest, words] = Array.from({ length: 2 }, () => el('div', {}))
  const inWords = details('The ranking in sentences', words)
  const parts = [
    el('div', { class: 'nhsuk-inset-text caution' }, caution),
    list.element,
    paragraph('“First under random weights” draws all weights anew, whatever the sliders say. So it stays as it is while they move.'),
    paragraph('In “Rank could be” the dot is the rank now, and the thick line is how far the checks move it, from the first place on the left to the last.'),
    inWords,
    heading('What to know before trusting this list'),
    notes.element,
    heading('How far each weight could move'),
    moves.element,
    rest,
  ]
  const place = el('div', { id: 'ranked' }, parts)
  let sentences = []
  // Random weights do not depend on the stated ones: what was found of them holds until another voice counts.
  let tried = null
  // Sentences that nobody has opened need not be laid out.
  const fill = () => words.replaceChildren(...(inWords.open ? [lines(sentences)] : []))
  inWords.addEventListener('toggle', fill)

  const draw = (result, settled) => {
    const [first, ...others] = describe(result).map((text) => shortened(text, LONGEST_SENTENCE))
    const known = others.splice(result.ranking.length)
    sentences = others
    if (!list.element.isConnected) place.replaceChildren(...parts)
    caution.replaceChildren(foreign(first))
    const { voice } = result.voices
    if (settled) tried = { voice, first: new Map(result.acceptability?.rows.map((row) => [row.id, row.ranks[0]])) }
    list.draw(result, tried?.voice === voice ? tried.first : null)
    fill()
    notes.say(known.length > 0 ? known : ['Nothing stands out.'])
    moves.draw(result)
    if (!settled && rest.hasChildNodes()) return
    const shown = { ...fixed, result }
    rest.replaceChildren(
      heading('Whose scores decide'),
      voices(shown),
      otherWays(shown),
      heading('Where organisations disagree'),
      disagreement(shown),
    )
  }
  const refuse = (message) => place.replaceChildren(paragraph('There is no ranking like this: ', foreign(message), '.'))
  return { place, draw, refuse }
}

const heading = (text) => el('h3', { class: 'nhsuk-heading-m' }, text)
