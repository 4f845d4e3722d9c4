//! Reads veraPDF's report: for each file, how many checks failed and which.

/// What veraPDF says of one file.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The file, as veraPDF was given it.
    pub file: String,
    /// Checks that failed; none when the file could not even be read.
    pub failed_checks: Option<u32>,
    /// Each fault: the clause of the norm, and what it asks.
    pub faults: Vec<String>,
}

impl Verdict {
    /// Whether the file was read, and no check at all failed.
    pub fn is_clean(&self) -> bool {
        self.failed_checks == Some(0) && self.faults.is_empty()
    }
}

/// Reads a whole report. A report cut short gives nothing, so that no file seems judged.
pub fn read(report: &str) -> Vec<Verdict> {
    if !report.trim_end().ends_with("</report>") {
        return Vec::new();
    }
    report.split("<job>").skip(1).filter_map(job).collect()
}

fn job(job: &str) -> Option<Verdict> {
    let job = job.split("</job>").next()?;
    let file = unescape(between(job, "<name>", "</name>")?);
    let details = job.split_once("<details ").map(|(_, rest)| rest);
    let compliant = job.contains("isCompliant=\"true\"");
    let failed_checks =
        details.and_then(|details| between(details, "failedChecks=\"", "\"")?.parse().ok());
    let mut faults: Vec<String> = job.split("<rule ").skip(1).filter_map(fault).collect();
    if !compliant && faults.is_empty() {
        let why =
            between(job, "<exceptionMessage>", "</exceptionMessage>").unwrap_or("non conforme");
        faults.push(unescape(why));
    }
    Some(Verdict {
        file,
        failed_checks,
        faults,
    })
}

fn fault(rule: &str) -> Option<String> {
    let clause = between(rule, "clause=\"", "\"")?;
    let test = between(rule, "testNumber=\"", "\"")?;
    let times = between(rule, "failedChecks=\"", "\"")?;
    let text = between(rule, "<description>", "</description>")?;
    let place = between(rule, "<context>", "</context>").unwrap_or("?");
    Some(format!(
        "{clause}-{test}, {times} fois : {} [{}]",
        unescape(text),
        unescape(place)
    ))
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

fn unescape(text: &str) -> String {
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'");
    plain.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A clean file, a faulty one and one that cannot be read, in veraPDF's own words, shortened.
    const REPORT: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<report><jobs>
<job><item size="1"><name>/t/clean.pdf</name></item>
<validationReport jobEndStatus="normal" isCompliant="true">
<details passedRules="106" failedRules="0" passedChecks="7" failedChecks="0"></details></validationReport></job>
<job><item size="1"><name>/t/b &amp; c.pdf</name></item>
<validationReport jobEndStatus="normal" isCompliant="false">
<details passedRules="102" failedRules="1" passedChecks="3" failedChecks="2">
<rule specification="ISO 14289-1:2014" clause="6.2" testNumber="1" status="failed" failedChecks="2" tags="syntax">
<description>MarkInfo &gt; Marked</description><check status="failed"><context>root</context></check></rule>
</details></validationReport></job>
<job><item size="1"><name>/t/broken.pdf</name></item>
<taskException type="PARSE"><exceptionMessage>Pages not found</exceptionMessage></taskException></job>
</jobs></report>"#;

    #[test]
    fn tells_clean_from_faulty_from_unreadable() {
        let verdicts = read(REPORT);
        let expected = [
            ("/t/clean.pdf", Some(0), vec![]),
            (
                "/t/b & c.pdf",
                Some(2),
                vec!["6.2-1, 2 fois : MarkInfo > Marked [root]".to_owned()],
            ),
            ("/t/broken.pdf", None, vec!["Pages not found".to_owned()]),
        ];
        let expected = expected.map(|(file, failed_checks, faults)| Verdict {
            file: file.to_owned(),
            failed_checks,
            faults,
        });
        assert_eq!(verdicts, expected);
        assert_eq!(
            verdicts.iter().map(Verdict::is_clean).collect::<Vec<_>>(),
            [true, false, false]
        );
    }

    #[test]
    fn a_report_cut_short_proves_nothing() {
        assert!(read(&REPORT[..REPORT.len() - 9]).is_empty());
        assert!(read("").is_empty());
    }
}
