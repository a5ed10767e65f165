import { call } from './call.js'
import type {
  Average,
  Candidate,
  DerivedWeights,
  Detail,
  Direction,
  Effort,
  Exercise,
  MatrixWeights,
  Normalisation,
  PortfolioConstraints,
  PortfolioSelection,
  Prioritisation,
  RoundComparison,
  Sampling,
  ScoredMatrix,
  ScoreMethod,
  ScoreParameters,
  Voice,
  WeightMethod,
  WeightStatements,
} from './types.js'

/** How scorers become organisations, and organisations the collaborative. */
export interface VoiceOptions {
  /**
   * How much each organisation's voice counts: `equal`, `pooled` (every scorer counts the same) or a share for every
   * organisation that has a scorer. Left out: `equal`.
   */
  voice?: Voice | undefined
  /** How an organisation's scorers (all scorers, where pooled) become one score. Left out: `mean`. */
  average?: Average | undefined
}

/** How to rank. */
export interface PrioritiseOptions extends VoiceOptions {
  /** How many proposals are to be chosen, from 1. Left out: there is no cut line. */
  cut?: number | undefined
  /** How many random weights are tried, up to 100,000; 0 leaves them out. Left out: 10,000. */
  samples?: number | undefined
  /** The seed of everything random, a whole number from 0 to 4,294,967,295. Left out: 0. */
  seed?: number | undefined
  /**
   * Which random weights: `uniform`, `ordinal` (in the order of the stated ones) or the lowest and the highest share
   * by criterion. Left out: `uniform`.
   */
  sampling?: Sampling | undefined
  /** `scorer` names single scorers, by their tokens; left out: organisations only. */
  detail?: Detail | undefined
}

/** How weights are made. */
export interface DeriveWeightsOptions {
  /**
   * `direct`, `swing` and `smart` take points; `roc`, `rank_sum` and `rank_reciprocal` take ranks, 1 for the most
   * important; `ahp` takes pairwise judgements.
   */
  method: WeightMethod
}

/** How a matrix is scored. */
export interface ScoreMatrixOptions {
  /** One number of 0 or more for each column, which need not add up to 1, or how to compute them from the figures. */
  weights: MatrixWeights
  /** For each column whether large figures are wanted (`maximise`) or small ones (`minimise`). */
  directions: readonly Direction[]
  /** How columns are added up to one score for each row. Left out: `weighted_sum`. */
  method?: ScoreMethod | undefined
  /** How a column is scaled before it is weighed; PROMETHEE II does not scale. Left out: `min_max`. */
  normalisation?: Normalisation | undefined
  /** Settings of single methods. PROMETHEE needs the thresholds of its preference function. */
  parameters?: ScoreParameters | undefined
}

/** How to choose. */
export interface SelectPortfolioOptions {
  /** What may be spent, in the unit of the costs. */
  budget: number
  /** What the choice must keep to beside the budget. Left out: nothing. */
  constraints?: PortfolioConstraints | undefined
  /** Portfolios whose value is at most this share below the best are near-optimal, from 0 to 1. Left out: 0.05. */
  near?: number | undefined
  /** What effort is measured by in the quadrants. Left out: `cost`. */
  effort?: Effort | undefined
}

/**
 * Ranks proposals by weighted criteria, and tells whether the ranking is inside the noise.
 *
 * A score becomes (score - worst) / (best - worst) of its scale; scorers become their organisation and organisations
 * the collaborative, cell by cell; a total is the weighted mean over the criteria, from 0 (the worst on all of them) to
 * 1 (the best). All of it is exact: a tie is a tie.
 *
 * The result holds the ranking with what each total is made of, the weights and how far each could move, what another
 * voice or leaving one organisation out would change, ranks under random weights, the cut line, disagreement, declared
 * interests and findings.
 *
 * @example
 * ```js
 * import { prioritise } from 'equipoise'
 *
 * const scale = { worst: 1, best: 5 }
 * const criterion = 'benefit'
 * const score = (scorer, organisation, proposal, score) => ({ scorer, organisation, proposal, criterion, score })
 * const exercise = {
 *   criteria: [{ id: criterion, name: 'Benefit', scale, weight: 1 }],
 *   proposals: [{ id: 'beds', name: 'Beds' }, { id: 'clinic', name: 'Clinic' }],
 *   scores: [
 *     score('s1', 'RNA', 'beds', 5), score('s2', 'RNA', 'beds', 5), score('s3', 'RL4', 'beds', 1),
 *     score('s1', 'RNA', 'clinic', 3), score('s2', 'RNA', 'clinic', 3), score('s3', 'RL4', 'clinic', 4),
 *   ],
 * }
 * const [first] = prioritise(exercise, { samples: 0 }).ranking
 * console.log(first.id, first.total) // clinic 0.625
 * const [pooled] = prioritise(exercise, { samples: 0, voice: 'pooled' }).ranking
 * console.log(pooled.id) // beds
 * ```
 */
