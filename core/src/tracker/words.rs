//! The words of trackers: closed lists, with what each means in a document. A word that is not listed is a problem; it
//! never becomes a level.

use serde_json::Value;

use crate::document::appointment::Route;
use crate::document::body::MeetingKind;
use crate::document::indicator::ObservationStatus;
use crate::document::meeting::Capacity;
use crate::document::priority::{Horizon, PriorityKind, Stage};
use crate::document::update::{Lifecycle, ReportedLevel};

/// A text as words are compared: lower case, letters and digits only, one space between words.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            plain.extend(c.to_lowercase());
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// True for a cell that says nothing: null, white space, a dash, or "n/a".
pub(super) fn is_blank(cell: &Value) -> bool {
    match cell {
        Value::Null => true,
        Value::String(text) => {
            let text = text.trim();
            matches!(text, "" | "-" | "–" | "—")
                || text.eq_ignore_ascii_case("n/a")
                || text.eq_ignore_ascii_case("#n/a")
        }
        _ => false,
    }
}

pub(super) const LEVELS: &str =
    "Blue or Complete (B), Green (G), Amber/Green (A/G), Amber (A), Amber/Red (A/R), Red (R), or a blank cell";

/// BRAG names and letters, and the five-point Delivery Confidence scale.
pub(super) fn level(word: &str) -> Option<ReportedLevel> {
    Some(match word {
        "b" | "blue" | "complete" | "completed" => ReportedLevel::Complete,
        "g" | "green" => ReportedLevel::Green,
        "a g" | "ag" | "amber green" => ReportedLevel::AmberGreen,
        "a" | "amber" => ReportedLevel::Amber,
        "a r" | "ar" | "amber red" => ReportedLevel::AmberRed,
        "r" | "red" => ReportedLevel::Red,
        _ => return None,
    })
}

pub(super) const LIFECYCLES: &str = "Draft, Proposed, Not started (NS), In progress (IP), On hold (OH), Complete (CO), \
                                     Cancelled (CA), or a blank cell";

pub(super) fn lifecycle(word: &str) -> Option<Lifecycle> {
    Some(match word {
        "draft" => Lifecycle::Draft,
        "proposed" => Lifecycle::Proposed,
        "agreed" | "not started" | "not yet started" | "ns" => Lifecycle::Agreed,
        "in progress" | "ip" | "started" | "ongoing" | "underway" | "under way" => Lifecycle::InProgress,
        "on hold" | "oh" | "paused" => Lifecycle::OnHold,
        "complete" | "completed" | "co" | "done" | "finished" => Lifecycle::Complete,
        "cancelled" | "ca" | "withdrawn" => Lifecycle::Cancelled,
        _ => return None,
    })
}

pub(super) const KINDS: &str = "Task (T), Milestone (M), Critical milestone (CM) or Project (P)";

/// A kind, and whether it says critical.
pub(super) fn kind(word: &str) -> Option<(PriorityKind, bool)> {
    Some(match word {
        "task" | "t" => (PriorityKind::Task, false),
        "milestone" | "m" => (PriorityKind::Milestone, false),
        "critical milestone" | "cm" => (PriorityKind::Milestone, true),
        "project" | "p" => (PriorityKind::Project, false),
        _ => return None,
    })
}

pub(super) fn yes(word: &str) -> Option<bool> {
    match word {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// A word of a document's own list, however its parts are joined.
macro_rules! own_words {
    ($($name:ident, $accepted:ident: $type:ty = $words:literal;)*) => {$(
        pub(super) const $accepted: &str = $words;

        pub(super) fn $name(word: &str) -> Option<$type> {
            <$type>::from_word(&word.replace(' ', "_"))
        }
    )*};
}
own_words! {
    horizon, HORIZONS: Horizon = "Quick win or Transformative";
    stage, STAGES: Stage = "Plan, Test, Implement, Spread or Sustain";
    route, ROUTES: Route = "Existing, Competitive, Nominated or Interim";
    meeting_kind, MEETING_KINDS: MeetingKind =
        "Network, Two to one, Away day, Summit, Board, Strategy event or Other";
    capacity, CAPACITIES: Capacity = "Member, Deputy or In attendance";
    status, STATUSES: ObservationStatus = "Suppressed, Missing or Not applicable";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_what_stands_between() {
        for (text, word) in
            [(" Amber / Green ", "amber green"), ("in_progress", "in progress"), ("???", ""), ("É-1", "é 1")]
        {
            assert_eq!(plain(text), word, "{text}");
        }
    }

    #[test]
    fn levels_come_back_as_they_went_out() {
        for level in ReportedLevel::ALL {
            assert_eq!(super::level(&plain(level.as_str())), Some(*level));
        }
        assert_eq!(level(&plain("A/G ")), Some(ReportedLevel::AmberGreen));
        for word in ["Ambre", "G/A", "yellow", "grey", "", "A/G/R"] {
            assert_eq!(level(&plain(word)), None, "{word}");
        }
    }

    #[test]
    fn lifecycles_come_back_too() {
        for lifecycle in Lifecycle::ALL {
            assert_eq!(super::lifecycle(&plain(lifecycle.as_str())), Some(*lifecycle));
        }
    }
}
