import { call } from './call.js'
import type {
  Apportionment,
  ApportionmentMethod,
  Count,
  Present,
  Quorum,
  QuorumAnswer,
  QuorumMember,
  RepresentationCheck,
  Rotation,
  RotationMember,
  Size,
  Tally,
  Tolerance,
  Turn,
  Vote,
  Voting,
  VotingPower,
} from './types.js'

/** Numbers by organisation, each 0 or more and below 10^9, with at most six decimal places. */
export type Sizes = Readonly<Record<string, Size>>

/** What a check of representation is told beside the counts. */
export interface CheckRepresentationOptions {
  /** What each organisation is entitled to, in any unit: staff, population. Left out: all the same. */
  entitlement?: Sizes | undefined
  /**
   * How far from equal still counts as met. Left out: equal seats may differ by one, and a count by less than one from
   * a stated share.
   */
  tolerance?: Tolerance | undefined
  /** The same in whole-time equivalents: one day a week is 0.2. Left out: not looked at. */
  wte?: Sizes | undefined
  /** How many people each organisation could have been drawn from, for the footnote on chance; null if not known. */
  pools?: Readonly<Record<string, Count>> | undefined
  /** The share of the period that an organisation took part, from 0 to 1; 1 where it is left out. */
  exposure?: Readonly<Record<string, number>> | undefined
  /** How many people have no organisation; they are counted beside. Left out: 0. */
  unattributed?: number | undefined
}

/** How seats are shared out. */
export interface ApportionOptions {
  /** Left out: `sainte_lague`. */
  method?: ApportionmentMethod | undefined
  /** Draws lots among the tied, from 0 to 4,294,967,295; the same seed draws the same. Left out: nothing is drawn. */
  seed?: number | undefined
}

/** Who belongs to a meeting and who came. */
export interface CheckQuorumOptions {
  /** The members, each with the organisation and the roles that count for the rule. */
  members: readonly QuorumMember[]
  /** Who came: a member's token, or a row that says whether a deputy came for the member. */
  present: readonly Present[]
  /** The tokens of members with a conflict of interest, who do not count. Left out: nobody. */
  conflicted?: readonly string[] | undefined
}

/** What was voted. */
export interface TallyVotesOptions {
  /** The votes, each voter at most once. The option `abstain` is no vote cast. */
  votes: readonly Vote[]
  /** Organisations or persons who stand aside for an interest; their votes are not counted. Left out: nobody. */
  recused?: readonly string[] | undefined
  /**
   * Who may vote: organisations, or persons where persons vote. Needed where the rule asks for more than half of them
   * all. Left out: anybody may.
   */
  members?: readonly string[] | undefined
}

/** Who takes turns, and up to when. */
export interface ReviewRotationOptions {
  /** Organisations, each as its identifier or with the days of its membership; at most 64. */
  members: readonly RotationMember[]
  /** The day that is spoken of, YYYY-MM-DD; later turns are left out. The library never reads the clock. */
  as_at: string
}

/** What carries. */
export interface MeasureVotingPowerOptions {
  /** The votes that carry: above 0, and at most all weights together. */
  quota: number
}

/**
 * Checks how equally something that can be counted is held by organisations: leads, seats, chairs, days hosted.
 *
 * `counts` says how many each organisation holds: whole numbers up to a million, null where it is not known.
 *
 * The result holds what each is entitled to, the best arrangement that there is for this total, the moves that lead to
 * it, who is next, indices of unevenness between the least and the most they can be, a footnote on chance (which is
 * never a verdict), the status and why.
 *
 * @example
 * ```js
 * import { checkRepresentation } from 'equipoise'
 *
 * const { status, next } = checkRepresentation({ RNA: 3, RL4: 3, RXK: 3, RBK: 2 })
 * console.log(status, next[0].join()) // met_as_far_as_possible RBK
 * ```
 */
export function checkRepresentation(
  counts: Readonly<Record<string, Count>>,
  options?: CheckRepresentationOptions,
): RepresentationCheck {
  return call('checkRepresentation', { counts }, options)
}