export function prioritise(exercise: Exercise, options?: PrioritiseOptions): Prioritisation {
  return call('prioritise', { exercise }, options)
}

/**
 * Compares two rounds of one exercise: what changed, attributed to scores, scorers, weights and proposals that joined
 * or left, in this order.
 *
 * The result holds one row for each proposal with its ranks, its totals and what each step added, the winners before
 * and after, and each criterion's share of the weight in both rounds.
 *
 * @example
 * ```js
 * import { compareRounds } from 'equipoise'
 *
 * const round = (score) => ({
 *   criteria: [{ id: 'benefit', name: 'Benefit', scale: { worst: 0, best: 10 }, weight: 1 }],
 *   proposals: [{ id: 'beds', name: 'Beds' }],
 *   scores: [{ scorer: 's1', organisation: 'RNA', proposal: 'beds', criterion: 'benefit', score }],
 * })
 * console.log(compareRounds(round(4), round(7)).rows[0].changes.scores) // 0.3
 * ```
 */
export function compareRounds(before: Exercise, after: Exercise, options?: VoiceOptions): RoundComparison {
  return call('compareRounds', { before, after }, options)
}

/**
 * Derives the weights of criteria from what people state.
 *
 * `statements` is an object of points or ranks by criterion, or, for `ahp`, a list of judgements
 * `{ a, b, ratio }` (`a` is `ratio` times as important as `b`, from 0.001 to 1,000) that need not be complete. Criteria
 * of one rank share the average of the weights of their places.
 *
 * The result holds the weights, which add up to 1, and for `ahp` how far the judgements agree with one another.
 *
 * @example
 * ```js
 * import { deriveWeights } from 'equipoise'
 *
 * const { weights } = deriveWeights({ access: 1, cost: 2, risk: 2 }, { method: 'rank_sum' })
 * console.log(weights.map(({ normalised }) => normalised).join(' ')) // 0.5 0.25 0.25
 * ```
 */
export function deriveWeights(statements: WeightStatements, options: DeriveWeightsOptions): DerivedWeights {
  return call('deriveWeights', { statements }, options)
}

/**
 * Scores the rows of a bare matrix by one of the well-known methods: a cross-check on an additive ranking.
 *
 * Rows are proposals and columns criteria; every figure is finite, up to 10^15 either way.
 *
 * The result holds a score and a rank for each row, in row order, with what the method tells beside them. Findings name
 * columns that say nothing, and a ranking that would change if a row were left out.
 *
 * @example
 * ```js
 * import { scoreMatrix } from 'equipoise'
 *
 * const matrix = [[7, 200], [9, 300], [5, 100]]
 * const { scores, ranks } = scoreMatrix(matrix, { weights: [3, 1], directions: ['maximise', 'minimise'] })
 * console.log(scores.join(' '), '/', ranks.join(' ')) // 0.5 0.75 0.25 / 2 1 3
 * ```
 */
export function scoreMatrix(matrix: readonly (readonly number[])[], options: ScoreMatrixOptions): ScoredMatrix {
  return call('scoreMatrix', { matrix }, options)
}

/**
 * Selects the best set of up to 200 proposals under a budget, exactly.
 *
 * The result holds the set of the highest value (and the cheapest of these), its equals, which proposals are in every
 * near-optimal portfolio and which in none, what would be lost if each were decided the other way, the frontier of
 * value against cost, and the quadrants of impact and effort. A part that would take too long to find is null, and a
 * finding names it.
 *
 * @example
 * ```js
 * import { selectPortfolio } from 'equipoise'
 *
 * const proposals = [
 *   { id: 'beds', value: 10, cost: 5 },
 *   { id: 'clinic', value: 7, cost: 4 },
 *   { id: 'transport', value: 6, cost: 4 },
 * ]
 * const { best } = selectPortfolio(proposals, { budget: 8 })
 * console.log(best.proposals.join(' '), best.value) // clinic transport 13
 * ```
 */
export function selectPortfolio(proposals: readonly Candidate[], options: SelectPortfolioOptions): PortfolioSelection {
  return call('selectPortfolio', { proposals }, options)
}
