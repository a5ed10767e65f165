// Small drawings beside figures. Each stands next to the words that say the same, so they are hidden from readers of text.
// Each is an `element` and a `show`, which moves it: that is far quicker than to draw it anew.
import { svg } from './dom.js'
import { set } from './live.js'

const share = (value, most) => `${Math.round((most > 0 ? Math.min(Math.max(value / most, 0), 1) : 0) * 10_000) / 100}%`

/** A value as a bar on the way to the most there could be; `mark` is a stroke across it. */
export function bar() {
  const part = svg('rect', { class: 'drawing__bar', height: '100%' })
  const stroke = svg('line', { class: 'drawing__mark', y1: '-20%', y2: '120%' })
  const element = drawing('drawing--bar', part)
  const show = (value, most, mark = null) => {
    set(part, 'width', share(value, most))
    if (mark === null) return stroke.remove()
    for (const end of ['x1', 'x2']) set(stroke, end, share(mark, most))
    element.append(stroke)
  }
  return { element, show }
}

/** A bar that does not change. */
export function barOf(...values) {
  const { element, show } = bar()
  show(...values)
  return element
}

/** A stretch with a dot where things stand now, all of it between `first` and `last`. */
export function stretch() {
  const part = svg('line', { class: 'drawing__stretch', y1: '50%', y2: '50%' })
  const dot = svg('circle', { class: 'drawing__dot', cy: '50%', r: 5 })
  const show = ({ first, last, from, to, at }) => {
    const x = (value) => share(value - first, last - first)
    set(part, 'x1', x(from))
    set(part, 'x2', x(to))
    set(dot, 'cx', x(at))
  }
  return { element: drawing('drawing--stretch', part, dot), show }
}

function drawing(kind, ...shapes) {
  return svg('svg', { class: `drawing ${kind}`, 'aria-hidden': 'true', focusable: 'false' }, ...shapes)
}
