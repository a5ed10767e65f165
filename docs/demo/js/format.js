// How facts are written: dates in words, shares, counts, and names of any length.

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const LONGEST = 300
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** A day such as 2023-03-31 as "31 March 2023". */
export function day(text, absent = 'No data') {
  const parts = DAY.exec(text ?? '')
  return parts === null ? absent : `${Number(parts[3])} ${MONTHS[parts[2] - 1]} ${Number(parts[1])}`
}

/** Whether a text is written like a day. */
export const isDay = (text) => typeof text === 'string' && DAY.test(text)

/** The same day of the month before; of the last day of a month, or where there is no such day, its last day. */
export function monthBefore(text) {
  const [year, month, date] = text.split('-').map(Number)
  const lastOf = (months) => new Date(Date.UTC(year, months, 0)).getUTCDate()
  const last = lastOf(month - 1)
  const then = date === lastOf(month) ? last : Math.min(date, last)
  return new Date(Date.UTC(year, month - 2, then)).toISOString().slice(0, 10)
}

/** A share as a percentage with one decimal place, or none where it is whole. */
export function percent(share, absent = 'Not applicable') {
  return share === null ? absent : `${Math.round(share * 1000) / 10}%`
}

/** So many of a thing: "1 item", "3 items". */
export const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** A total from 0 to 1 as so many of 100, rounded as the library rounds it: a tie goes to the even digit. */
export function of100(total) {
  const number = total * 100
  // Of all ties that a number can hold only this one would be rounded otherwise.
  return number % 1 === 0.25 ? `${Math.floor(number)}.2` : number.toFixed(1)
}

/** A rank as a place: "1st", "2nd", "11th". */
export function ordinal(rank) {
  const teen = rank % 100 > 10 && rank % 100 < 14
  return `${rank}${(teen ? null : ['st', 'nd', 'rd'][(rank % 10) - 1]) ?? 'th'}`
}

/** Names as a list in a sentence: "A, B and C". */
export const listed = (names, word = 'and') => (names.length > 1 ? `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}` : names.join(''))

/** How long after its baseline something finishes. */
export function slip(days) {
  if (days === null) return 'Not applicable'
  if (days === 0) return 'As planned'
  return days > 0 ? `${count(days, 'day')} late` : `${count(-days, 'day')} early`
}

/** A text from a document, cut where it is too long to read. Never empty. */
export function shortened(text, longest = LONGEST) {
  if (!VISIBLE.test(text)) return 'No name given'
  if (text.length <= longest) return text
  const characters = [...text]
  if (characters.length <= longest) return text
  return `${characters.slice(0, longest).join('')}… (and ${count(characters.length - longest, 'more character', 'more characters')})`
}

/** A word of the data as people write it: "amber_red" is "Amber/red". */
export function reported(word) {
  const text = word.replaceAll('_', '/')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
