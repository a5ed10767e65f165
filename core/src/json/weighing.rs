//! Weights, scores of a bare matrix, and portfolios.

use super::{Request, answer, read};
use crate::document::values::{Amount, DecimalShare};
use crate::prioritisation::matrix::{self, Direction, MatrixWeights, Normalisation, ScoreMethod, ScoreParameters};
use crate::prioritisation::portfolio::{self, Candidate, Constraints, Effort, Options};
use crate::prioritisation::weights::{self, Statements, WeightMethod};
use crate::problem::{Problem, Problems};

/// Weights from what people stated: `{"statements", "method"}`.
pub fn derive_weights(request: &str) -> String {
    answer(read(request, &["statements", "method"]).and_then(|mut request| {
        let statements: Option<Statements> = request.required("statements");
        let method: Option<WeightMethod> = request.required("method");
        let (statements, method) = request.whole(statements.zip(method))?;
        weights::derive_weights(&statements, method)
    }))
}

/// Scores of the rows of a matrix: `{"matrix", "weights", "directions", "method"?, "normalisation"?, "parameters"?}`.
pub fn score_matrix(request: &str) -> String {
    let keys = ["matrix", "weights", "directions", "method", "normalisation", "parameters"];
    answer(read(request, &keys).and_then(|mut request| {
        let figures: Option<Vec<Vec<f64>>> = request.required("matrix");
        let weights: Option<MatrixWeights> = request.required("weights");
        let directions: Option<Vec<Direction>> = request.required("directions");
        let method = request.optional("method").unwrap_or(ScoreMethod::WeightedSum);
        let normalisation = request.optional("normalisation").unwrap_or(Normalisation::MinMax);
        let parameters: ScoreParameters = request.optional("parameters").unwrap_or_default();
        let (figures, (weights, directions)) = request.whole(figures.zip(weights.zip(directions)))?;
        matrix::score_matrix(&figures, &weights, &directions, method, normalisation, &parameters)
    }))
}

/// The best portfolio under a budget: `{"proposals", "budget", "constraints"?, "near"?, "effort"?}`.
pub fn select_portfolio(request: &str) -> String {
    answer(read(request, &["proposals", "budget", "constraints", "near", "effort"]).and_then(|mut request| {
        let proposals: Option<Vec<Candidate>> = request.required("proposals");
        let budget: Option<Amount> = request.required("budget");
        let constraints: Constraints = request.optional("constraints").unwrap_or_default();
        let (near, effort) = (request.optional::<DecimalShare>("near"), request.optional::<Effort>("effort"));
        let (proposals, budget) = request.whole(proposals.zip(budget))?;
        let mut options = Options::default();
        options.near = near.unwrap_or(options.near);
        options.effort = effort.unwrap_or(options.effort);
        portfolio::select_portfolio(&proposals, budget.0, &constraints, &options)
    }))
}

impl Request {
    /// The parameters read, if there is nothing wrong with any of them.
    fn whole<T>(self, parameters: Option<T>) -> Result<T, Problems> {
        self.done()?;
        parameters.ok_or_else(|| Problem::unreadable().into())
    }
}
