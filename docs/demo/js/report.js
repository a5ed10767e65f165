// A report made easy to look things up in. Nothing is calculated here: it is all in the report.
import { describe, table } from '../equipoise/index.js'
import { shortened } from './format.js'

/** The report with its names, sentences and rows by identifier. */
export function opened(report, document) {
  const sentences = new Map()
  for (const row of table(report, { name: 'findings' })) {
    // A priority with parts is an item and a node: its findings are told apart by their rule.
    const ofItem = row.subject_kind === 'priority' && !['status.roll_up', 'status.override.node'].includes(row.rule)
    const key = ofItem ? `item ${row.subject_id}` : `${row.subject_kind} ${row.subject_id}`
    const prefix = `${row.subject_id}: `
    const text = row.sentence.startsWith(prefix) ? row.sentence.slice(prefix.length) : row.sentence
    const said = { code: row.code, dominating: row.dominating, text: shortened(text, 700) }
    if (!sentences.has(key)) sentences.set(key, [])
    sentences.get(key).push(said)
  }
  const nodes = new Map(report.nodes.map((node) => [`${node.kind} ${node.id}`, node]))
  const items = new Map(report.items.map((item) => [item.id, item]))
  const name = (kind, id, absent) => (nodes.has(`${kind} ${id}`) ? shortened(nodes.get(`${kind} ${id}`).name) : absent)
  return {
    report,
    parts: wordForBodies(document),
    label: report.illustrative ? describe(report)[0] : null,
    programme: report.nodes.find((node) => node.kind === 'programme'),
    nodesOf: (kind) => report.nodes.filter((node) => node.kind === kind),
    item: (id) => items.get(id),
    bodyName: (id) => name('body', id, 'No data'),
    goalName: (id) => name('goal', id, 'No goal'),
    why: (node) => sentences.get(`${node.kind} ${node.id}`) ?? [],
    whyItem: (item) => sentences.get(`item ${item.id}`) ?? [],
  }
}

/** What the headline calls the parts of a programme: networks if all that have priorities are, else bodies. */
function wordForBodies(document) {
  const working = new Set(document.priorities?.map((priority) => priority.body))
  const others = document.bodies?.some((body) => body.kind !== 'network' && working.has(body.id))
  return others ? { one: 'Body', many: 'bodies' } : { one: 'Network', many: 'networks' }
}
