//! Reports on priorities that the document holds, one a row.

use super::Options;
use super::cells::Sheet;
use super::judged::{Log, Said, defaults, report};
use super::names::{Directory, Names};
use crate::document::Programme;

pub(super) fn read(sheet: &mut Sheet<'_>, document: &mut Programme, options: &Options) {
    let mut directory = Directory::of(document);
    let named = document.priorities.iter().map(|priority| (priority.id.as_str(), priority.name.as_str()));
    let mut priorities = Names::of(named);
    let mut log = Log::of(document);
    defaults(sheet, options);
    if !sheet.has("priority") {
        return;
    }
    for place in sheet.filled() {
        let cell = priorities.refer(sheet, place, "priority", "priorities");
        let Ok(priority) = sheet.needed(place, "priority", cell, "the identifier of a priority") else { continue };
        // Each row is a report of its own; the same one twice is one.
        let said = Said::default();
        if let Ok(Some(update)) = report(sheet, &mut directory, place, &priority, &said, options) {
            log.append(document, update);
        }
    }
}
