//! What is sent once the council has voted, made by the real command and read back by programs that are not ours: a
//! bordereau whose counts are those of the files, a message that carries exactly what it says, a workbook.

use calamine::{Data, Reader, Xlsx};
use mailparse::MailHeaderMap;
use std::process::Command;
use tempfile::TempDir;
use tests::{command, house};

/// The files of the example after the vote, in a folder.
fn made() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let example = house::text(&house::root().join("assets/examples/fontenay-apres-vote.json"));
    std::fs::write(folder.path().join("dossier.json"), example).expect("the example writes");
    let words = [
        "export",
        "dossier.json",
        "--out",
        "sortie",
        "--date",
        "2026-11-22",
    ];
    let said = command::run(folder.path(), &words);
    assert_eq!(said.code, 0, "{said:?}");
    folder
}

fn file(folder: &TempDir, kind: &str) -> Vec<u8> {
    let name = format!("sortie/2026-001-apres-vote-{kind}");
    std::fs::read(folder.path().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The text of a PDF, or nothing where no `pdftotext` is installed, which is then said.
fn text(folder: &TempDir, kind: &str) -> Option<String> {
    let pdf = folder
        .path()
        .join(format!("sortie/2026-001-apres-vote-{kind}.pdf"));
    let Ok(read) = Command::new("pdftotext")
        .arg("-layout")
        .arg(&pdf)
        .arg("-")
        .output()
    else {
        eprintln!("pdftotext is not installed: the pages are not read.");
        return None;
    };
    assert!(read.status.success(), "{}", pdf.display());
    Some(String::from_utf8_lossy(&read.stdout).into_owned())
}

/// The number after « sur » on the last page: blank versos have none.
fn last_page(text: &str) -> u32 {
    let number = |line: &str| line.rsplit_once(" sur ")?.1.trim().parse::<u32>().ok();
    text.lines().rev().find_map(number).expect("numbered pages")
}

/// The three figures at the end of each row of the bordereau, and the two of its total.
fn rows(bordereau: &str) -> (Vec<[u32; 3]>, [u32; 2]) {
    let figures = |line: &str| {
        let words = line.split_whitespace().rev();
        let mut figures: Vec<u32> = words.map_while(|word| word.parse().ok()).collect();
        figures.reverse();
        figures
    };
    let starts = |line: &&str| {
        line.trim_start()
            .starts_with(|sign: char| sign.is_ascii_digit())
    };
    let rows = bordereau.lines().filter(starts);
    let rows = rows
        .filter_map(|line| figures(line).try_into().ok())
        .collect();
    let total = bordereau.lines().find(|line| line.starts_with("Total"));
    let total = figures(total.expect("a total"))
        .try_into()
        .expect("two figures");
    (rows, total)
}

#[test]
fn the_bordereau_counts_the_pages_that_the_files_have() {
    let folder = made();
    let (Some(bordereau), Some(convention), Some(act)) = (
        text(&folder, "bordereau"),
        text(&folder, "convention-exemplaires"),
        text(&folder, "deliberation"),
    ) else {
        return;
    };
    let (rows, [copies, pages]) = rows(&bordereau);
    assert_eq!(rows.len(), 4, "{bordereau}");
    for [copies, each, all] in &rows {
        assert_eq!(copies * each, *all);
    }
    assert_eq!(copies, rows.iter().map(|[copies, ..]| copies).sum::<u32>());
    assert_eq!(pages, rows.iter().map(|[.., all]| all).sum::<u32>());
    let original: u32 = rows[..3].iter().map(|[_, each, _]| each).sum();
    assert_eq!(
        original,
        last_page(&convention),
        "each original, with its annexes"
    );
    assert_eq!(rows[3][1], last_page(&act));
    assert!(rows[..3].iter().all(|[copies, ..]| *copies == 2));
}

#[test]
fn the_message_carries_exactly_the_annexes_and_the_list() {
    let folder = made();
    let bytes = file(&folder, "courriel-ien.eml");
    let mail = mailparse::parse_mail(&bytes).expect("a message");
    let header = |name: &str| mail.headers.get_first_value(name);
    assert_eq!(header("X-Unsent").as_deref(), Some("1"));
    assert_eq!(header("To").as_deref(), Some("<ien.fontenay@exemple.fr>"));
    assert_eq!(header("From"), None);
    let carried: Vec<(String, Vec<u8>)> = mail.subparts[1..]
        .iter()
        .map(|part| {
            let name = part.get_content_disposition().params["filename"].clone();
            (name, part.get_body_raw().expect("bytes"))
        })
        .collect();
    let names: Vec<&str> = carried.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "2026-001-apres-vote-annexes.pdf",
            "2026-001-apres-vote-ecoles-uai.xlsx"
        ]
    );
    assert_eq!(
        carried[0].1,
        file(&folder, "annexes.pdf"),
        "the same file as beside"
    );
    assert_eq!(carried[1].1, file(&folder, "ecoles-uai.xlsx"));
    let words = mail.subparts[0].get_body().expect("a text");
    assert!(words.contains("Madame l’Inspectrice,"), "{words}");
    assert!(words.contains("DEL261214_20"), "{words}");
}

#[test]
fn the_workbook_lists_the_schools_of_the_dossier() {
    let folder = made();
    let path = folder
        .path()
        .join("sortie/2026-001-apres-vote-ecoles-uai.xlsx");
    let mut book: Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    let sheet = book
        .worksheet_range_at(0)
        .expect("a sheet")
        .expect("its cells");
    let codes: Vec<String> = sheet.rows().skip(1).map(|row| row[1].to_string()).collect();
    let expected = [
        "0921688K", "0920440D", "0921995U", "0920218M", "0920342X", "0920611P",
    ];
    assert_eq!(codes, expected);
    assert!(
        sheet
            .rows()
            .skip(1)
            .all(|row| matches!(row[1], Data::String(_)))
    );
}
