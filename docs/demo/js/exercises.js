// The exercises of a document as they stood on the day of the report: what the library ranked, and what it made of it.

/** Pairs each exercise of a report with the scores that counted for it, in the order of both. */
export function exercisesOf(report, document) {
  const given = (document.exercises ?? []).filter(({ opened_on: opened }) => (opened ?? '') <= report.as_at)
  return report.exercises.map((assessed, at) => ({
    name: assessed.name ?? assessed.id ?? `Exercise ${at + 1}`,
    exercise: { ...given[at], scores: (given[at].scores ?? []).filter((score) => (score.scored_on ?? '') <= report.as_at) },
    result: assessed.result,
    later: assessed.later_scores,
    cut: null,
    illustrative: report.illustrative,
  }))
}

/** An exercise that comes with the page and stands apart from any programme. */
export const standIn = ({ exercise, cut }) => ({ name: exercise.name, exercise, result: null, later: 0, cut, illustrative: true })

/** Names by identifier, of proposals and criteria. */
export const namesOf = (list) => new Map(list.map(({ id, name }) => [id, name]))