/**
 * Shares seats out by weight: exactly, with ties as data.
 *
 * `seats` is how many there are in all, `weights` what they are shared out by: staff, population, 1 for each.
 *
 * The result holds the seats that are certain, those tied for the last ones and how many of these get one more, who was
 * drawn when a seed is given, and why each certain seat went where it did.
 *
 * @example
 * ```js
 * import { apportion } from 'equipoise'
 *
 * const { seats, tied, to_draw } = apportion(6, { RNA: 40, RL4: 40, RXK: 20 })
 * console.log(JSON.stringify(seats), tied.join(), to_draw) // {"RNA":2,"RL4":2,"RXK":1} RL4,RNA 1
 * ```
 */
export function apportion(seats: number, weights: Sizes, options?: ApportionOptions): Apportionment {
  return call('apportion', { seats, weights }, options)
}

/**
 * Checks whether a meeting is quorate. `rule` is a quorum as the document has it.
 *
 * The result holds everything that the rule asks for and how it stands, what failed and by how much, how many more
 * absences would end the quorum, whether it can be met at all, and who does not count and why.
 *
 * @example
 * ```js
 * import { checkQuorum } from 'equipoise'
 *
 * const rule = { minimum: 2, roles: [{ role: 'chair', min: 1 }] }
 * const members = [{ id: 'p1', roles: ['chair'] }, { id: 'p2' }, { id: 'p3' }]
 * const { quorate, failed } = checkQuorum(rule, { members, present: ['p2', 'p3'] })
 * console.log(quorate, failed[0].role) // false chair
 * ```
 */
export function checkQuorum(rule: Quorum, options: CheckQuorumOptions): QuorumAnswer {
  return call('checkQuorum', { rule }, options)
}

/**
 * Counts a vote. `rule` is one as the document has it; up to 10,000 votes.
 *
 * The result holds the option that carries, if one does, how it ended (a tie is a tie: no casting vote is assumed), the
 * votes of every option, how many the leading one lacks, and who abstained, stood aside or was silent.
 *
 * @example
 * ```js
 * import { tallyVotes } from 'equipoise'
 *
 * const votes = [{ organisation: 'RNA', option: 'for' }, { organisation: 'RL4', option: 'against' }]
 * const { result, short_by } = tallyVotes({ rule: 'simple_majority' }, { votes })
 * console.log(result, short_by) // tied 1
 * ```
 */
export function tallyVotes(rule: Voting, options: TallyVotesOptions): Tally {
  return call('tallyVotes', { rule }, options)
}

/**
 * Reviews how turns have gone round: chairs taken, days hosted. `history` holds the turns, in any order.
 *
 * The result holds for each organisation the turns taken beside its fair part (of every turn taken while it was a
 * member, one part for each member of that day), who has waited longest, and whose turn is next.
 *
 * @example
 * ```js
 * import { reviewRotation } from 'equipoise'
 *
 * const history = [{ organisation: 'RNA', on: '2023-01-10' }, { organisation: 'RL4', on: '2023-02-10' }]
 * const { next } = reviewRotation(history, { members: ['RNA', 'RL4', 'RXK'], as_at: '2023-03-31' })
 * console.log(next.join()) // RXK
 * ```
 */
export function reviewRotation(history: readonly Turn[], options: ReviewRotationOptions): Rotation {
  return call('reviewRotation', { history }, options)
}

/**
 * Measures voting power beside voting weight, for up to 32 organisations. A coalition carries when its weights add up
 * to the quota or more.
 *
 * The result holds for each organisation its share of all votes, its power by Banzhaf and by Shapley and Shubik as
 * shares of 1, and whether it has a veto.
 *
 * @example
 * ```js
 * import { measureVotingPower } from 'equipoise'
 *
 * // A vote of 1 is worth as much as one of 49: each needs RNA, and RNA needs one of them.
 * const { organisations } = measureVotingPower({ RNA: 50, RL4: 49, RXK: 1 }, { quota: 51 })
 * console.log(organisations.map(({ banzhaf }) => banzhaf).join(' ')) // 0.6 0.2 0.2
 * ```
 */
export function measureVotingPower(weights: Sizes, options: MeasureVotingPowerOptions): VotingPower {
  return call('measureVotingPower', { weights }, options)
}
