// Parts of the page that change while a slider moves. Only what differs is touched, so that a browser lays out little again.
import { el } from './dom.js'

/** Sets an attribute, where it is not so already. */
export const set = (element, name, value) => element.getAttribute(name) !== value && element.setAttribute(name, value)

/** A text that changes, kept apart from what stands around it: `element`, and `say` for a new one; null hides it. */
export function words(className = null, tag = 'bdi') {
  const text = document.createTextNode('')
  const element = el(tag, { class: className }, text)
  const say = (now) => {
    if (element.hidden !== (now === null)) element.hidden = now === null
    if (now !== null && text.data !== now) text.data = now
  }
  return { element, say }
}

/** A list of sentences that change. */
export function sayings() {
  const element = el('ul', { class: 'lines' })
  const parts = []
  const say = (sentences) => {
    while (parts.length < sentences.length) {
      parts.push(words())
      element.append(el('li', {}, parts.at(-1).element))
    }
    while (parts.length > sentences.length) parts.pop().element.parentElement.remove()
    sentences.forEach((sentence, at) => parts[at].say(sentence))
  }
  return { element, say }
}
