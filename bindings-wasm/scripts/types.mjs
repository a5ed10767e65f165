// Writes js/types.ts from the JSON Schemas; `--check` only says whether it is current.
// usage: node scripts/types.mjs [--check] [SCHEMA_FOLDER [TYPES_FILE]]
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { compile } from 'json-schema-to-typescript'

const check = process.argv.includes('--check')
const [folder, file] = process.argv.slice(2).filter((argument) => argument !== '--check')
const schemas = folder ?? fileURLToPath(new URL('../../docs/schema', import.meta.url))
const target = file ?? fileURLToPath(new URL('../js/types.ts', import.meta.url))

/** Names that say too little where there are no modules around them, or stand for two types. */
const NAMES = {
  Best: 'BestArrangement',
  Check: 'RepresentationCheck',
  Constraints: 'PortfolioConstraints',
  Exact: 'ExactTest',
  Index: 'UnevennessIndex',
  Method: 'ApportionmentMethod',
  Scored: 'ScoredMatrix',
  Selection: 'PortfolioSelection',
  Setting: 'PreferenceSetting',
  Setting2: 'ThresholdSetting',
  Statements: 'WeightStatements',
  Step: 'RoundStep',
  Step2: 'ApportionmentStep',
  Zero: 'ZeroRepresentation',
}

const made = await typesOf(await definitions(schemas))
if (!check) {
  await writeFile(target, made)
} else if ((await readFile(target, 'utf8').catch(() => '')) !== made) {
  console.error(`${target} is not current: run "npm run types"`)
  process.exit(1)
}

/**
 * The types of what is given and of what is returned, by name. Where these two differ in a type of one name, the one
 * that is given is called NameInput.
 */
async function definitions(folder) {
  const read = async (name) => JSON.parse(await readFile(`${folder}/${name}.schema.json`, 'utf8'))
  const { $schema, $defs, ...programme } = await read('document')
  const given = { [programme.title]: programme, ...$defs, ...(await read('arguments')).$defs }
  const returned = (await read('results')).$defs
  const differing = new Set()
  const rename = (name) => (differing.has(name) ? `${named(name)}Input` : named(name))
  for (let size = -1; size < differing.size; ) {
    size = differing.size
    for (const [name, schema] of Object.entries(given)) {
      if (name in returned && !isDeepStrictEqual(prepared(schema, rename), prepared(returned[name]))) differing.add(name)
    }
  }
  const all = (schemas, rename) =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [rename(name), prepared(schema, rename)]))
  return { ...all(given, rename), ...all(returned, named) }
}

/** The name of a type. The schema numbers types of one name; which number is which says nobody, so these need a name. */
function named(name) {
  const chosen = NAMES[name] ?? name
  if (/\d$/.test(chosen)) throw new Error(`two types have the name ${name.replace(/\d+$/, '')}: give both a name in NAMES`)
  return chosen
}

/** A schema as the compiler understands it, with the names that `rename` gives. */
function prepared(schema, rename = named) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === '$ref') return value.replace(/[^/]+$/, rename)
    // Descriptions are those of the Rust types.
    if (key === 'description' && typeof value === 'string') {
      const links = value.replace(/\[(`[\w:]+`)\]/g, (_, name) => name.replace(/\w+/, rename).replace('::', '.'))
      return links.replaceAll('`None`', '`null`')
    }
    if (typeof value?.$ref === 'string' && Object.keys(value).length > 1) {
      // A reference with a description of its own would be taken for a type of its own.
      const { $ref, ...rest } = value
      return { ...rest, allOf: [{ $ref }] }
    }
    // Only described: anything.
    if (typeof value?.description === 'string' && Object.keys(value).length === 1) return { ...value, tsType: 'unknown' }
    return value
  })
}

async function typesOf($defs) {
  const all = { title: 'AllTypes', type: 'object', properties: {}, $defs }
  const made = await compile(all, 'AllTypes', {
    additionalProperties: false,
    bannerComment: '// Made from docs/schema by "npm run types". Do not edit.',
    format: true,
    style: { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' },
    unreachableDefinitions: true,
  })
  // The root only holds the definitions, and who refers to a type says nothing about it.
  const noted = / \* This interface was referenced by `AllTypes`'s JSON-Schema\n \* via the `definition` "[^"]*"\.\n/g
  // A tuple says itself how long it is.
  const lengths = /^ *\* @(?:min|max)Items \d+\n/gm
  return made
    .replace(noted, '')
    .replace(lengths, '')
    .replace(/^ *\/\*\*\n( *\*\n)* *\*\/\n/gm, '')
    .replace(/^( *\*\n)+( *\*\/\n)/gm, '$2')
    .replace(/export interface AllTypes \{\}\n/, '')
}
